package dev.migrator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.Binding.UnresolvedValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionReaderTest {
  @Test
  void readsTriggerAndOutputOfAMethod() {
    Function function =
        inProcess(
            """
            [FunctionName("Copy")]
            public static void Run(
                [QueueTrigger("in", Connection = "Store")] string message,
                [Queue("out")] ICollector<string> copies,
                ILogger log) { }
            """);
    assertThat(function.name()).contains("Copy");
    assertThat(bindings(function))
        .containsExactly(
            "queueTrigger IN message {connection=Store, queueName=in}",
            "queue OUT copies {connection=AzureWebJobsStorage, queueName=out}");
    assertThat(function.parameters())
        .extracting(FunctionParameter::name)
        .containsExactly("message", "copies", "log");
    assertThat(function.parameters())
        .extracting(FunctionParameter::typeName)
        .containsExactly(
            Optional.of("System.String"),
            Optional.of("Microsoft.Azure.WebJobs.ICollector<System.String>"),
            Optional.of("Microsoft.Extensions.Logging.ILogger"));
    assertThat(function.parameters().get(1).isCollector()).isTrue();
    assertThat(function.parameters().get(1).binding()).contains(function.bindings().get(1));
    assertThat(function.parameters().get(2).binding()).isEmpty();
  }

  @Test
  void readsNamesFromConstantsAndNameof() {
    assertThat(
            inProcess(
                    """
                    const string Prefix = "Shop";
                    [FunctionName(Prefix + "-" + nameof(Run))]
                    public static void Run([TimerTrigger("* * * * * *")] TimerInfo timer) { }
                    """)
                .name())
        .contains("Shop-Run");
  }

  @Test
  void keepsTheTextOfWhatCannotBeResolved() {
    Function function =
        inProcess(
            """
            [FunctionName( Names . Run )]
            public static void Run([QueueTrigger(Names.Queue /* theirs */)] string message) { }
            """);
    assertThat(function.name()).isEmpty();
    assertThat(function.displayName()).isEqualTo("Run");
    assertThat(function.bindings().get(0).properties())
        .containsEntry("queueName", new UnresolvedValue("Names.Queue"));
  }

  @Test
  void readsEnumsNumbersAndFlags() {
    assertThat(
            bindings(
                inProcess(
                    """
                    const AuthorizationLevel Level = AuthorizationLevel.Admin;
                    [FunctionName("A")]
                    public static void Run(
                        [HttpTrigger(Level, new[] { "get" }, Route = $"{nameof(Run)}/{{id}}")] HttpRequest a) { }
                    """)))
        .containsExactly("httpTrigger IN a {authLevel=admin, methods=[get], route=Run/{id}}");
    assertThat(
            bindings(
                inProcess(
                    """
                    [FunctionName("A")]
                    public static void Run(
                        [HttpTrigger(methods: "put", authLevel: (AuthorizationLevel)0)] HttpRequest a) { }
                    """)))
        .containsExactly("httpTrigger IN a {authLevel=anonymous, methods=[put]}");
    assertThat(
            inProcess(
                """
                    const bool No = !true;
                    [FunctionName("A"), ExponentialBackoffRetry(-1, "00:00:01", "00:01:00")]
                    public static void Run([TimerTrigger("%S%", UseMonitor = No)] TimerInfo timer) { }
                    """))
        .satisfies(
            function -> {
              assertThat(function.bindings().get(0).properties())
                  .containsEntry("useMonitor", false);
              assertThat(function.facts())
                  .containsEntry(
                      "retry",
                      "exponentialBackoff maxRetryCount=-1 minimumInterval=00:00:01"
                          + " maximumInterval=00:01:00");
            });
  }

  @Test
  void followsAnAliasOfTheNameAttribute() {
    assertThat(
            FunctionSnippet.read(
                ProgrammingModel.IN_PROCESS,
                """
                using Microsoft.Azure.WebJobs;
                using F = Microsoft.Azure.WebJobs.FunctionNameAttribute;
                public class C {
                  [F("A")] public void Run([TimerTrigger("%S%")] TimerInfo timer) { }
                }
                """))
        .extracting(Function::name)
        .containsExactly(Optional.of("A"));
  }

  @Test
  void addsTheImplicitHttpResponse() {
    assertThat(
            bindings(
                inProcess(
                    """
                    [FunctionName("A")]
                    public static async Task<IActionResult> Run(
                        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "POST", Route = "a/{id}")]
                        HttpRequest req, string id) => null;
                    """)))
        .containsExactly(
            "httpTrigger IN req {authLevel=anonymous, methods=[get, post], route=a/{id}}",
            "http OUT $return {}");
    assertThat(
            bindings(
                inProcess(
                    """
                    [FunctionName("A")]
                    public static Task Run([HttpTrigger] HttpRequest req) => null;
                    """)))
        .containsExactly("httpTrigger IN req {authLevel=function, methods=[]}");
  }

  @Test
  void readsOutputsOfTheReturnValueAndOutParameters() {
    assertThat(
            bindings(
                inProcess(
                    """
                    [FunctionName("A")]
                    [return: Queue("done")]
                    public static string Run(
                        [TimerTrigger("%S%")] TimerInfo timer,
                        [ServiceBus("t", ServiceBusEntityType.Topic)] out string topic,
                        [Blob("b/{x}", FileAccess.Read)] Stream source,
                        [Blob("b/{x}", FileAccess.Write)] Stream target,
                        [Blob("b")] BlobContainerClient container) => null;
                    """)))
        .containsExactly(
            "timerTrigger IN timer {runOnStartup=false, schedule=%S%, useMonitor=true}",
            "serviceBus OUT topic {connection=AzureWebJobsServiceBus, entityType=topic,"
                + " queueOrTopicName=t}",
            "blob IN source {access=read, blobPath=b/{x}, connection=AzureWebJobsStorage}",
            "blob OUT target {access=write, blobPath=b/{x}, connection=AzureWebJobsStorage}",
            "blob INOUT container {blobPath=b, connection=AzureWebJobsStorage}",
            "queue OUT $return {connection=AzureWebJobsStorage, queueName=done}");
  }

  @Test
  void takesTheCardinalityFromTheParameter() {
    assertThat(cardinality("string[]")).isEqualTo("many");
    assertThat(cardinality("IReadOnlyList<string>")).isEqualTo("many");
    assertThat(cardinality("byte[][]")).isEqualTo("many");
    assertThat(cardinality("string")).isEqualTo("one");
    assertThat(cardinality("byte[]")).isEqualTo("one");
    assertThat(cardinality("IDictionary<string, string>")).isEqualTo("one");
    assertThat(cardinality("Missing")).isEqualTo(new UnresolvedValue("Missing"));
  }

  private static Object cardinality(String type) {
    Function function =
        inProcess(
            """
            [FunctionName("A")]
            public static void Run([EventHubTrigger("h", Connection = "C")] %s events) { }
            """
                .formatted(type));
    return function.bindings().get(0).properties().getOrDefault("cardinality", "");
  }

  @Test
  void takesTheConnectionFromTheNearestAccountAttribute() {
    List<Function> functions =
        FunctionSnippet.read(
            ProgrammingModel.IN_PROCESS,
            """
            using Microsoft.Azure.WebJobs;
            [StorageAccount("OfClass")]
            public static partial class C {
              [FunctionName("A")]
              public static void A([QueueTrigger("q")] string m) { }
              [FunctionName("B"), StorageAccount("OfMethod")]
              public static void B([QueueTrigger("q")] string m) { }
              [FunctionName("C"), StorageAccount("OfMethod")]
              public static void C([QueueTrigger("q"), StorageAccount("OfParameter")] string m) { }
              [FunctionName("D"), StorageAccount("OfMethod")]
              public static void D([QueueTrigger("q", Connection = "Own")] string m) { }
            }
            """,
            """
            using Microsoft.Azure.WebJobs;
            partial class C {
              [FunctionName("E")]
              public static void E([QueueTrigger("q")] string m) { }
            }
            """);
    assertThat(functions)
        .extracting(f -> f.bindings().get(0).properties().get("connection"))
        .containsExactly("OfClass", "OfMethod", "OfParameter", "Own", "OfClass");
  }

  @Test
  void readsFacts() {
    assertThat(
            inProcess(
                    """
                    [FunctionName("A"), FixedDelayRetry(3, "00:00:05"), Singleton, Timeout("00:10:00"), Disable]
                    public static void Run([TimerTrigger("%S%")] TimerInfo timer, IBinder binder) { }
                    """)
                .facts())
        .containsEntry("retry", "fixedDelay maxRetryCount=3 delayInterval=00:00:05")
        .containsEntry("timeout", "00:10:00")
        .containsEntry("disabled", true)
        .containsEntry("singleton", "")
        .containsEntry("binder", "binder");
  }

  @Test
  void readsAManualTrigger() {
    Function function =
        inProcess(
            """
            [FunctionName("A"), NoAutomaticTrigger]
            public static void Run(string input) { }
            """);
    assertThat(bindings(function)).containsExactly("manualTrigger IN input {}");
    assertThat(function.parameters().get(0).binding()).isPresent();
    assertThat(function.neverRan()).isEmpty();
    assertThat(function.problems()).isEmpty();
  }

  @Test
  void aManualTriggerNeedsATextAlone() {
    for (String parameters :
        List.of("int input", "[Queue(\"q\")] ICollector<string> q, string input", "")) {
      Function function =
          inProcess(
              """
              [FunctionName("A"), NoAutomaticTrigger]
              public static void Run(%s) { }
              """
                  .formatted(parameters));
      assertThat(bindings(function)).containsExactly("manualTrigger IN  {}");
      assertThat(function.neverRan()).isPresent();
    }
  }

  @Test
  void reportsAttributesThatCannotBeResolved() {
    Function function =
        inProcess(
            """
            [FunctionName("A")]
            public static void Run([TimerTrigger("%S%")] TimerInfo timer, [Inject] IThing thing) { }
            """);
    assertThat(function.unresolvedAttributes())
        .extracting(attribute -> attribute.name().text())
        .containsExactly("Inject");
    assertThat(function.bindings()).hasSize(1);
  }

  @Test
  void takesAttributesOfTheProjectForBindingsOfUnknownKind() {
    List<Function> functions =
        FunctionSnippet.read(
            ProgrammingModel.IN_PROCESS,
            """
            using System;
            using Microsoft.Azure.WebJobs;
            using Microsoft.Azure.WebJobs.Description;
            namespace Own {
              [Binding] public class PagerAttribute : Attribute { public PagerAttribute(string number) { } }
              public class PlainAttribute : Attribute { }
              public class QueueAttribute : Microsoft.Azure.WebJobs.QueueAttribute {
                public QueueAttribute(string queueName) : base(queueName) { } }
              public class C {
                [FunctionName("A")]
                public void Run([TimerTrigger("%S%")] TimerInfo timer,
                    [Pager("112")] string a, [Plain] string b, [Queue("q")] out string c) => c = "";
              }
            }
            """);
    assertThat(bindings(functions.get(0)))
        .startsWith("timerTrigger IN timer {runOnStartup=false, schedule=%S%, useMonitor=true}")
        .endsWith("pager IN a {argument0=112}", "Own.QueueAttribute OUT c {argument0=q}");
    assertThat(functions.get(0).unresolvedAttributes()).isEmpty();
  }

  @Test
  void findsNestedFunctionsAndSaysThatTheyNeverRan() {
    List<Function> functions =
        FunctionSnippet.read(
            ProgrammingModel.IN_PROCESS,
            """
            using Microsoft.Azure.WebJobs;
            class Outer { class Inner {
              [FunctionName("A")] public void Run([TimerTrigger("%S%")] TimerInfo timer) { }
            } }
            """);
    assertThat(functions).hasSize(1);
    assertThat(functions.get(0).isNested()).isTrue();
    assertThat(functions.get(0).problems()).hasSize(1);
  }

  @Test
  void readsOutputsOfTheMethodInTheIsolatedModel() {
    assertThat(
            bindings(
                isolated(
                    """
                    [Function("A")]
                    [QueueOutput("done", Connection = "Store")]
                    public string Run([EventHubTrigger("h", Connection = "C", IsBatched = false)] string text) => text;
                    """)))
        .containsExactly(
            "eventHubTrigger IN text {cardinality=one, connection=C, consumerGroup=$Default,"
                + " eventHubName=h}",
            "queue OUT $return {connection=Store, queueName=done}");
  }

  @Test
  void readsOutputsOfTheResultsProperties() {
    List<Function> functions =
        FunctionSnippet.read(
            ProgrammingModel.ISOLATED,
            """
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Azure.Functions.Worker;
            public class C {
              [Function("A")]
              public Task<Output> Run([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest req) => null;
              [Function("B")]
              public Row B([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest req) => null;
            }
            public record Row([property: QueueOutput("rows")] string Text);
            """,
            """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Azure.Functions.Worker;
            public partial class Output {
              [HttpResult] public IActionResult Result { get; set; }
              [QueueOutput("orders")] public string[] Orders { get; set; }
            }
            """);
    assertThat(bindings(functions.get(0)))
        .containsExactly(
            "httpTrigger IN req {authLevel=function, methods=[get]}",
            "http OUT Result {}",
            "queue OUT Orders {connection=AzureWebJobsStorage, queueName=orders}");
    assertThat(bindings(functions.get(1)))
        .containsExactly(
            "httpTrigger IN req {authLevel=function, methods=[get]}",
            "queue OUT Text {connection=AzureWebJobsStorage, queueName=rows}");
  }

  @Test
  void saysWhatTheWorkerWouldLose() {
    Function function =
        isolated(
            """
            [Function("A")]
            [QueueOutput("done")]
            public string Run([HttpTrigger(AuthorizationLevel.Function)] HttpRequest req) => "";
            """);
    assertThat(function.problems())
        .containsExactly(
            "A: an output attribute on the method of an HTTP function: the HTTP response is lost");
    assertThat(
            isolated(
                    """
                    [Function("A")]
                    public void Run([ServiceBusTrigger("q")] string[] messages) { }
                    """)
                .problems())
        .containsExactly(
            "A: serviceBusTrigger on messages: cardinality is one but the parameter is"
                + " System.String[]");
  }

  @Test
  void seesOnlyFunctionsOfTheModel() {
    assertThat(
            FunctionSnippet.read(
                ProgrammingModel.ISOLATED,
                """
                class FunctionNameAttribute : System.Attribute { public FunctionNameAttribute(string n) { } }
                class C { [FunctionName("A")] public void Run() { } }
                """))
        .isEmpty();
  }

  private static Function inProcess(String member) {
    return only(
        FunctionSnippet.read(
            ProgrammingModel.IN_PROCESS,
            """
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Threading.Tasks;
            using Azure.Storage.Blobs;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Azure.WebJobs;
            using Microsoft.Azure.WebJobs.Extensions.Http;
            using Microsoft.Azure.WebJobs.ServiceBus;
            using Microsoft.Extensions.Logging;
            public static class Functions {
            %s
            }
            """
                .formatted(member)));
  }

  private static Function isolated(String member) {
    return only(
        FunctionSnippet.read(
            ProgrammingModel.ISOLATED,
            """
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Azure.Functions.Worker;
            public class Functions {
            %s
            }
            """
                .formatted(member)));
  }

  private static Function only(List<Function> functions) {
    assertThat(functions).hasSize(1);
    return functions.get(0);
  }

  private static List<String> bindings(Function function) {
    return function.bindings().stream()
        .map(b -> b.kind() + " " + b.direction() + " " + b.name() + " " + b.properties())
        .toList();
  }
}
