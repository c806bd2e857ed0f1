package dev.migrator.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.EditedTree;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import dev.migrator.source.MemoryFileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnifiedDiffTest {
  @TempDir private Path temporary;

  private static FileTree tree(String... files) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (int i = 0; i < files.length; i += 2) {
      texts.put(files[i], files[i + 1]);
    }
    return MemoryFileTree.ofTexts(texts);
  }

  /** Applies the diff with git to a folder that holds the first tree. */
  private void applies(FileTree before, FileTree after) throws IOException {
    TestRepository repository = TestRepository.empty(temporary);
    for (String path : before.paths()) {
      repository.write(path, before.read(path).orElseThrow());
    }
    Files.write(temporary.resolve("x.diff"), UnifiedDiff.between(before, after));
    repository.git("apply", "--whitespace=nowarn", "../x.diff");
    FileTree result = DirectoryTree.of(repository.folder());
    assertThat(result.paths()).isEqualTo(after.paths());
    for (String path : after.paths()) {
      assertThat(result.read(path).orElseThrow())
          .as(path)
          .isEqualTo(after.read(path).orElseThrow());
    }
  }

  @Test
  void readsAsGitDiffDoes() throws IOException {
    TestRepository repository =
        TestRepository.of(
            temporary, "a b.cs", "1\n2\n", "gone.cs", "x\n", "run.sh", "a", "ü.cs", "ü\n");
    assertThat(repository.folder().resolve("run.sh").toFile().setExecutable(true)).isTrue();
    repository.commit("Make it executable");
    String diff;
    try (GitRepository git = repository.open()) {
      diff =
          UnifiedDiff.text(
              git.tree(),
              EditedTree.of(
                  git.tree(),
                  Map.of(
                      "a b.cs", FileChange.write("1\n3\n".getBytes(UTF_8)),
                      "gone.cs", FileChange.delete(),
                      "empty", FileChange.write(new byte[0]),
                      "run.sh", FileChange.write("b\n".getBytes(UTF_8)),
                      "ü.cs", FileChange.write("ä".getBytes(UTF_8)))));
    }
    Files.delete(repository.folder().resolve("gone.cs"));
    repository
        .write("a b.cs", "1\n3\n")
        .write("empty", "")
        .write("run.sh", "b\n")
        .write("ü.cs", "ä");
    repository.git("add", "-A");
    assertThat(diff.stripTrailing()).isEqualTo(repository.git("diff", "--cached", "--no-renames"));
  }

  @Test
  void isEmptyForEqualTrees() {
    assertThat(UnifiedDiff.between(tree("a", "1"), tree("a", "1"))).isEmpty();
  }

  @Test
  void keepsCarriageReturnsByteOrderMarksAndMissingLineEnds() throws IOException {
    applies(
        tree("a.cs", "\uFEFFone\r\ntwo\r\nthree", "b.cs", "x\n", "c.cs", "no end", "d", ""),
        tree("a.cs", "\uFEFFone\r\n2\r\nthree\r\n", "b.cs", "x", "c.cs", "no end\n", "d", "x"));
  }

  @Test
  void takesNamesWithBlanksQuotesAndUmlauts() throws IOException {
    applies(
        tree("a b/ü \"q\".cs", "1\n", "back\\slash", "1\n", "t\tab", "1\n"),
        tree("a b/ü \"q\".cs", "2\n", "back\\slash", "2\n", "t\tab", "2\n", "日本.cs", "n\n"));
  }

  @Test
  void makesAndDeletesFiles() throws IOException {
    applies(
        tree("old.cs", "1\n", "empty-old", "", "keep", "k"),
        tree("new/x.cs", "1\n", "empty-new", "", "keep", "k"));
  }

  @Test
  void keepsOtherEncodings() throws IOException {
    byte[] before = "Grüße\nx\n".getBytes(ISO_8859_1);
    byte[] after = "Grüße\ny\n".getBytes(ISO_8859_1);
    applies(MemoryFileTree.of(Map.of("a.txt", before)), MemoryFileTree.of(Map.of("a.txt", after)));
  }

  @Test
  void carriesBinaryFiles() throws IOException {
    byte[] before = new byte[300];
    byte[] after = new byte[1000];
    new Random(7).nextBytes(before);
    new Random(8).nextBytes(after);
    before[3] = 0;
    after[3] = 0;
    applies(
        MemoryFileTree.of(Map.of("a.bin", before, "b.bin", before)),
        MemoryFileTree.of(Map.of("a.bin", after, "c.bin", new byte[] {0})));
  }

  @Test
  void appliesForManyRandomTexts() throws IOException {
    long seed = 42;
    Random random = new Random(seed);
    SortedMap<String, String> before = new TreeMap<>();
    SortedMap<String, String> after = new TreeMap<>();
    for (int file = 0; file < 60; file++) {
      String text = text(random);
      before.put("f" + file, text);
      after.put("f" + file, edited(random, text));
    }
    applies(MemoryFileTree.ofTexts(before), MemoryFileTree.ofTexts(after));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int line = random.nextInt(60); line > 0; line--) {
      text.append("line ").append(random.nextInt(9)).append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return random.nextBoolean() ? text.toString() : text + "end";
  }

  private static String edited(Random random, String text) {
    StringBuilder edited = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      int choice = random.nextInt(10);
      edited.append(choice == 0 ? "" : choice == 1 ? "new\n" + line : choice == 2 ? "x\r\n" : line);
    }
    return edited.toString();
  }
}
