package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoryTest {
  @TempDir private Path temporary;

  @Test
  void readsTheBlobsOfHeadAndNotTheWorkTree() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "ü b/A.cs", "one\r\n", "x", "");
    repository.write("ü b/A.cs", "two").write("new.cs", "n");
    try (GitRepository git = repository.open()) {
      assertThat(git.tree().paths()).containsExactly("x", "ü b/A.cs");
      assertThat(git.tree().read("ü b/A.cs")).map(b -> new String(b, UTF_8)).contains("one\r\n");
      assertThat(git.tree().read("new.cs")).isEmpty();
      assertThat(git.headCommit()).isEqualTo(repository.git("rev-parse", "HEAD"));
      assertThat(git.branch()).contains("main");
      assertThat(git.tree(git.headCommit()).paths()).isEqualTo(git.tree().paths());
    }
  }

  @Test
  void findsTheRepositoryFromAFileBelow() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "src/App/App.csproj", "x");
    Path file = repository.folder().resolve("src/App/App.csproj");
    try (GitRepository git =
        GitRepository.open(file, repository.environment()).value().orElseThrow()) {
      assertThat(git.workTree()).isEqualTo(repository.folder().toRealPath());
      assertThat(git.relative(file)).isEqualTo("src/App/App.csproj");
      assertThat(git.relative(repository.folder())).isEmpty();
    }
  }

  @Test
  void listsLinksAndSubmodulesApart() throws IOException {
    TestRepository inner = TestRepository.of(temporary.resolve("inner"), "x.cs", "x");
    TestRepository repository = TestRepository.of(temporary, "a.cs", "a");
    repository.git("submodule", "add", "-q", inner.folder().toString(), "lib");
    Files.createSymbolicLink(repository.folder().resolve("link.cs"), Path.of("a.cs"));
    repository.commit("Add link and submodule");
    try (GitRepository git = repository.open()) {
      assertThat(git.tree().paths()).containsExactly(".gitmodules", "a.cs");
      assertThat(git.tree().symbolicLinks()).containsExactly("link.cs");
      assertThat(git.tree().submodules()).containsExactly("lib");
    }
  }

  @Test
  void tellsTrackedIgnoredAndUntrackedFilesApart() throws IOException {
    TestRepository repository =
        TestRepository.of(
            temporary, "App/.gitignore", "local.settings.json\n/out/\n", "App/a.json", "{}");
    repository
        .write("App/local.settings.json", "{}")
        .write("App/out/b.json", "{}")
        .write("App/c.json", "{}");
    try (GitRepository git = repository.open()) {
      assertThat(git.state("App/a.json")).isEqualTo(PathState.TRACKED);
      assertThat(git.state("App/local.settings.json")).isEqualTo(PathState.IGNORED);
      assertThat(git.state("App/out/b.json")).isEqualTo(PathState.IGNORED);
      assertThat(git.state("App/c.json")).isEqualTo(PathState.UNTRACKED);
      assertThat(git.state("App/none.json")).isEqualTo(PathState.ABSENT);
    }
  }

  @Test
  void replacesOnlyFilesThatGitDoesNotTrack() throws IOException {
    TestRepository repository = TestRepository.of(temporary, ".gitignore", "x.json\n");
    repository.write("x.json", "{}");
    try (GitRepository git = repository.open()) {
      git.replaceUntracked("x.json", "{ }".getBytes(UTF_8));
      assertThat(repository.read("x.json")).isEqualTo("{ }");
      assertThatThrownBy(() -> git.replaceUntracked(".gitignore", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    repository.isClean();
  }

  @Test
  void keepsTheRunRecordOutOfTheTree() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "a");
    try (GitRepository git = repository.open()) {
      RunRecord record = RunRecord.of(git);
      assertThat(record.read("report.json")).isEmpty();
      record.write("report.json", "{\"r\":\"ü\"}");
      record.write("report.json", "{\"r\":\"ä\"}");
      assertThat(record.read("report.json")).contains("{\"r\":\"ä\"}");
    }
    repository.isClean();
  }

  @Test
  void listsAPlainFolderWithoutBuildOutputAndLinks() throws IOException {
    TestRepository folder = TestRepository.at(temporary, "plain");
    folder
        .write("App/A.cs", "a")
        .write("App/obj/x.cs", "x")
        .write(".vs/x", "x")
        .write("bin/y", "y");
    Files.createSymbolicLink(folder.folder().resolve("up"), Path.of(".."));
    DirectoryTree tree = DirectoryTree.of(folder.folder());
    assertThat(tree.paths()).containsExactly("App/A.cs");
    assertThat(tree.symbolicLinks()).containsExactly("up");
    assertThat(tree.read("App/A.cs")).isPresent();
    assertThat(tree.read("bin/y")).isEmpty();
  }
}
