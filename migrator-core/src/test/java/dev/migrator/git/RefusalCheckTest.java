package dev.migrator.git;

import static dev.migrator.git.TestRepository.BRANCH;
import static dev.migrator.git.TestRepository.plan;
import static dev.migrator.git.TestRepository.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefusalCheckTest {
  @TempDir private Path temporary;

  private static List<Refusal> check(TestRepository repository, String... paths)
      throws IOException {
    try (GitRepository git = repository.open()) {
      return RefusalCheck.check(git, BRANCH, List.of(paths));
    }
  }

  private static void refuses(
      TestRepository repository, RefusalCode code, String named, String... paths)
      throws IOException {
    assertThat(check(repository, paths))
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.message()).contains(named);
              assertThat(refusal.advice()).isNotBlank();
            });
  }

  private TestRepository start() throws IOException {
    return TestRepository.of(temporary, "App/A.cs", "one\n", ".gitignore", "bin/\n");
  }

  @Test
  void acceptsACleanTreeWithUntrackedAndIgnoredFiles() throws IOException {
    TestRepository repository = start().write("notes.txt", "n").write("App/bin/a.dll", "x");
    assertThat(check(repository, "App/A.cs", "App/Program.cs")).isEmpty();
  }

  @Test
  void acceptsADetachedHead() throws IOException {
    TestRepository repository = start();
    repository.git("checkout", "-q", "--detach");
    assertThat(check(repository, "App/A.cs")).isEmpty();
    try (GitRepository git = repository.open()) {
      assertThat(git.branch()).isEmpty();
    }
  }

  @Test
  void refusesAFolderOutsideARepository() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("plain"));
    assertThat(GitRepository.open(folder, Map.of("HOME", folder.toString())).refusal())
        .map(Refusal::code)
        .contains(RefusalCode.NO_REPOSITORY);
  }

  @Test
  void refusesABareRepository() throws IOException {
    TestRepository repository = start();
    repository.git("clone", "-q", "--bare", ".", "../bare");
    assertThat(TestRepository.at(temporary, "bare").openRefused().code())
        .isEqualTo(RefusalCode.BARE_REPOSITORY);
  }

  @Test
  void refusesTheGitDirectoryItself() throws IOException {
    start();
    assertThat(TestRepository.at(temporary, "work tree/.git").openRefused().code())
        .isEqualTo(RefusalCode.NO_REPOSITORY);
  }

  @Test
  void refusesARepositoryWithoutCommit() throws IOException {
    assertThat(TestRepository.empty(temporary).openRefused().code())
        .isEqualTo(RefusalCode.UNBORN_HEAD);
  }

  @Test
  void refusesAFormatThatItCannotRead() throws IOException {
    TestRepository repository = TestRepository.empty(temporary);
    repository.git("init", "-q", "--object-format=sha256", "../sha256");
    assertThat(TestRepository.at(temporary, "sha256").openRefused().code())
        .isEqualTo(RefusalCode.UNSUPPORTED_REPOSITORY);
  }

  @Test
  void refusesABrokenGitFile() throws IOException {
    Files.createDirectories(temporary.resolve("broken"));
    Files.writeString(temporary.resolve("broken/.git"), "gitdir: /nowhere\n");
    assertThat(TestRepository.at(temporary, "broken").openRefused().code())
        .isIn(RefusalCode.NO_REPOSITORY, RefusalCode.UNSUPPORTED_REPOSITORY);
  }

  @Test
  void refusesAModifiedFile() throws IOException {
    refuses(start().write("App/A.cs", "two\n"), RefusalCode.DIRTY_TREE, "App/A.cs");
  }

  @Test
  void refusesADeletedFile() throws IOException {
    TestRepository repository = start();
    Files.delete(repository.folder().resolve("App/A.cs"));
    refuses(repository, RefusalCode.DIRTY_TREE, "App/A.cs");
  }

  @Test
  void refusesAStagedFile() throws IOException {
    TestRepository repository = start().write("neü.cs", "n");
    repository.git("add", "neü.cs");
    refuses(repository, RefusalCode.DIRTY_TREE, "neü.cs");
  }

  @Test
  void refusesAMergeWithConflicts() throws IOException {
    TestRepository repository = start();
    repository.git("checkout", "-q", "-b", "side");
    repository.commit("Side", "App/A.cs", "side\n");
    repository.git("checkout", "-q", "main");
    repository.commit("Main", "App/A.cs", "main\n");
    assertThat(repository.run("merge", "side").exit()).isNotZero();
    assertThat(check(repository))
        .extracting(Refusal::code)
        .containsExactly(RefusalCode.OPERATION_IN_PROGRESS, RefusalCode.DIRTY_TREE);
    repository.git("merge", "--abort");
    assertThat(repository.run("cherry-pick", "side").exit()).isNotZero();
    assertThat(check(repository))
        .extracting(Refusal::code)
        .contains(RefusalCode.OPERATION_IN_PROGRESS);
    repository.git("cherry-pick", "--abort");
    assertThat(repository.run("rebase", "side").exit()).isNotZero();
    assertThat(check(repository))
        .extracting(Refusal::code)
        .contains(RefusalCode.OPERATION_IN_PROGRESS);
  }

  @Test
  void refusesAReadOnlyFolder() throws IOException {
    TestRepository repository = start();
    Path folder = repository.folder().resolve("App");
    assertThat(folder.toFile().setWritable(false, false)).isTrue();
    try {
      assumeThat(Files.isWritable(folder)).as("root may write everywhere").isFalse();
      refuses(repository, RefusalCode.READ_ONLY, "App", "App/A.cs");
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void refusesAStateFolderThatIsAFile() throws IOException {
    refuses(start().write(".git/migrator", "x"), RefusalCode.READ_ONLY, "migrator");
  }

  @Test
  void refusesAShallowClone() throws IOException {
    TestRepository repository = start();
    repository.commit("Later", "b.cs", "b");
    repository.git("clone", "-q", "--depth", "1", "file://" + repository.folder(), "../shallow");
    refuses(TestRepository.at(temporary, "shallow"), RefusalCode.SHALLOW_CLONE, "shallow");
  }

  @Test
  void refusesAPartialClone() throws IOException {
    TestRepository repository = start();
    repository.git("config", "uploadpack.allowFilter", "true");
    repository.git(
        "clone", "-q", "--filter=blob:none", "file://" + repository.folder(), "../partial");
    refuses(TestRepository.at(temporary, "partial"), RefusalCode.PARTIAL_CLONE, "partial");
  }

  @Test
  void refusesASparseCheckout() throws IOException {
    TestRepository repository = start();
    repository.git("config", "core.sparseCheckout", "true");
    refuses(repository, RefusalCode.SPARSE_CHECKOUT, "sparse");
  }

  @Test
  void refusesAnLfsPointerOnlyAmongTheFilesToEdit() throws IOException {
    TestRepository repository = start();
    repository.commit(
        "Pointer",
        "App/data.json",
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
    assertThat(check(repository, "App/A.cs")).isEmpty();
    refuses(repository, RefusalCode.LFS_POINTER, "App/data.json", "App/data.json");
  }

  @Test
  void refusesAFileThatAFilterMakes() throws IOException {
    TestRepository repository = start();
    repository.commit("Attributes", ".gitattributes", "*.cs filter=crypt\n*.txt filter=unknown\n");
    repository.git("config", "filter.crypt.clean", "cat");
    refuses(repository, RefusalCode.CONTENT_FILTER, "App/A.cs", "App/A.cs");
  }

  @Test
  void refusesASubmoduleThatMoved() throws IOException {
    TestRepository inner = TestRepository.of(temporary.resolve("inner"), "x.cs", "x");
    TestRepository repository = start();
    repository.git("submodule", "add", "-q", inner.folder().toString(), "lib");
    repository.commit("Add the submodule");
    assertThat(check(repository, "App/A.cs")).isEmpty();
    refuses(repository, RefusalCode.SUBMODULE_CHANGE, "lib/x.cs", "lib/x.cs");

    TestRepository lib = TestRepository.at(temporary, "work tree/lib");
    lib.git(
        "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "--allow-empty", "-m", "m");
    refuses(repository, RefusalCode.SUBMODULE_CHANGE, "lib");
    repository.git("add", "lib");
    refuses(repository, RefusalCode.SUBMODULE_CHANGE, "lib");
  }

  @Test
  void refusesABranchThatHeadIsNotOn() throws IOException {
    TestRepository repository = start();
    repository.git("branch", BRANCH);
    refuses(repository, RefusalCode.BRANCH_EXISTS, BRANCH);
  }

  @Test
  void refusesABranchThatIsNotOurs() throws IOException {
    TestRepository repository = start();
    repository.git("checkout", "-q", "-b", BRANCH);
    refuses(repository, RefusalCode.BRANCH_EXISTS, "no commit on it is the tool's");
  }

  @Test
  void acceptsOurBranchAlsoWithCommitsOnTop() throws IOException {
    TestRepository repository = start();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(git).write(plan(git, step("code", "App/A.cs", "2")), Landing.CHECKED_OUT);
    }
    assertThat(check(repository, "App/A.cs")).isEmpty();
    repository.commit("Repair", "App/A.cs", "3");
    assertThat(check(repository, "App/A.cs")).isEmpty();
  }

  @Test
  void refusesABranchThatHasNoRoom() throws IOException {
    TestRepository repository = start();
    repository.git("branch", "migrate");
    refuses(repository, RefusalCode.BRANCH_EXISTS, "the branch migrate leaves no room");
  }

  @Test
  void refusesABranchNameThatGitDoesNotTake() throws IOException {
    try (GitRepository git = start().open()) {
      assertThat(RefusalCheck.check(git, "migrate/isolated-a..b", List.of()))
          .extracting(Refusal::code)
          .containsExactly(RefusalCode.INVALID_BRANCH);
    }
  }

  @Test
  void refusesALockedIndex() throws IOException {
    refuses(start().write(".git/index.lock", ""), RefusalCode.LOCKED, "index.lock");
  }

  @Test
  void refusesAnUntrackedFileThatTheToolCreates() throws IOException {
    TestRepository repository = start().write("App/Program.cs", "mine");
    refuses(repository, RefusalCode.UNTRACKED_IN_THE_WAY, "App/Program.cs", "App/Program.cs");
  }

  @Test
  void refusesAnUnfinishedRunWithAnUnreadableJournal() throws IOException {
    TestRepository repository = start().write(".git/migrator/journal", "migrator-journal 99\n");
    refuses(repository, RefusalCode.UNFINISHED_RUN, "journal");
    try (GitRepository git = repository.open()) {
      assertThat(Recovery.run(git).refusal()).isPresent();
    }
  }

  @Test
  void keepsCarriageReturnsOfAWindowsWorkTreeClean() throws IOException {
    TestRepository repository = start();
    repository.git("config", "core.autocrlf", "true");
    Files.delete(repository.folder().resolve("App/A.cs"));
    repository.git("checkout", "-q", "--", "App/A.cs");
    assertThat(repository.read("App/A.cs")).isEqualTo("one\r\n");
    assertThat(check(repository, "App/A.cs")).isEmpty();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(git)
          .write(
              plan(git, step("code", "App/A.cs", "two\nthree\n", "App/B.cs", "b\n")),
              Landing.CHECKED_OUT);
    }
    assertThat(repository.read("App/A.cs")).isEqualTo("two\r\nthree\r\n");
    assertThat(repository.read("App/B.cs")).isEqualTo("b\r\n");
    assertThat(repository.git("cat-file", "-p", "HEAD:App/A.cs")).isEqualTo("two\nthree");
    repository.isClean();
    assertThat(check(repository, "App/A.cs")).isEmpty();
  }

  /** Git turns the line ends around when it adds such files, and says that nothing has changed. */
  @Test
  void takesLineEndsThatGitAddsOtherwiseForUnchanged() throws IOException {
    for (String attributes :
        List.of("* text=auto eol=lf", "* text eol=lf", "* text=auto", "* text eol=crlf")) {
      for (String text : List.of("a\r\nb\n", "a\r\nb\r\n", "a\nb\n")) {
        TestRepository repository =
            TestRepository.empty(
                temporary.resolve(Integer.toHexString((attributes + text).hashCode())));
        repository.write(".gitattributes", attributes + "\n").write("App/A.cs", text);
        repository.git("add", "-A");
        repository.git("commit", "-q", "-m", "Start");
        Files.setLastModifiedTime(
            repository.folder().resolve("App/A.cs"), FileTime.fromMillis(1_600_000_000_000L));
        repository.isClean();
        assertThat(check(repository, "App/A.cs")).as("%s, %s", attributes, text).isEmpty();
        try (GitRepository git = repository.open()) {
          CommitWriter.of(git)
              .write(plan(git, step("code", "App/A.cs", "two\nthree\n")), Landing.CHECKED_OUT);
        }
        assertThat(repository.git("cat-file", "-p", "HEAD:App/A.cs")).isEqualTo("two\nthree");
        repository.isClean();
      }
    }
  }

  @Test
  void refusesAFileThatBecameExecutable() throws IOException {
    TestRepository repository = start();
    assumeThat(repository.folder().resolve("App/A.cs").toFile().setExecutable(true)).isTrue();
    assumeThat(repository.git("status", "--short")).contains("App/A.cs");
    refuses(repository, RefusalCode.DIRTY_TREE, "App/A.cs");
  }

  @Test
  void refusesOtherLineEndsThatGitWouldCommit() throws IOException {
    TestRepository repository = start().write("App/A.cs", "one\r\n");
    refuses(repository, RefusalCode.DIRTY_TREE, "App/A.cs");
  }
}
