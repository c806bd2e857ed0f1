package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UsingCheckTest {
  @Test
  void aDirectiveIsNeededForTypesExtensionsAndCrefs() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Globalization;
            using System.Text;
            using Microsoft.Extensions.Logging;
            using Newtonsoft.Json;
            /// <see cref="JsonConvert"/>
            class C { StringBuilder a; void M(global::Microsoft.Extensions.Logging.ILogger log) { log.LogInformation("a"); } }
            """);
    UsingCheck check = UsingCheck.in(snippet.resolver());
    assertThat(check.isNeeded(snippet.using("System.Text"))).isEqualTo(Truth.YES);
    assertThat(check.isNeeded(snippet.using("Newtonsoft.Json"))).isEqualTo(Truth.YES);
    assertThat(check.isNeeded(snippet.using("Microsoft.Extensions.Logging"))).isEqualTo(Truth.YES);
    assertThat(check.isNeeded(snippet.using("System.Globalization"))).isEqualTo(Truth.NO);
  }

  @Test
  void anUnknownNamespaceMayBeNeeded() {
    Snippet snippet = Snippet.of("using Contoso.Unknown; class C { }");
    assertThat(UsingCheck.in(snippet.resolver()).isNeeded(snippet.using("Contoso.Unknown")))
        .isEqualTo(Truth.MAYBE);
  }

  @Test
  void findsNamesThatANewDirectiveMakesAmbiguous() {
    Snippet snippet =
        Snippet.of(
            """
            using App.Models;
            namespace App { class C { RetryContext a; } }
            namespace App.Models { class RetryContext { } }
            """);
    UsingCheck check = UsingCheck.between(snippet.resolver(), snippet.isolated().resolver());
    List<NameChange> changes = check.additionOf(snippet.file(), "Microsoft.Azure.Functions.Worker");
    assertThat(changes).singleElement().matches(NameChange::isAmbiguity);
  }

  @Test
  void askedForRemovalsAndAdditionsTogether() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Text;
            using Microsoft.Azure.WebJobs;
            class C { [FunctionName("a")] void M(TimerInfo t, StringBuilder b) {} }
            """);
    UsingCheck check = UsingCheck.between(snippet.resolver(), snippet.isolated().resolver());
    UsingEdit edit =
        UsingEdit.of(
            List.of(snippet.using("Microsoft.Azure.WebJobs")),
            List.of("Microsoft.Azure.Functions.Worker"));
    assertThat(check.effect(snippet.file(), edit).names())
        .extracting(c -> c.reference().text() + " > " + Snippet.describe(c.after()))
        .containsExactly(
            "FunctionName > UNKNOWN", "TimerInfo > Microsoft.Azure.Functions.Worker.TimerInfo");
  }
}
