package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.edit.Merge;
import dev.migrator.model.names.World;
import dev.migrator.model.project.Workspace;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Needs;
import dev.migrator.rule.Options;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.TypeMap;
import dev.migrator.source.MemoryFileTree;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of every rule, in the line ends and with the byte order mark that files have. */
final class RuleCasesTest {
  private static final Path RULES =
      Path.of(System.getProperty("testdata.directory")).resolve("rules");

  /** Files below this folder of a case stand at the root and are not known to git. */
  private static final String UNTRACKED = "untracked/";

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return RuleList.folders().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(System.getProperty("cases.rule", "")))
        .flatMap(entry -> cases(entry.getKey(), RULES.resolve(entry.getValue())));
  }

  private static Stream<DynamicTest> cases(String ruleId, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".case")).sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      folder.getFileName() + "/" + file.getFileName(), () -> check(ruleId, file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void check(String ruleId, Path file) throws IOException {
    CaseFile testCase = CaseFile.read(file);
    for (Variant variant : Variant.values()) {
      Run run = Run.of(ruleId, testCase.before(), testCase.options(), variant);
      Map<String, String> expected = new TreeMap<>(testCase.before());
      expected.putAll(testCase.after());
      testCase.deleted().forEach(expected::remove);
      assertThat(run.texts()).as("%s as %s", testCase.name(), variant).isEqualTo(expected);
      assertThat(run.findings()).as("findings").isEqualTo(testCase.findings());
      testCase.needs().ifPresent(needs -> assertThat(run.needs()).as("needs").isEqualTo(needs));
      run.assertResultParses();
      assertThat(run.outcome().findings().stream().filter(Diagnostic::isBlocker))
          .as("stops by the closed list")
          .allMatch(finding -> Blocker.of(finding.code()).isPresent());
      assertThat(Run.of(ruleId, run.texts(), testCase.options(), variant).outcome().edits())
          .as("second run")
          .isEmpty();
    }
  }

  @Test
  void everyRuleHasItsPageAndBothKindsOfCases() {
    RuleList.folders()
        .values()
        .forEach(
            folder -> {
              Path path = RULES.resolve(folder);
              assertThat(path.resolve("RULE.md")).exists();
              assertThat(path.resolve("basic.case")).exists();
              assertThat(path.toFile().list((dir, name) -> name.startsWith("skip-")))
                  .as(folder)
                  .isNotEmpty();
            });
  }

  /** How the files of a case are stored. */
  private enum Variant {
    PLAIN,
    CRLF,
    BYTE_ORDER_MARK;

    byte[] bytes(String text) {
      String stored = this == CRLF ? text.replace("\n", "\r\n") : text;
      return ((this == BYTE_ORDER_MARK ? "\uFEFF" : "") + stored).getBytes(StandardCharsets.UTF_8);
    }

    String text(byte[] bytes) {
      String stored = new String(bytes, StandardCharsets.UTF_8);
      if (this == BYTE_ORDER_MARK) {
        assertThat(stored).startsWith("\uFEFF");
        return stored.substring(1);
      }
      if (this == CRLF) {
        assertThat(stored.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
      }
      return stored.replace("\r\n", "\n");
    }
  }

  /** One rule on one set of files. */
  private record Run(RuleOutcome outcome, Map<String, String> texts) {

    static Run of(String ruleId, Map<String, String> files, Options options, Variant variant)
        throws IOException {
      Map<String, byte[]> bytes = new LinkedHashMap<>();
      Set<String> untracked = new TreeSet<>();
      files.forEach(
          (path, text) -> {
            if (path.startsWith(UNTRACKED)) {
              untracked.add(path.substring(UNTRACKED.length()));
            }
            bytes.put(path.replace(UNTRACKED, ""), variant.bytes(text));
          });
      MemoryFileTree tree = MemoryFileTree.of(bytes);
      Workspace workspace = Discovery.discover(tree, "");
      if (workspace.apps().isEmpty()) {
        return new Run(RuleOutcome.NOTHING, new TreeMap<>(files));
      }
      AppReader reader =
          new AppReader(
              workspace,
              ParsedFiles.of(tree),
              World.IN_PROCESS,
              path -> !untracked.contains(path),
              options.maps());
      Conversion conversion =
          new Conversion(reader.read(workspace.apps().get(0)).app(), options, TypeMap.load());
      RuleOutcome outcome = outcome(ruleId, conversion);
      Merge merge = Merge.of(outcome.edits());
      assertThat(merge).isInstanceOf(Merge.Clean.class);
      Map<String, String> texts = new TreeMap<>(files);
      for (String path : ((Merge.Clean) merge).edits().paths()) {
        SourceFile source = SourceFile.ofBytes(path, tree.read(path).orElseThrow());
        byte[] result = ((Merge.Clean) merge).edits().apply(source).toBytes();
        texts.put(path, variant.text(result));
      }
      outcome
          .newFiles()
          .forEach(
              file ->
                  texts.put(
                      file.path(),
                      variant == Variant.BYTE_ORDER_MARK
                          ? file.text()
                          : variant.text(file.text().getBytes(StandardCharsets.UTF_8))));
      outcome.deletions().forEach(file -> texts.remove(file.path()));
      return new Run(outcome, texts);
    }

    private static RuleOutcome outcome(String ruleId, Conversion conversion) {
      for (Rule rule : RuleList.rules()) {
        if (rule.info().id().equals(ruleId)) {
          return rule.apply(conversion);
        }
      }
      List<Need> needs =
          RuleList.rules().stream()
              .flatMap(rule -> rule.apply(conversion).needs().stream())
              .toList();
      for (CollectingRule rule : RuleList.collectingRules()) {
        if (rule.info().id().equals(ruleId)) {
          return rule.apply(conversion, new Needs(needs));
        }
      }
      throw new IllegalArgumentException(ruleId);
    }

    List<String> findings() {
      return outcome.findings().stream()
          .sorted(Diagnostic.ORDER)
          .map(finding -> finding.code().id() + " " + finding.at())
          .distinct()
          .toList();
    }

    List<String> needs() {
      return outcome.needs().stream().map(Run::text).distinct().sorted().toList();
    }

    private static String text(Need need) {
      if (need instanceof Need.Using using) {
        return "using " + using.path() + " " + using.namespace();
      }
      if (need instanceof Need.Compatibility part) {
        return ("part " + part.part() + " " + part.function()).strip();
      }
      if (need instanceof Need.Registration registration) {
        return "registration " + registration.line();
      }
      if (need instanceof Need.StartupCall call) {
        return ("startup " + call.order() + " " + call.statement() + " " + call.namespace())
            .strip();
      }
      if (need instanceof Need.ProgramUsing using) {
        return "using of Program.cs " + using.namespace();
      }
      Need.Package asked = (Need.Package) need;
      return "package " + asked.projectPath() + " " + asked.packageId();
    }

    void assertResultParses() {
      texts.forEach(
          (path, text) -> {
            if (path.endsWith(".cs")) {
              assertThat(
                      CSharpParser.parse(SourceFile.of(path, text), PreprocessorSymbols.NONE)
                          .errors())
                  .as(path)
                  .isEmpty();
            }
          });
    }
  }
}
