package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFactsTest {
  @Test
  void knowsDeclaredTypes() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Text;
            class C {
              StringBuilder field; string text;
              void M(StringBuilder parameter, int[] numbers) {
                var created = new StringBuilder(); var cast = (StringBuilder)null; var asked = field as StringBuilder; var other = M2();
                object a = field, b = text, c = parameter, d = numbers, e = created, f = cast, g = other, h = asked;
              }
              StringBuilder M2() => null;
            }
            """);
    assertThat(snippet.declared("field")).isEqualTo("System.Text.StringBuilder");
    assertThat(snippet.declared("parameter")).isEqualTo("System.Text.StringBuilder");
    assertThat(snippet.declared("created")).isEqualTo("System.Text.StringBuilder");
    assertThat(snippet.declared("cast")).isEqualTo("System.Text.StringBuilder");
    assertThat(snippet.declared("asked")).isEqualTo("System.Text.StringBuilder");
    assertThat(snippet.declared("text")).contains("string");
    assertThat(snippet.declared("numbers")).contains("int[]");
    assertThat(snippet.declared("other")).isEqualTo("UNKNOWN");
  }

  @Test
  void tellsTheClassOfAnExtensionMethod() {
    Snippet snippet =
        Snippet.of(
            """
            using Microsoft.Extensions.Logging;
            static class Words { public static string Shorten(this string s) => s; }
            class Own { public void LogInformation(string s) {} }
            class C {
              void M(ILogger log, Own own, string text) {
                log.LogInformation("a"); own.LogInformation("b"); text.Shorten(); text.Trim();
              }
            }
            """);
    assertThat(snippet.extension("log.LogInformation(\"a\")"))
        .contains("Microsoft.Extensions.Logging.LoggerExtensions");
    assertThat(snippet.extension("own.LogInformation(\"b\")")).isEmpty();
    assertThat(snippet.extension("text.Shorten()")).contains("Words");
    assertThat(snippet.extension("text.Trim()")).isEmpty();
  }

  @Test
  void doesNotTellAnExtensionThatMayBeAnInstanceMethod() {
    Snippet snippet =
        Snippet.of(
            "using System.Linq; class C { void M(System.Collections.Generic.List<int> l)"
                + " { l.ToArray(); } }");
    assertThat(snippet.extension("l.ToArray()")).isEmpty();
  }
}
