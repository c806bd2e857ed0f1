package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts, tokens and spans against those of Roslyn, asked now: on the sample apps and on the
 * folders of {@code -Droslyn.folders=A:B}.
 */
class RoslynOracleTest {
  private static final Path APPS =
      Path.of(System.getProperty("testdata.directory", "../testdata")).resolve("apps");
  private static final int FILES_A_CALL = 200;
  private static final String KINDS =
      "InvocationExpression,Argument,CastExpression,BracketedArgumentList,"
          + "ElementAccessExpression,ElementBindingExpression";
  private static final Pattern HEAD = Pattern.compile("\\{\"file\":\"(.*?)\",\"ok\":.*");
  private static final Pattern TOKEN =
      Pattern.compile("\\{\"kind\":\"(\\w+)\",\"start\":(\\d+),\"end\":(\\d+),.*");

  private static final int PROGRAMS = 300;

  private final Map<String, Set<String>> different = new TreeMap<>();
  private int same;

  @Test
  void readsFilesAsTheCompiler() throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    List<Path> files = files();
    for (int i = 0; i < files.size(); i += FILES_A_CALL) {
      compare(lab, files.subList(i, Math.min(files.size(), i + FILES_A_CALL)));
    }
    System.out.println("as Roslyn: " + same + " files, otherwise " + different.size());
    assertThat(different).isEmpty();
  }

  @Test
  void readsGeneratedProgramsAsTheCompiler(@TempDir Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    List<Path> programs = new ArrayList<>();
    for (int seed = 0; seed < PROGRAMS; seed++) {
      Path program = folder.resolve("P" + seed + ".cs");
      programs.add(Files.writeString(program, new ProgramGenerator(seed).program()));
    }
    compare(lab, programs);
    assertThat(different).isEmpty();
    assertThat(same).isEqualTo(PROGRAMS);
  }

  private static List<Path> files() throws IOException {
    String named = System.getProperty("roslyn.folders", APPS.toString());
    List<Path> all = new ArrayList<>();
    for (String folder : named.split(":")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".cs") && Files.isRegularFile(file))
            .sorted()
            .forEach(all::add);
      }
    }
    return all;
  }

  private void compare(DotnetLab lab, List<Path> files) throws IOException {
    Path list = Files.createTempFile("files", ".lst");
    Files.write(list, files.stream().map(Path::toString).toList());
    Map<String, RoslynTree> trees =
        RoslynTree.read(lab.roslynCheck("tree", "--kinds", KINDS, "@" + list).stdout().lines());
    Map<String, Set<Span>> tokens = tokens(lab.roslynCheck("tokens", "@" + list).stdout().lines());
    Files.delete(list);
    for (Path file : files) {
      RoslynTree tree = trees.get(file.toString());
      Set<Span> theirs = tokens.get(file.toString());
      if (tree != null && theirs != null) {
        compare(file, tree, theirs);
      }
    }
  }

  private void compare(Path path, RoslynTree tree, Set<Span> theirs) throws IOException {
    SourceFile source;
    try {
      source = SourceFile.ofBytes(path.toString(), Files.readAllBytes(path));
    } catch (UnreadableSourceException e) {
      return;
    }
    CSharpFile file = CSharpParser.parse(source, PreprocessorSymbols.NONE);
    Set<String> differences = new TreeSet<>();
    String joined = file.tokens().all().stream().map(Token::text).collect(Collectors.joining());
    if (!joined.equals(source.text())) {
      differences.add("tokens are not the text");
    }
    if (file.errors().isEmpty() != tree.isValid()) {
      differences.add(tree.isValid() ? "refused: " + file.errors() : "accepted");
    } else if (tree.isValid()) {
      differences.addAll(tree.differences(file));
      compareTokens(file, theirs, differences);
    }
    if (differences.isEmpty()) {
      same++;
    } else {
      different.put(path.toString(), differences);
      System.out.println("  " + path + " " + differences);
    }
  }

  /** Pieces of strings with holes are cut otherwise and left out. */
  private static void compareTokens(CSharpFile file, Set<Span> theirs, Set<String> differences) {
    Set<Span> ours = new TreeSet<>();
    BitSet pieces = new BitSet();
    for (Token token : file.tokens().all()) {
      if (token.kind() == TokenKind.INTERPOLATED_STRING_PART) {
        pieces.set(token.span().start(), token.span().end());
      } else if (!token.kind().isTrivia() && !token.span().isEmpty()) {
        ours.add(token.span());
      }
    }
    for (Span span : ours) {
      if (!theirs.contains(span)) {
        differences.add("+token " + span);
      }
    }
    for (Span span : theirs) {
      if (!ours.contains(span) && !pieces.get(span.start())) {
        differences.add("-token " + span);
      }
    }
  }

  /** Spans of the tokens of each file. */
  private static Map<String, Set<Span>> tokens(Stream<String> lines) {
    Map<String, Set<Span>> all = new LinkedHashMap<>();
    Set<Span> spans = new TreeSet<>();
    for (String line : (Iterable<String>) lines::iterator) {
      Matcher head = HEAD.matcher(line);
      Matcher token = TOKEN.matcher(line);
      if (head.matches()) {
        spans = new TreeSet<>();
        all.put(head.group(1), spans);
      } else if (token.matches() && !token.group(2).equals(token.group(3))) {
        spans.add(new Span(Integer.parseInt(token.group(2)), Integer.parseInt(token.group(3))));
      }
    }
    return all;
  }
}
