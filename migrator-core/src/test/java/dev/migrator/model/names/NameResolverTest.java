package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameResolverTest {
  @Test
  void findsAnAttributeWithoutItsSuffix() {
    Snippet snippet =
        Snippet.of("using Microsoft.Azure.WebJobs; class C { [FunctionName(\"X\")] void M() {} }");
    assertThat(snippet.meaning("FunctionName"))
        .isEqualTo("Microsoft.Azure.WebJobs.FunctionNameAttribute");
  }

  @Test
  void findsAFullyQualifiedAttribute() {
    Snippet snippet =
        Snippet.of(
            """
            class C {
              [global::Microsoft.Azure.WebJobs.FunctionNameAttribute("X")] void M() {}
              [Microsoft.Azure.WebJobs.FunctionName("Y")] void N() {}
            }
            """);
    assertThat(snippet.all())
        .containsExactly(
            "ATTRIBUTE global::Microsoft.Azure.WebJobs.FunctionNameAttribute"
                + " = Microsoft.Azure.WebJobs.FunctionNameAttribute",
            "ATTRIBUTE Microsoft.Azure.WebJobs.FunctionName"
                + " = Microsoft.Azure.WebJobs.FunctionNameAttribute");
  }

  @Test
  void takesTheOwnTypeOfTheSameName() {
    Snippet snippet =
        Snippet.of(
            """
            using System;
            using Microsoft.Azure.WebJobs;
            namespace App {
              class FunctionNameAttribute : Attribute { public FunctionNameAttribute(string n) {} }
              class C { [FunctionName("X")] void M() {} }
            }
            """);
    assertThat(snippet.meaning("FunctionName")).isEqualTo("App.FunctionNameAttribute");
  }

  @Test
  void passesOverAnOwnClassThatIsNoAttribute() {
    Snippet snippet =
        Snippet.of(
            """
            using Microsoft.Azure.WebJobs;
            namespace App {
              class FunctionName { }
              class C { [FunctionName("X")] void M(FunctionName f) {} }
            }
            """);
    assertThat(snippet.all())
        .contains(
            "ATTRIBUTE FunctionName = Microsoft.Azure.WebJobs.FunctionNameAttribute",
            "PARAMETER FunctionName = App.FunctionName");
  }

  @Test
  void seesThatTwoUsingsMakeANameAmbiguous() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Threading;
            using Microsoft.Azure.WebJobs;
            class C { void M(ExecutionContext c) {} }
            """);
    assertThat(snippet.meaning("ExecutionContext"))
        .isEqualTo(
            "AMBIGUOUS Microsoft.Azure.WebJobs.ExecutionContext,"
                + " System.Threading.ExecutionContext");
  }

  @Test
  void anAliasSettlesTheAmbiguity() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Threading;
            using Microsoft.Azure.WebJobs;
            using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;
            class C { void M(ExecutionContext c) {} }
            """);
    assertThat(snippet.all())
        .containsExactly(
            "ALIAS Microsoft.Azure.WebJobs.ExecutionContext"
                + " = Microsoft.Azure.WebJobs.ExecutionContext",
            "PARAMETER ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext by alias");
  }

  @Test
  void followsAnAliasOfANamespace() {
    Snippet snippet =
        Snippet.of(
            """
            using Jobs = Microsoft.Azure.WebJobs;
            class C { [Jobs.FunctionName("X")] void M([Jobs::QueueTrigger("q")] string s) {} }
            """);
    assertThat(snippet.meaning("Jobs.FunctionName"))
        .startsWith("Microsoft.Azure.WebJobs.FunctionNameAttribute");
    assertThat(snippet.meaning("Jobs::QueueTrigger"))
        .startsWith("Microsoft.Azure.WebJobs.QueueTriggerAttribute");
  }

  @Test
  void usesAnAliasOfAnAttributeWithItsSuffix() {
    Snippet snippet =
        Snippet.of(
            """
            using TriggerAttribute = Microsoft.Azure.WebJobs.QueueTriggerAttribute;
            class C { void M([Trigger("q")] string s) {} }
            """);
    assertThat(snippet.meaning("Trigger"))
        .isEqualTo("Microsoft.Azure.WebJobs.QueueTriggerAttribute by alias");
  }

  @Test
  void theNamespaceAroundWinsOverUsings() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Threading.Tasks;
            namespace App.Inner { class C { Task M() => null; } }
            namespace App { class Task { } }
            """);
    assertThat(snippet.meaning("Task")).isEqualTo("App.Task");
  }

  @Test
  void usingsInsideANamespaceWinOverOuterOnes() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Threading;
            namespace App {
              using Microsoft.Azure.WebJobs;
              class C { void M(ExecutionContext c) {} }
            }
            """);
    assertThat(snippet.meaning("ExecutionContext"))
        .isEqualTo("Microsoft.Azure.WebJobs.ExecutionContext");
  }

  @Test
  void usingsInsideANamespaceMayBeRelative() {
    Snippet snippet =
        Snippet.of(
            """
            namespace App { using Models; class C { Order M() => null; } }
            namespace App.Models { class Order { } }
            """);
    assertThat(snippet.meaning("Order")).isEqualTo("App.Models.Order");
  }

  @Test
  void typesOfTheNamespaceWinOverItsUsings() {
    Snippet snippet =
        Snippet.of(
            """
            using Microsoft.Azure.WebJobs;
            namespace App;
            class C { void M(TimerInfo t) {} }
            class TimerInfo { }
            """);
    assertThat(snippet.meaning("TimerInfo")).isEqualTo("App.TimerInfo");
  }

  @Test
  void findsNestedTypesOfOuterAndBaseTypes() {
    Snippet snippet =
        Snippet.of(
            """
            class Base { protected class Inner { } }
            class Outer : Base {
              class C { Inner M() => null; Outer.Inner N() => null; }
            }
            """);
    assertThat(snippet.all())
        .contains("RETURN Inner = Base+Inner", "RETURN Outer.Inner = Base+Inner");
  }

  @Test
  void doesNotSeeNestedTypesInTheBaseList() {
    Snippet snippet =
        Snippet.of("class Inner { } class C : Inner { class Inner { } Inner field; }");
    assertThat(snippet.all()).containsExactly("BASE Inner = Inner", "FIELD Inner = C+Inner");
  }

  @Test
  void countsTypeArguments() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Threading.Tasks;
            class C { Task<int> A() => null; Task B() => null; Task<int, int> D() => null; }
            """);
    assertThat(snippet.all())
        .containsExactly(
            "RETURN Task<int> = System.Threading.Tasks.Task`1",
            "RETURN Task = System.Threading.Tasks.Task",
            "RETURN Task<int, int> = WRONG_ARITY"
                + " System.Threading.Tasks.Task, System.Threading.Tasks.Task`1");
  }

  @Test
  void typeParametersAreNoTypes() {
    Snippet snippet =
        Snippet.of(
            """
            class T { }
            class C<T> { T field; void M<U>(U u, T t) where U : T { var x = typeof(U); } }
            """);
    assertThat(snippet.all()).isEmpty();
  }

  @Test
  void globalLeavesOwnNamespacesAside() {
    Snippet snippet =
        Snippet.of(
            """
            namespace App.System { class Text { } }
            namespace App {
              class C { global::System.Text.StringBuilder a; System.Text b; }
            }
            """);
    assertThat(snippet.all())
        .containsExactly(
            "FIELD global::System.Text.StringBuilder = System.Text.StringBuilder",
            "FIELD System.Text = App.System.Text");
  }

  @Test
  void knowsTheImplicitUsings() {
    Snippet snippet = Snippet.of("class C { List<Task> a; HttpClient b; }");
    assertThat(snippet.meaning("HttpClient")).isEqualTo("UNKNOWN");
    assertThat(snippet.withImplicitUsings().all())
        .containsExactly(
            "FIELD List<Task> = System.Collections.Generic.List`1",
            "GENERIC_ARGUMENT Task = System.Threading.Tasks.Task",
            "FIELD HttpClient = System.Net.Http.HttpClient");
  }

  @Test
  void knowsGlobalUsingsOfOtherFilesAndOfTheProject() {
    Snippet snippet =
        Snippet.of(
            "class C { Queue<int> a; Jobs.TimerInfo b; StringBuilder c; }",
            "global using System.Collections.Generic; global using Jobs = Microsoft.Azure.WebJobs;");
    assertThat(snippet.withUsingItems(UsingItem.of("System.Text")).all())
        .containsExactly(
            "FIELD Queue<int> = System.Collections.Generic.Queue`1",
            "FIELD Jobs.TimerInfo = Microsoft.Azure.WebJobs.TimerInfo by alias",
            "FIELD StringBuilder = System.Text.StringBuilder");
  }

  @Test
  void findsTypesOfReferencedProjectsUnlessInternal() {
    Snippet snippet =
        Snippet.of("using Library; class C { Shared a; Hidden b; }")
            .referencing("namespace Library { public class Shared { } class Hidden { } }");
    assertThat(snippet.all())
        .containsExactly("FIELD Shared = Library.Shared", "FIELD Hidden = UNKNOWN");
  }

  @Test
  void findsInternalTypesOfAProjectThatShowsThem() {
    Snippet snippet =
        Snippet.of("using Library; class C { Hidden a; }")
            .referencing(
                """
                [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("app")]
                namespace Library { class Hidden { } }
                """);
    assertThat(snippet.meaning("Hidden")).isEqualTo("Library.Hidden");
    assertThat(snippet.resolver().referencesShowingInternals()).containsExactly("app");
  }

  @Test
  void leavesTypesThatTheFrameworkDoesNotHaveYetAside() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Threading;
            using App.Locks;
            namespace App { class C { Lock a; } }
            namespace App.Locks { class Lock { } }
            """);
    assertThat(snippet.meaning("Lock")).isEqualTo("App.Locks.Lock");
    assertThat(snippet.on("net10.0").meaning("Lock")).startsWith("AMBIGUOUS");
  }

  @Test
  void anUnknownNamespaceInsideANamespaceLeavesDoubt() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Text;
            namespace App { using Contoso.Unknown; class C { StringBuilder a; } }
            """);
    assertThat(snippet.meaning("StringBuilder")).startsWith("UNKNOWN");
  }

  @Test
  void anUnknownNamespaceBesideAKnownOneLeavesNone() {
    Snippet snippet =
        Snippet.of("using System.Text; using Contoso.Unknown; class C { StringBuilder a; X b; }");
    assertThat(snippet.all())
        .containsExactly("FIELD StringBuilder = System.Text.StringBuilder", "FIELD X = UNKNOWN");
  }

  @Test
  void takesThePackageThatTheProjectNames() {
    Snippet snippet =
        Snippet.of(
            "using Microsoft.Azure.WebJobs; class C { void M([Queue(\"q\")] out string s) {} }");
    assertThat(snippet.meaning("Queue")).isEqualTo("Microsoft.Azure.WebJobs.QueueAttribute");
  }

  @Test
  void seesOnlyTheWorkerAfterTheConversion() {
    Snippet snippet =
        Snippet.of(
            """
            using Microsoft.Azure.WebJobs;
            using Microsoft.Azure.Functions.Worker;
            class C { [FunctionName("a")] void M(TimerInfo t) {} [Function("b")] void N() {} }
            """);
    assertThat(snippet.isolated().all())
        .containsExactly(
            "ATTRIBUTE FunctionName = UNKNOWN",
            "PARAMETER TimerInfo = Microsoft.Azure.Functions.Worker.TimerInfo",
            "ATTRIBUTE Function = Microsoft.Azure.Functions.Worker.FunctionAttribute");
  }

  @Test
  void aVerbatimAttributeNameTakesNoSuffix() {
    Snippet snippet =
        Snippet.of(
            """
            using System;
            class Mark : Attribute { }
            class MarkAttribute : Attribute { }
            class C { [@Mark] void M() {} [MarkAttribute] void N() {} [Mark] void O() {} }
            """);
    assertThat(snippet.all())
        .contains(
            "ATTRIBUTE @Mark = Mark",
            "ATTRIBUTE MarkAttribute = MarkAttribute",
            "ATTRIBUTE Mark = AMBIGUOUS Mark, MarkAttribute");
  }

  /** The package of the other namespace is not in the tables; code that compiles is unambiguous. */
  @Test
  void attributesOfStorageCameWithTheFirstRuntime() {
    Snippet snippet =
        Snippet.of(
                "using Microsoft.Azure.WebJobs; using Contoso.Unknown;"
                    + " class C { void M([Queue(\"q\")] string a) {} }")
            .withPackages(new PackageReference("Microsoft.NET.Sdk.Functions", "1.0.25"));

    assertThat(snippet.on("net461").meaning("Queue"))
        .isEqualTo("Microsoft.Azure.WebJobs.QueueAttribute");
    assertThat(snippet.on("netcoreapp2.1").meaning("Queue")).startsWith("UNKNOWN");
  }

  @Test
  void findsWhatNetStandardHasBesideAnUnknownNamespace() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Net.Http;
            using System.Text.Json;
            using Utf8Json;
            class C { void M(HttpRequestMessage a, JsonDocument b) {} }
            """);
    for (String framework : List.of("netcoreapp2.1", "netstandard2.0", "net461")) {
      assertThat(snippet.on(framework).meaning("HttpRequestMessage"))
          .isEqualTo("System.Net.Http.HttpRequestMessage");
      assertThat(snippet.on(framework).meaning("JsonDocument")).startsWith("UNKNOWN");
    }
  }
}
