package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Deep and wide text is parsed, or reported in one sentence; the stack never overflows. */
class ParserDepthTest {
  private static CSharpFile parse(String text) {
    CSharpFile file = CSharpParser.parse(SourceFile.of("Deep.cs", text), PreprocessorSymbols.NONE);
    String joined = file.tokens().all().stream().map(Token::text).collect(Collectors.joining());
    assertThat(joined.equals(text)).isTrue();
    return file;
  }

  private static CSharpFile body(String expression) {
    return parse("class C { object M() { return " + expression + "; } object P = 1; }");
  }

  private static void readsOrSaysTooDeep(CSharpFile file) {
    assertThat(file.errors()).allMatch(error -> error.message().equals("nested too deeply"));
    assertThat(file.types()).hasSize(1);
  }

  @Test
  void readsNestedParentheses() {
    readsOrSaysTooDeep(body("(".repeat(10_000) + "1" + ")".repeat(10_000)));
  }

  @Test
  void readsLongConcatenations() {
    readsOrSaysTooDeep(body("\"a\"" + " + \"b\"".repeat(50_000)));
  }

  @Test
  void readsLongChainsOfCalls() {
    readsOrSaysTooDeep(body("x" + ".Add(1)".repeat(20_000)));
  }

  @Test
  void readsALargeArray() {
    CSharpFile file = body("new int[] { " + "1234567, ".repeat(120_000) + "}");
    assertThat(file.errors()).isEmpty();
  }

  @Test
  void readsALargeField() {
    CSharpFile file = parse("class C { int[] a = { " + "1234567, ".repeat(120_000) + "}; }");
    assertThat(file.errors()).isEmpty();
  }

  @Test
  void survivesDepthInDeclarations() {
    CSharpFile file = parse("class C { ".repeat(3_000) + "}".repeat(3_000));
    assertThat(file.errors()).isEmpty();
    CSharpFile open = parse("class C { int F(".repeat(2_000));
    assertThat(open.errors()).isNotEmpty();
    CSharpFile field =
        parse("class C { object a = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }");
    readsOrSaysTooDeep(field);
  }
}
