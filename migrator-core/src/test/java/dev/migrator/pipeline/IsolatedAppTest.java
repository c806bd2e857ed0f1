package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Isolated apps that people wrote themselves: what is right raises no alarm. */
final class IsolatedAppTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <OutputType>Exe</OutputType>
          <ImplicitUsings>enable</ImplicitUsings>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.Azure.Functions.Worker" Version="2.0.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Sdk" Version="2.0.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore" Version="2.0.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues" Version="5.5.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.ServiceBus" Version="5.22.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.EventHubs" Version="6.3.6" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.SignalRService" Version="2.0.1" />
          <PackageReference Include="Microsoft.Azure.Functions.Worker.Extensions.DurableTask" Version="1.2.2" />
        </ItemGroup>
        <ItemGroup>
          <FrameworkReference Include="Microsoft.AspNetCore.App" />
        </ItemGroup>
      </Project>
      """;

  private static final String PROGRAM =
      """
      using Microsoft.Azure.Functions.Worker.Builder;
      using Microsoft.Extensions.Hosting;

      var builder = FunctionsApplication.CreateBuilder(args);
      builder.ConfigureFunctionsWebApplication();
      builder.Build().Run();
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public IActionResult Run([HttpTrigger(\"post\")] HttpRequest q, [Body] Order o) => null!;",
        "public IActionResult Run([HttpTrigger(Route = \"{*Way}\")] HttpRequest q, Order way) => null!;",
        "public Task Run([HttpTrigger(\"get\")] HttpRequest q, string code, Guid? id) => null!;",
        "public HttpResponseData Run([HttpTrigger(\"get\")] HttpRequestData q) => null!;",
        "public object Run([HttpTrigger(\"get\")] HttpRequest q) => new OkResult();",
        "public Answer Run([HttpTrigger(\"get\")] HttpRequest q) => null!;",
        "[SignalROutput(HubName = \"h\")] public SignalRMessageAction Run([HttpTrigger] HttpRequest q) => null!;",
        "public void Run([QueueTrigger(\"q\")] Order o, string id, long dequeueCount, FunctionContext c) { }",
        "public void Run([EventHubTrigger(\"h\")] string[] m, DateTime[] enqueuedTimeUtcArray) { }",
        "public void Run([ServiceBusTrigger(\"q\")] string m, ServiceBusMessageActions a) { }",
        "public Task Run([OrchestrationTrigger] TaskOrchestrationContext c, Order input) => null!;",
        "public IActionResult Run([HttpTrigger] Order unused) => null!;",
      })
  void acceptsWhatTheWorkerSupplies(String function) throws IOException {
    Result result = verify(function);
    assertThat(errors(result)).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public string Run([HttpTrigger(\"get\")] HttpRequest q) => \"text\";",
        "public Task<Order> Run([HttpTrigger(\"get\")] HttpRequest q) => null!;",
        "public async Task<List<Order>> Run([HttpTrigger(\"get\")] HttpRequest q) => null!;",
        "public ActionResult<Order> Run([HttpTrigger(\"get\")] HttpRequest q) => null!;",
        "public HttpResponseMessage Run([HttpTrigger(\"get\")] HttpRequest q) => null!;",
      })
  void findsAnswersThatNobodyExecutes(String function) throws IOException {
    Result result = verify(function);
    assertThat(errors(result)).containsExactly("FIN0705");
    assertThat(result.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public IActionResult Run([HttpTrigger(\"post\")] Order order) => null!;",
        "public IActionResult Run([HttpTrigger(\"post\")] HttpRequestMessage q) => null!;",
        "public IActionResult Run([HttpTrigger(\"post\")] HttpRequest q, ILogger log) => null!;",
        "public void Run([QueueTrigger(\"q\")] string m, IConfiguration settings) { }",
        "public Task Run([OrchestrationTrigger] TaskOrchestrationContext c, ILogger l) => null!;",
      })
  void findsParametersThatArriveNull(String function) throws IOException {
    assertThat(errors(verify(function))).containsExactly("FIN0708");
  }

  @Test
  void findsARequestWithoutTheWebApplication() throws IOException {
    String function = "public IActionResult Run([HttpTrigger(\"get\")] HttpRequest q) => null!;";
    write("Program.cs", PROGRAM.replace("builder.ConfigureFunctionsWebApplication();", ""));
    assertThat(errors(verifyWith(function))).containsExactly("FIN0703");
  }

  @Test
  void findsAStartupThatNobodyCalls() throws IOException {
    write("Program.cs", PROGRAM);
    write(
        "Startup.cs",
        """
        using Microsoft.Azure.Functions.Worker.Builder;

        class Startup
        {
            public void Configure(FunctionsApplicationBuilder builder) { }
        }
        """);
    String function = "public void Run([QueueTrigger(\"q\")] string m) { }";
    assertThat(errors(verifyWith(function))).containsExactly("FIN0703");
  }

  @Test
  void asksForASerializerWhereMessagesAreSent() throws IOException {
    write(
        "Program.cs",
        PROGRAM.replace("builder.Build", "builder.UseInProcessCompatibility();\nbuilder.Build"));
    write(
        "InProcessCompatibility.cs",
        """
        using Microsoft.Azure.Functions.Worker;

        static class InProcessCompatibility
        {
            public static IFunctionsWorkerApplicationBuilder UseInProcessCompatibility(
                this IFunctionsWorkerApplicationBuilder builder) => builder;
        }
        """);
    String project =
        PROJECT.replace(
            "</ItemGroup>\n</Project>",
            "<PackageReference Include=\"Microsoft.Azure.Core.NewtonsoftJson\" Version=\"1.0.0\" />\n"
                + "</ItemGroup>\n</Project>");
    String queue = "public void Run([QueueTrigger(\"q\")] Order order) { }";
    assertThat(errors(verifyWith(project, queue))).containsExactly("FIN0703");
    String timer = "public void Run([TimerTrigger(\"0 0 * * * *\")] TimerInfo timer) { }";
    assertThat(errors(verifyWith(project, timer))).isEmpty();
  }

  @Test
  void leavesTypesOfOtherPackagesToTheirConverters() throws IOException {
    write("Program.cs", PROGRAM);
    String function =
        "public IActionResult Run([HttpTrigger(\"post\")] ContosoOrder order) => null!;";
    String other =
        PROJECT.replace(
            "</ItemGroup>\n</Project>",
            "<PackageReference Include=\"Contoso.Orders\" Version=\"1.0.0\" />\n"
                + "</ItemGroup>\n</Project>");
    assertThat(errors(verifyWith(other, function))).isEmpty();
  }

  private Result verify(String function) throws IOException {
    write("Program.cs", PROGRAM);
    return verifyWith(function);
  }

  private Result verifyWith(String function) throws IOException {
    return verifyWith(PROJECT, function);
  }

  private Result verifyWith(String project, String function) throws IOException {
    write("App.csproj", project);
    write("host.json", "{ \"version\": \"2.0\" }");
    write(
        "Jobs.cs",
        """
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;
        using Microsoft.DurableTask;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;
        using Body = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

        public class Order { public int Number { get; set; } }

        public class Answer { [HttpResult] public IActionResult? Result { get; set; } }

        public class Jobs
        {
            [Function("Job")]
        """
            + function
            + "\n}\n");
    return Migration.verify(ConvertedApp.request(folder, Optional.empty()), Progress.SILENT);
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private static List<String> errors(Result result) {
    return result.report().apps().get(0).findings().stream()
        .filter(Diagnostic::isError)
        .map(finding -> finding.code().id())
        .toList();
  }
}
