package dev.migrator.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import dev.migrator.syntax.TextError;
import dev.migrator.syntax.TextVariants;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonFileTest {
  private static final String SETTINGS =
      """
      {
        // 😀 local only
        "IsEncrypted": false,
        "Values": {
          "FUNCTIONS_WORKER_RUNTIME": "dotnet", /* in-process */
          "Path": "C:\\\\temp\\u0041\\n",
          'Single': 'it"s',
        },
        "Numbers": [1, -2.5e3, null, ],
      }
      """;

  private static JsonFile parse(String text) {
    return JsonFile.parse(SourceFile.of("local.settings.json", text));
  }

  private static String joined(JsonFile file) {
    String text = file.source().text();
    return file.tokenSpans().stream().map(span -> span.of(text)).collect(Collectors.joining());
  }

  @Test
  void findsValuesByPath() {
    for (SourceFile source : TextVariants.of("local.settings.json", SETTINGS)) {
      JsonFile file = JsonFile.parse(source);
      assertThat(file.errors()).isEmpty();
      assertThat(joined(file)).isEqualTo(source.text());
      JsonValue runtime = file.find("Values", "FUNCTIONS_WORKER_RUNTIME").orElseThrow();
      assertThat(runtime.asText()).contains("dotnet");
      assertThat(runtime.span().of(source.text())).isEqualTo("\"dotnet\"");
      assertThat(file.find("values", "FUNCTIONS_WORKER_RUNTIME")).isEmpty();
      assertThat(file.find("Values", "Path").flatMap(JsonValue::asText)).contains("C:\\tempA\n");
      assertThat(file.find("Values", "Single").flatMap(JsonValue::asText)).contains("it\"s");
      assertThat(file.find("IsEncrypted").orElseThrow()).isInstanceOf(JsonValue.JsonLiteral.class);
      assertThat(file.find("Numbers").orElseThrow())
          .isInstanceOfSatisfying(
              JsonValue.JsonArray.class, array -> assertThat(array.elements()).hasSize(3));
      assertThat(file.findMember("Values", "Path").orElseThrow().nameSpan().of(source.text()))
          .isEqualTo("\"Path\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1 \"b\": 2}   | '\"b\"' stands where ',' or '}' should follow",
        "{\"a\": }             | '}' stands where a value should follow",
        "{\"a\": 1             | the file ends where ',' or '}' should follow",
        "{\"a\": \"x           | the string has no closing quote",
        "{a: 1}                | a must stand in double quotes",
        "{\"a\" 1}             | '1' stands where ':' should follow",
        "{} {}                 | '{' stands where the end of the file should follow",
        "{ /* x }              | the comment has no end '*/'",
        "[1 2]                 | '2' stands where ',' or ']' should follow",
      })
  void saysInPlainWordsWhatIsWrong(String text, String message) {
    JsonFile file = parse(text);
    assertThat(file.errors()).extracting(TextError::message).containsExactly(message);
    assertThat(joined(file)).isEqualTo(text);
  }

  @Test
  void namesTheLineOfAnError() {
    assertThat(parse("{\n  \"a\": 1\n  \"b\": 2\n}\n").errors().get(0).line()).isEqualTo(3);
  }

  @Test
  void anEmptyFileIsAnError() {
    assertThat(parse("").errors()).hasSize(1);
    assertThat(parse("").root()).isEmpty();
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThat(parse("[".repeat(100_000)).errors()).hasSize(1);
  }

  @Test
  void keepsEveryCharacterOfTheCorpus() throws IOException {
    for (SourceFile source : TextVariants.corpus(name -> name.endsWith(".json"))) {
      JsonFile file = JsonFile.parse(source);
      assertThat(joined(file)).as(source.path()).isEqualTo(source.text());
      assertThat(file.errors()).as(source.path()).isEmpty();
    }
  }
}
