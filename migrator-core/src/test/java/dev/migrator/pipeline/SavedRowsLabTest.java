package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which rows the compatibility file reads and replaces by the real clients, at a storage that only
 * answers, as TableEntityValueBinder and PocoEntityValueBinder of the in-process extension do.
 */
final class SavedRowsLabTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage" Version="%s" />
          <PackageReference Include="%s" Version="%s" />
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
        </ItemGroup>
      </Project>
      """;

  private static final String APP =
      """
      using System;
      using System.Threading.Tasks;
      using Microsoft.Azure.WebJobs;
      using %s;

      namespace Shop
      {
          public sealed class Row : TableEntity
          {
              public string Name { get; set; }
              public byte[] Bytes { get; set; }
          }

          public sealed class Order
          {
              public string State { get; set; }
          }

          public static class Work
          {
              [FunctionName("Change")]
              public static async Task Change([QueueTrigger("rows")] string text, [Table("rows", "p", "{queueTrigger}")] Row row)
              {
                  await Task.Yield();
                  if (row != null)
                  {
                      row.Name = text;
                      row.Bytes[0] = (byte)(text == "bytes" ? 9 : 1);
                  }
                  if (text == "bad")
                  {
                      throw new InvalidOperationException(text);
                  }
              }

              [FunctionName("Close")]
              public static void Close([QueueTrigger("orders")] string id, IBinder binder)
              {
                  var order = binder.Bind<Order>(new TableAttribute("orders", "p", id));
                  if (order != null)
                  {
                      order.State = id;
                  }
                  if (id == "bad")
                  {
                      throw new InvalidOperationException(id);
                  }
              }
          }
      }
      """;

  /** Gives the adapter the client, which the lab's worker does not make. */
  private static final String PROBE =
      """
      using System;
      using System.Threading.Tasks;
      using Azure.Data.Tables;
      using Microsoft.Azure.Functions.Worker;

      namespace Shop
      {
          public static class Probe
          {
              [Function("Probe")]
              public static Task Run([QueueTrigger("rows")] string text, FunctionContext context) =>
                  Work.ChangeFunction(text, new TableClient(Environment.GetEnvironmentVariable("AzureWebJobsStorage"), "rows"), context);
          }
      }
      """;

  private static final String CALL =
      """
      {"function":"%s","trigger":{"data":"%s","metadata":{"queueTrigger":"%2$s"}}}
      """;

  /** What the storage has below the row key. */
  private static final Map<String, String> ROWS =
      Map.of(
          "A1", "\"Name\":\"old\",\"State\":\"open\",",
          "same", "\"Name\":\"same\",\"State\":\"same\",",
          "bytes", "\"Name\":\"bytes\",\"State\":\"bytes\",",
          "bad", "\"Name\":\"old\",\"State\":\"open\",");

  private final List<String> replaced = Collections.synchronizedList(new ArrayList<>());
  private final FakeStorage storage;

  SavedRowsLabTest() throws IOException {
    storage = new FakeStorage(this::answer);
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  @ParameterizedTest
  @CsvSource({
    "4.0.5, Microsoft.Azure.Cosmos.Table, 1.0.8, Microsoft.Azure.Cosmos.Table",
    "3.0.10, WindowsAzure.Storage, 9.3.3, Microsoft.WindowsAzure.Storage.Table"
  })
  void changedRowsAreReplaced(
      String extension, String sdk, String version, String namespace, @TempDir Path folder)
      throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("Shop.csproj"), PROJECT.formatted(extension, sdk, version));
    Files.writeString(source.resolve("Work.cs"), APP.formatted(namespace));
    ConvertedApp app = ConvertedApp.of(source, "", folder);
    Files.writeString(app.after().resolve("Probe.cs"), PROBE);
    Path out = folder.resolve("out");
    lab.build(app.after().resolve("Shop.csproj"), out).orFail();
    StringBuilder calls = new StringBuilder();
    for (String function : List.of("Probe", "Close")) {
      for (String key : List.of("A1", "same", "bytes", "bad", "none")) {
        calls.append(CALL.formatted(function, key));
      }
    }
    Path file = Files.writeString(folder.resolve("calls.jsonl"), calls);
    Path results = folder.resolve("results.jsonl");
    lab.fnrun(
            out.resolve("Shop.dll").toString(),
            "--calls",
            file.toString(),
            "--out",
            results.toString(),
            "--setting",
            "AzureWebJobsStorage=" + storage.connection("main"))
        .orFail();
    assertThat(replaced)
        .as(Files.readString(results))
        .containsExactly(
            "W/\"1\" rows(PartitionKey='p',RowKey='A1') A1",
            "W/\"1\" rows(PartitionKey='p',RowKey='bytes') bytes",
            "W/\"1\" orders(PartitionKey='p',RowKey='A1') A1");
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath().replace("/main/", "");
    String key = path.replaceAll(".*RowKey='|'\\).*", "");
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    call.getResponseHeaders().set("ETag", "W/\"1\"");
    call.getResponseHeaders().set("Content-Type", "application/json");
    if (call.getRequestMethod().equals("PUT")) {
      String state = body.replaceAll(".*\"(Name|State)\":\"([^\"]*)\".*", "$2");
      replaced.add(call.getRequestHeaders().getFirst("If-Match") + " " + path + " " + state);
      call.sendResponseHeaders(204, -1);
    } else if (ROWS.containsKey(key)) {
      byte[] row = row(key).getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(200, row.length);
      call.getResponseBody().write(row);
    } else {
      call.sendResponseHeaders(404, -1);
    }
    call.close();
  }

  private static String row(String key) {
    return "{\"odata.etag\":\"W/\\\"1\\\"\",\"PartitionKey\":\"p\",\"RowKey\":\""
        + key
        + "\","
        + ROWS.get(key)
        + "\"Bytes@odata.type\":\"Edm.Binary\",\"Bytes\":\"AQ==\","
        + "\"Timestamp@odata.type\":\"Edm.DateTime\",\"Timestamp\":\"2024-01-01T00:00:00Z\"}";
  }
}
