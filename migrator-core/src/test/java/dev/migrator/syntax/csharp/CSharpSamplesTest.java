package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our verdicts and spans against those of Roslyn, stored beside the samples; the sample apps. */
class CSharpSamplesTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("testdata.directory", "../testdata"));
  private static final Path SAMPLES = TESTDATA.resolve("syntax");

  /** Words that are names outside of async code: the tree has an operator, the text is accepted. */
  private static final Set<String> AWAIT_AS_NAME =
      Set.of(
          "valid/names/async_await_forms.cs",
          "parse-only/await_by_context.cs",
          "parse-only/await_outside_async.cs");

  /** Declares a union, a preview of C# 15 that we do not read yet. */
  private static final String UNION = "preview/union.cs";

  private static final Pattern OFFSET = Pattern.compile("\\[(\\d+),");

  /**
   * A file with what the compiler says of it.
   *
   * @param errors as {@code CS1003@1:55[54,55)}, with offsets in brackets
   */
  record Sample(String path, boolean isValid, String errors) {
    CSharpFile parse() throws IOException {
      return CSharpSamplesTest.parse(SAMPLES.resolve(path));
    }
  }

  static Stream<Sample> valid() throws IOException {
    return samples().filter(sample -> sample.isValid() && !sample.path().equals(UNION));
  }

  static Stream<Sample> invalid() throws IOException {
    return samples().filter(sample -> !sample.isValid());
  }

  static List<Path> apps() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA.resolve("apps"))) {
      return files.filter(path -> path.toString().endsWith(".cs")).sorted().toList();
    }
  }

  private static Stream<Sample> samples() throws IOException {
    return Files.readAllLines(SAMPLES.resolve("index.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(columns -> new Sample(columns[0], columns[2].equals("ok"), columns[7]));
  }

  private static CSharpFile parse(Path file) throws IOException {
    return CSharpParser.parse(
        SourceFile.ofBytes(file.toString(), Files.readAllBytes(file)), PreprocessorSymbols.NONE);
  }

  @ParameterizedTest
  @MethodSource("valid")
  void acceptsWhatTheCompilerAccepts(Sample sample) throws Exception {
    reads(sample.parse());
  }

  @ParameterizedTest
  @MethodSource("apps")
  void acceptsSampleApps(Path path) throws Exception {
    reads(parse(path));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void reportsWhatTheCompilerReports(Sample sample) throws Exception {
    CSharpFile file = sample.parse();
    assertThat(joined(file)).isEqualTo(file.source().text());
    AllViews.visit(file.root());
    assertThat(file.errors()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void reportsInTheMemberOfTheCompiler(Sample sample) throws Exception {
    CSharpFile file = sample.parse();
    Set<String> theirs =
        OFFSET
            .matcher(sample.errors())
            .results()
            .map(match -> memberAt(file, Integer.parseInt(match.group(1))))
            .collect(Collectors.toSet());
    assertThat(theirs).isNotEmpty();
    assertThat(file.errors())
        .extracting(error -> memberAt(file, error.span().start()))
        .containsAnyElementsOf(theirs);
  }

  /** The innermost member around a place, the end of the text being behind its last token. */
  private static String memberAt(CSharpFile file, int place) {
    String text = file.source().text();
    int offset = text.substring(place).isBlank() ? text.stripTrailing().length() : place;
    return file.root()
        .descendants(MemberDeclaration.class)
        .filter(member -> member.span().start() <= offset && offset <= member.span().end())
        .min(Comparator.comparingInt(member -> member.span().end() - member.span().start()))
        .map(member -> member.span().toString())
        .orElse("none");
  }

  @Test
  void findsTheSpansOfTheCompiler() throws Exception {
    Map<String, Set<String>> different = new TreeMap<>();
    Map<String, RoslynTree> trees = trees();
    for (Sample sample : valid().toList()) {
      RoslynTree tree = Objects.requireNonNull(trees.get(sample.path()), sample.path());
      Set<String> differences = tree.differences(sample.parse());
      if (!differences.isEmpty()) {
        different.put(sample.path(), differences);
      }
    }
    AWAIT_AS_NAME.forEach(different::remove);
    assertThat(different).isEmpty();
  }

  private static Map<String, RoslynTree> trees() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(SAMPLES.resolve("expected/tree.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      return RoslynTree.read(lines.lines());
    }
  }

  /** The forms listed here are judged wrongly today; every other one as the compiler does. */
  @Test
  void judgesFormsAsTheCompiler() throws Exception {
    Set<String> wrong = new TreeSet<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("forms.tsv"))) {
      Form form = line.startsWith("#") ? null : Form.of(line);
      if (form != null && form.isJudged() && form.isAccepted() != form.isValid()) {
        wrong.add(form.context() + ": " + form.text());
      }
    }
    assertThat(wrong)
        .containsExactlyInAnyOrder(
            // Accepted by Roslyn, rejected by us.
            "statement: [a] b();",
            "pattern: await a",
            "file: namespace a.b { namespace c; }",
            // Rejected by Roslyn, accepted by us.
            "statement: async a => b;",
            "statement: record a(b);",
            "statement: extern alias a;",
            "expression: a switch { b ? c => d }",
            "arm: a? b => c",
            "member: partial partial partial();",
            "file: partial a();",
            "file: extension a;",
            "file: union = a;",
            "query: where from is d");
  }

  /** A line of the forms: a piece of code, the context it stands in, Roslyn's verdict. */
  record Form(String context, String text, String verdict) {
    private static final Map<String, String> CONTEXTS =
        Map.ofEntries(
            Map.entry("expression", "class C { void M() { x = @; } }"),
            Map.entry("argument", "class C { void M() { F(@); } }"),
            Map.entry("statement", "class C { void M() { @ } }"),
            Map.entry("async-statement", "class C { async void M() { @ } }"),
            Map.entry("member", "class C { @ }"),
            Map.entry("accessor", "class C { int P { @ } }"),
            Map.entry("type", "class C { @ x; }"),
            Map.entry("attribute", "[@] class C { }"),
            Map.entry("pattern", "class C { void M() { x = y is @; } }"),
            Map.entry("arm", "class C { void M() { x = y switch { @ }; } }"),
            Map.entry("case", "class C { void M() { switch (y) { case @: break; } } }"),
            Map.entry("query", "class C { void M() { q = from a in b @ select c; } }"),
            Map.entry("file", "@"));

    static Form of(String line) {
      String[] columns = line.split("\t", -1);
      String text =
          columns[1]
              .replace("\\\\", "\u0000")
              .replace("\\t", "\t")
              .replace("\\n", "\n")
              .replace("\\r", "\r")
              .replace('\u0000', '\\');
      return new Form(columns[0], text, columns[2]);
    }

    boolean isJudged() {
      return !verdict.equals("ok preview");
    }

    boolean isValid() {
      return verdict.equals("ok");
    }

    boolean isAccepted() {
      String frame = Objects.requireNonNull(CONTEXTS.get(context), context);
      int at = frame.indexOf('@');
      String whole = frame.substring(0, at) + text + frame.substring(at + 1);
      return CSharpParser.parse(SourceFile.of("Form.cs", whole), PreprocessorSymbols.NONE)
          .errors()
          .isEmpty();
    }
  }

  private static void reads(CSharpFile file) {
    assertThat(joined(file)).isEqualTo(file.source().text());
    AllViews.visit(file.root());
    assertThat(file.errors()).isEmpty();
    CSharpParserTest.checkSpans(file.root());
  }

  private static String joined(CSharpFile file) {
    return file.tokens().all().stream().map(Token::text).collect(Collectors.joining());
  }
}
