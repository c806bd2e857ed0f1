package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the caller gets by {@code context.Response} of Web PubSub for each of the messages that the
 * extension in the host makes (azure-sdk-for-net, WebPubSubContextBinding.cs); in the lab the
 * extension is a facade, so only the converted app runs.
 */
final class WebPubSubAnswersLabTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.WebPubSub" Version="1.7.0" />
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
        </ItemGroup>
      </Project>
      """;

  private static final String APP =
      """
      using System.Net.Http;
      using Microsoft.AspNetCore.Http;
      using Microsoft.Azure.WebJobs;
      using Microsoft.Azure.WebJobs.Extensions.Http;
      using Microsoft.Azure.WebJobs.Extensions.WebPubSub;

      namespace Shop
      {
          public static class Work
          {
              [FunctionName("Work")]
              public static HttpResponseMessage Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", "options")] HttpRequest http, [WebPubSubContext] WebPubSubContext context)
              {
                  context.Response.Headers.Add("X-Error", context.HasError ? context.ErrorMessage : "none");
                  return context.Response;
              }
          }
      }
      """;

  private static final String CALLS =
      """
      {"http":{"method":"OPTIONS","path":"/api/Work"},"inputs":{"context":{"request":null,"response":{"body":"","status":200,"headers":{"WebHook-Allowed-Origin":["*"]}},"errorMessage":null,"hasError":false,"isPreflight":true}}}
      {"http":{"method":"OPTIONS","path":"/api/Work"},"inputs":{"context":{"request":null,"response":{"body":"","status":400,"headers":{}},"errorMessage":null,"hasError":false,"isPreflight":true}}}
      {"http":{"method":"POST","path":"/api/Work"},"inputs":{"context":{"response":{"body":"wrong","status":401,"headers":{}},"errorMessage":"wrong","hasError":true,"isPreflight":false}}}
      """;

  @Test
  void everyMessageIsSentAsTheHostSentIt(@TempDir Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("Shop.csproj"), PROJECT);
    Files.writeString(source.resolve("Work.cs"), APP);
    ConvertedApp app = ConvertedApp.of(source, "", folder);
    Path out = folder.resolve("out");
    lab.build(app.after().resolve("Shop.csproj"), out).orFail();
    Path calls = Files.writeString(folder.resolve("calls.jsonl"), CALLS);
    Path results = folder.resolve("results.jsonl");
    lab.fnrun(
            out.resolve("Shop.dll").toString(),
            "--calls",
            calls.toString(),
            "--out",
            results.toString())
        .orFail();
    try (Stream<String> lines = Files.lines(results)) {
      assertThat(lines.skip(1).map(WebPubSubAnswersLabTest::answer))
          .containsExactly(
              "200 {\"Content-Length\":\"0\",\"WebHook-Allowed-Origin\":\"*\",\"X-Error\":\"none\"} ",
              "400 {\"Content-Length\":\"0\",\"X-Error\":\"none\"} ",
              "401 {\"Content-Length\":\"5\",\"Content-Type\":\"text/plain; charset=utf-8\",\"X-Error\":\"wrong\"} wrong");
    }
  }

  private static String answer(String line) {
    try {
      JsonNode call = JSON.readTree(line);
      return call.path("status").asInt()
          + " "
          + call.path("headers")
          + " "
          + call.path("body").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
