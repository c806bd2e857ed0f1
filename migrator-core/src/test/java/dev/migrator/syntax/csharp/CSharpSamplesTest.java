package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that Roslyn accepts up to C# 12, files that it rejects, and the sample apps. */
class CSharpSamplesTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("testdata.directory", "../testdata"));

  /** A line of the index. */
  record Sample(String path) {
    CSharpFile parse() throws IOException {
      Path file = TESTDATA.resolve("syntax").resolve(path);
      return CSharpParser.parse(
          SourceFile.ofBytes(path, Files.readAllBytes(file)), PreprocessorSymbols.NONE);
    }
  }

  static Stream<Sample> valid() throws IOException {
    return samples().filter(sample -> sample.path().startsWith("valid/"));
  }

  static List<Path> apps() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA.resolve("apps"))) {
      return files.filter(path -> path.toString().endsWith(".cs")).sorted().toList();
    }
  }

  private static Stream<Sample> samples() throws IOException {
    return Files.readAllLines(TESTDATA.resolve("syntax/index.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> new Sample(line.split("\t", 2)[0]));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void acceptsWhatTheCompilerAccepts(Sample sample) throws Exception {
    reads(sample.parse());
  }

  @ParameterizedTest
  @MethodSource("apps")
  void acceptsSampleApps(Path path) throws Exception {
    SourceFile source = SourceFile.ofBytes(path.toString(), Files.readAllBytes(path));
    reads(CSharpParser.parse(source, PreprocessorSymbols.NONE));
  }

  /** Text is kept even of a file that no compiler reads; the number rejected may only grow. */
  @Test
  void rejectsMostOfWhatTheCompilerRejects() throws Exception {
    int rejected = 0;
    for (Sample sample : samples().filter(s -> s.path().startsWith("invalid/")).toList()) {
      CSharpFile file = sample.parse();
      assertThat(joined(file)).as(sample.path()).isEqualTo(file.source().text());
      AllViews.visit(file.root());
      rejected += file.errors().isEmpty() ? 0 : 1;
    }
    System.out.println("C# samples that Roslyn rejects: " + rejected + " of 62 rejected");
    assertThat(rejected).isGreaterThanOrEqualTo(48);
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
