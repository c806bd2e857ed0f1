package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deep and wide text is parsed, or reported in one sentence; the stack never overflows. Each of
 * these takes a second or two; with a second look at each level of a nest, many minutes.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParserDepthTest {
  private static final int DEEP = 50_000;

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

  private static String nest(String open, String core, String close) {
    return open.repeat(DEEP) + core + close.repeat(DEEP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (            | 1 | )
          (1,          | b | )
          (a,          | b | )
          (            | b | , a)
          f(           | b | )
          [            | b | ]
          new(         | b | )
          (a ? b :     | c | )
          a ?          | b | : c
          a < b,       | b | ''
          a <          | b | ''
          a ? b :      | c | ''
          (A)(         | b | )
          x =>         | b | ''
          () => { f(   | b | ); }
          a switch { _ => | b | }
          """)
  void readsNestsOfExpressionsOnce(String open, String core, String close) {
    readsOrSaysTooDeep(body("f(" + nest(open, core, close) + ")"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (a,          | b | )
          (            | b | , a)
          A<           | b | >
          A<b,         | b | >
          delegate*<   | b | >
          """)
  void readsNestsOfTypesOnce(String open, String core, String close) {
    CSharpFile file = parse("class C { " + nest(open, core, close) + " F; }");
    assertThat(file.errors()).isEmpty();
    assertThat(parse("class C { void M() { " + nest(open, core, close) + " f; } }").errors())
        .isEmpty();
  }

  @Test
  void readsNestsOfDeclarationsOnce() {
    assertThat(parse(nest("class C { ", "", "}")).types()).hasSize(DEEP);
    assertThat(parse("class C { void M() { " + nest("{", "", "}") + "} }").errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{", "f(", "if (a) {", "void M( { ", "() => {", "$$", "/* "})
  void reportsWhatIsNotClosedOnce(String open) {
    CSharpFile file = parse("class C { object M() { x = " + open.repeat(DEEP) + ";");
    assertThat(file.errors()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (A,   | A | )
          (     | A | )
          {P:   | A | }
          [     | A | ]
          not ( | A | )
          A or  | A | ''
          """)
  void readsNestsOfPatternsOnce(String open, String core, String close) {
    readsOrSaysTooDeep(body("a is " + nest(open + " ", core, close)));
  }

  /** Beyond what the stack holds, which is no fixed number of levels. */
  @Test
  void readsOrSaysWhatIsDeeperThanAnyProgram() {
    int levels = 1_000_000;
    CSharpFile types = parse("class C { ".repeat(levels) + "}".repeat(levels));
    assertThat(types.errors()).allMatch(error -> error.message().equals("nested too deeply"));
    readsOrSaysTooDeep(body("(".repeat(levels) + "1" + ")".repeat(levels)));
  }
}
