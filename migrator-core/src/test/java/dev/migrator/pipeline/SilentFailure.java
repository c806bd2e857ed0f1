package dev.migrator.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A function that somebody adds to a converted app, and that does not work.
 *
 * @param id of the finding
 * @param name of the case and its class
 * @param builds whether the compiler lets it pass as long as no package of the old model is left
 * @param members of the class
 */
record SilentFailure(String id, String name, boolean builds, String members) {
  private static final String HTTP =
      "[HttpTrigger(AuthorizationLevel.Function, \"get\")] HttpRequest request";

  static final List<SilentFailure> ALL =
      List.of(
          new SilentFailure(
              "FIN0704",
              "LostFunction",
              false,
              """
              [FunctionName("Lost")]
              public static void Lost([TimerTrigger("0 0 * * * *")] TimerInfo timer) { }
              """),
          broken(
              "FIN0706",
              "OutputBesideResponse",
              """
              [Function("Place")]
              [QueueOutput("orders")]
              public static IActionResult Place(%s) => new OkResult();
              """),
          broken(
              "FIN0706",
              "TextOutputBesideResponse",
              """
              [Function("PlaceText")]
              [QueueOutput("orders")]
              public static string PlaceText(%s) => "order";
              """),
          broken(
              "FIN0707",
              "OutParameter",
              """
              [Function("Label")]
              public static void Label([QueueTrigger("labels")] string label, out string job) => job = label;
              """),
          broken(
              "FIN0707",
              "RefParameter",
              """
              [Function("Count")]
              public static void Count([QueueTrigger("labels")] string label, ref int count) => count++;
              """),
          broken(
              "FIN0708",
              "ServiceParameter",
              """
              [Function("Audit")]
              public static void Audit([QueueTrigger("audit")] string entry, IServiceProvider services) { }
              """),
          broken(
              "FIN0708",
              "CallerOfAQueue",
              """
              [Function("Who")]
              public static void Who([QueueTrigger("who")] string entry, ClaimsPrincipal caller) { }
              """),
          broken(
              "FIN0708",
              "GenericLogger",
              """
              [Function("Log")]
              public static IActionResult Log(%s, ILogger<string> log) => new OkResult();
              """),
          broken(
              "FIN0708",
              "ObjectBesideRequest",
              """
              [Function("Draft")]
              public static IActionResult Draft(%s, Uri[] links) => new OkResult();
              """),
          broken(
              "FIN0710",
              "InternalFunction",
              """
              [Function("Inside")]
              internal static void Inside([QueueTrigger("inside")] string entry) { }
              """),
          broken(
              "FIN0711",
              "NestedFunction",
              """
              public static class Inner
              {
                  [Function("Nested")]
                  public static void Nested([QueueTrigger("nested")] string entry) { }
              }
              """),
          broken(
              "FIN0712",
              "OverloadedFunction",
              """
              [Function("Twice")]
              public static void Twice([QueueTrigger("twice")] string entry) => Twice(entry, 2);

              public static void Twice(string entry, int times) { }
              """),
          broken(
              "FIN0713",
              "FunctionWithoutTrigger",
              """
              [Function("Never")]
              public static void Never(CancellationToken token) { }
              """),
          broken(
              "FIN0714",
              "ValueTaskOfOutputs",
              """
              [Function("Both")]
              public static ValueTask<Result> Both(%s) => default;

              public sealed class Result
              {
                  [HttpResult] public IActionResult Answer { get; set; }
                  [QueueOutput("orders")] public string Order { get; set; }
              }
              """));

  private static SilentFailure broken(String id, String name, String members) {
    return new SilentFailure(id, name, true, members.replace("%s", HTTP));
  }

  private String text() {
    return """
        using System;
        using System.Security.Claims;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Extensions.Logging;

        namespace Broken
        {
            public static class NAME
            {
        MEMBERS
            }
        }
        """
        .replace("NAME", name)
        .replace("MEMBERS\n", members.indent(8));
  }

  Path addTo(Path project) throws IOException {
    Path file = project.resolve(name + ".cs");
    Files.writeString(file, text());
    return file;
  }

  @Override
  public String toString() {
    return id + " " + name;
  }
}
