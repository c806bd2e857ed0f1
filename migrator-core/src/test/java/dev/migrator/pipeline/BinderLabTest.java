package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a binder sends by the real clients of Azure.Storage, to a storage that only listens. */
final class BinderLabTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage" Version="5.3.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Tables" Version="1.3.0" />
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
        </ItemGroup>
      </Project>
      """;

  private static final String APP =
      """
      using System;
      using System.IO;
      using System.Threading.Tasks;
      using Microsoft.Azure.WebJobs;
      using Newtonsoft.Json;

      namespace Shop
      {
          public sealed class Order
          {
              [JsonProperty("id")]
              public string Id { get; set; }
              public string Nothing { get; set; }
              public string PartitionKey => "p";
              public string RowKey => Id;
          }

          public static class Work
          {
              [FunctionName("Send")]
              public static async Task Run([QueueTrigger("orders")] Order order, IBinder binder)
              {
                  var texts = await binder.BindAsync<IAsyncCollector<string>>(new QueueAttribute("Q-{id}") { Connection = "Store" });
                  await texts.AddAsync("text");
                  await texts.AddAsync(null);
                  binder.Bind<ICollector<Order>>(new QueueAttribute("objects")).Add(order);
                  await Save(binder, order);
              }

              private static async Task Save(IBinder binder, Order order)
              {
                  var rows = await binder.BindAsync<IAsyncCollector<Order>>(new TableAttribute("rows"));
                  await rows.AddAsync(order);
                  if (order.Id == "bad")
                  {
                      throw new InvalidOperationException("bad");
                  }
              }

              [FunctionName("Write")]
              public static async Task Write([QueueTrigger("texts")] string text, Binder binder)
              {
                  var attributes = new Attribute[] { new BlobAttribute("out/" + text, FileAccess.Write), new StorageAccountAttribute("Store") };
                  var writer = await binder.BindAsync<TextWriter>(attributes);
                  await writer.WriteAsync(text);
              }
          }
      }
      """;

  private static final String CALLS =
      """
      {"function":"Send","trigger":{"data":{"id":"A1"},"metadata":{"id":"A1"}}}
      {"function":"Send","trigger":{"data":{"id":"bad"},"metadata":{"id":"bad"}}}
      {"function":"Write","trigger":{"data":"hello"}}
      """;

  private static final String SENT =
      """
      <QueueMessagesList><QueueMessage><MessageId>1</MessageId><PopReceipt>a</PopReceipt>\
      <InsertionTime>Mon, 01 Jan 2024 00:00:00 GMT</InsertionTime>\
      <ExpirationTime>Mon, 01 Jan 2029 00:00:00 GMT</ExpirationTime>\
      <TimeNextVisible>Mon, 01 Jan 2024 00:00:00 GMT</TimeNextVisible>\
      </QueueMessage></QueueMessagesList>""";

  private static final String WRITTEN =
      """
      --b\r
      Content-Type: multipart/mixed; boundary=c\r
      \r
      --c\r
      Content-Type: application/http\r
      Content-Transfer-Encoding: binary\r
      \r
      HTTP/1.1 204 No Content\r
      \r
      \r
      --c--\r
      --b--\r
      """;

  private static final Pattern MESSAGE = Pattern.compile("<MessageText>(.*)</MessageText>");
  private static final Pattern ROW = Pattern.compile("\\{.*\"RowKey\".*}");

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final FakeStorage storage;

  BinderLabTest() throws IOException {
    storage = new FakeStorage(this::answer);
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  @Test
  void messagesRowsAndBlobsLeaveAsTheyDid(@TempDir Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("Shop.csproj"), PROJECT);
    Files.writeString(source.resolve("Work.cs"), APP);
    ConvertedApp app = ConvertedApp.of(source, "", folder);
    Path out = folder.resolve("out");
    lab.build(app.after().resolve("Shop.csproj"), out).orFail();
    Path calls = Files.writeString(folder.resolve("calls.jsonl"), CALLS);
    lab.fnrun(
            out.resolve("Shop.dll").toString(),
            "--calls",
            calls.toString(),
            "--out",
            folder.resolve("results.jsonl").toString(),
            "--setting",
            "AzureWebJobsStorage=" + storage.connection("main"),
            "--setting",
            "Store=" + storage.connection("other"))
        .orFail();
    assertThat(sent)
        .containsExactly(
            "other/q-a1: text",
            "main/objects: {\n  \"id\": \"A1\",\n  \"PartitionKey\": \"p\",\n  \"RowKey\": \"A1\"\n}",
            "main row: {\"Id\":\"A1\",\"PartitionKey\":\"p\",\"RowKey\":\"A1\"}",
            "other/q-bad: text",
            "main/objects: {\n  \"id\": \"bad\",\n  \"PartitionKey\": \"p\",\n  \"RowKey\": \"bad\"\n}",
            "other blob: hello");
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().toString();
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String account = path.split("/")[1];
    if (path.contains("/messages")) {
      sent.add(path.substring(1, path.indexOf("/messages")) + ": " + message(body));
    } else if (path.contains("/$batch")) {
      sent.add(account + " row: " + first(ROW, body));
    } else if (path.contains("comp=block&")) {
      sent.add(account + " blob: " + body);
    }
    boolean isBatch = path.contains("/$batch");
    call.getResponseHeaders()
        .set("Content-Type", isBatch ? "multipart/mixed; boundary=b" : "application/xml");
    call.getResponseHeaders().set("ETag", "\"1\"");
    call.getResponseHeaders().set("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT");
    byte[] answer =
        (isBatch ? WRITTEN : path.contains("/messages") ? SENT : "")
            .getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(isBatch ? 202 : 201, answer.length == 0 ? -1 : answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  private static String message(String body) {
    byte[] text =
        Base64.getDecoder().decode(first(MESSAGE, body).replaceAll("</?MessageText>", ""));
    return new String(text, StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group() : text;
  }
}
