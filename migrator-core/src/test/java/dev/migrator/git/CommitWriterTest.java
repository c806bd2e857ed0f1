package dev.migrator.git;

import static dev.migrator.git.TestRepository.BRANCH;
import static dev.migrator.git.TestRepository.plan;
import static dev.migrator.git.TestRepository.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitWriterTest {
  @TempDir private Path temporary;

  private static Written write(TestRepository repository, StepCommit... steps) throws IOException {
    try (GitRepository git = repository.open()) {
      return CommitWriter.of(git)
          .write(plan(git, steps), Landing.CHECKED_OUT)
          .value()
          .orElseThrow();
    }
  }

  private static Refusal refused(TestRepository repository, Landing landing, StepCommit... steps)
      throws IOException {
    try (GitRepository git = repository.open()) {
      return CommitWriter.of(git).write(plan(git, steps), landing).refusal().orElseThrow();
    }
  }

  @Test
  void writesOneCommitPerStepAndChecksTheBranchOut() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n", "old/b.cs", "b\n");

    Written written =
        write(
            repository,
            step("code", "a.cs", "two\n", "new folder/ü.cs", "ü\n"),
            step("settings", "old/b.cs", "DELETE"));

    assertThat(repository.git("log", "--format=%s|%ad|%cn", "--date=raw"))
        .isEqualTo(
            """
            Convert settings|1700000002 +0000|Jane Döe
            Convert code|1700000001 +0000|Jane Döe
            Start|1700000000 +0100|Jane Döe""");
    assertThat(repository.git("rev-parse", "--abbrev-ref", "HEAD")).isEqualTo(BRANCH);
    assertThat(repository.git("rev-parse", "HEAD")).isEqualTo(written.tip());
    assertThat(repository.git("log", "-1", "--format=%B"))
        .isEqualTo("Convert settings\n\nWhy.\n\nMigration-Step: settings");
    assertThat(repository.read("a.cs")).isEqualTo("two\n");
    assertThat(repository.read("new folder/ü.cs")).isEqualTo("ü\n");
    assertThat(repository.exists("old")).isFalse();
    assertThat(written.commits()).extracting(Written.Commit::step).containsExactly(0, 1);
    repository.isClean();
  }

  @Test
  void keepsFileModes() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "run.sh", "#!/bin/sh\n", "a.cs", "a");
    Path script = repository.folder().resolve("run.sh");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    repository.commit("Make it executable");

    write(repository, step("code", "run.sh", "#!/bin/bash\n", "new.sh", "x"));

    assertThat(repository.git("ls-tree", "--format=%(objectmode) %(path)", "HEAD"))
        .isEqualTo("100644 a.cs\n100644 new.sh\n100755 run.sh");
    assertThat(Files.getPosixFilePermissions(script)).contains(PosixFilePermission.OWNER_EXECUTE);
    repository.isClean();
  }

  @Test
  void givesTheSameIdsInEveryFolderLocaleAndZone() throws IOException {
    StepCommit[] steps = {step("code", "I.cs", "two\n"), step("settings", "b/ß i.json", "{}")};
    Written first = write(TestRepository.of(temporary.resolve("1"), "I.cs", "one\n"), steps);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      TestRepository other = TestRepository.of(temporary.resolve("2"), "I.cs", "one\n");
      assertThat(write(other, steps)).isEqualTo(first);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void takesTheGivenDateForAllCommits() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    try (GitRepository git = repository.open()) {
      CommitPlan plan =
          new CommitPlan(
              BRANCH,
              git.headCommit(),
              List.of(step("code", "a.cs", "2"), step("tests", "a.cs", "3")),
              TestRepository.IDENTITY,
              CommitDate.at(Instant.parse("2026-01-31T08:00:00Z")));
      CommitWriter.of(git).write(plan, Landing.CHECKED_OUT);
    }
    assertThat(repository.git("log", "-2", "--format=%aI %cI"))
        .isEqualTo(
            """
            2026-01-31T08:00:00+00:00 2026-01-31T08:00:00+00:00
            2026-01-31T08:00:00+00:00 2026-01-31T08:00:00+00:00""");
  }

  @Test
  void appendsWhenHeadIsOnTheBranch() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n", "b.cs", "one\n");
    write(repository, step("code", "a.cs", "two\n"));
    write(repository, step("code", "b.cs", "two\n"));

    assertThat(repository.git("rev-list", "--count", "main..HEAD")).isEqualTo("2");
    assertThat(repository.read("b.cs")).isEqualTo("two\n");
    repository.isClean();
  }

  @Test
  void leavesOutCommitsThatChangeNothing() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    Written written =
        write(repository, step("code", "a.cs", "one\n"), step("settings", "none", "DELETE"));

    assertThat(written.commits()).isEmpty();
    assertThat(repository.git("branch", "--format=%(refname:short)")).isEqualTo("main");
  }

  @Test
  void leavesHeadAndWorkTreeWhenOnlyTheBranchIsWanted() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    try (GitRepository git = repository.open()) {
      Written written =
          CommitWriter.of(git)
              .write(plan(git, step("code", "a.cs", "two\n")), Landing.BRANCH_ONLY)
              .value()
              .orElseThrow();
      assertThat(repository.git("rev-parse", BRANCH)).isEqualTo(written.tip());
    }
    assertThat(repository.git("rev-parse", "--abbrev-ref", "HEAD")).isEqualTo("main");
    assertThat(repository.read("a.cs")).isEqualTo("one\n");
    repository.isClean();
  }

  @Test
  void putsUnverifiedCommitsBesideTheBranchThatHeadIsOn() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    write(repository, step("code", "a.cs", "two\n"));
    for (String text : List.of("three\n", "four\n")) {
      try (GitRepository git = repository.open()) {
        Written written =
            CommitWriter.of(git)
                .write(plan(git, step("code", "a.cs", text)), Landing.BRANCH_ONLY)
                .value()
                .orElseThrow();
        assertThat(written.branch()).isEqualTo(BRANCH + "-unverified");
        assertThat(repository.git("rev-parse", written.branch())).isEqualTo(written.tip());
      }
    }
    assertThat(repository.read("a.cs")).isEqualTo("two\n");
    repository.isClean();
  }

  @Test
  void detachedHeadEndsOnTheBranch() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    repository.git("checkout", "-q", "--detach");
    write(repository, step("code", "a.cs", "two\n"));

    assertThat(repository.git("rev-parse", "--abbrev-ref", "HEAD")).isEqualTo(BRANCH);
    repository.isClean();
  }

  @Test
  void worksInALinkedWorkTree() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    repository.git("worktree", "add", "-q", "-b", "side", "../linked");
    TestRepository linked = TestRepository.at(temporary, "linked");
    write(linked, step("code", "a.cs", "two\n"));

    assertThat(linked.git("rev-parse", "--abbrev-ref", "HEAD")).isEqualTo(BRANCH);
    assertThat(linked.read("a.cs")).isEqualTo("two\n");
    assertThat(repository.read("a.cs")).isEqualTo("one\n");
    linked.isClean();
    repository.isClean();
  }

  @Test
  void refusesWhenHeadMoved() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    try (GitRepository git = repository.open()) {
      repository.commit("Later", "b.cs", "b");
      assertThat(
              CommitWriter.of(git)
                  .write(plan(git, step("code", "a.cs", "two\n")), Landing.CHECKED_OUT)
                  .refusal()
                  .orElseThrow()
                  .code())
          .isEqualTo(RefusalCode.HEAD_MOVED);
    }
  }

  @Test
  void refusesToOverwriteWhatGitDoesNotSee() throws IOException {
    TestRepository repository =
        TestRepository.of(temporary, ".gitignore", "*.json\n", "a.cs", "one\n");
    repository.git("update-index", "--assume-unchanged", "a.cs");
    repository.write("a.cs", "mine\n").write("x.json", "mine");

    assertThat(refused(repository, Landing.CHECKED_OUT, step("code", "a.cs", "two\n")).message())
        .isEqualTo("the work tree has changes that are not committed: a.cs");
    assertThat(refused(repository, Landing.CHECKED_OUT, step("code", "x.json", "{}")).code())
        .isEqualTo(RefusalCode.UNTRACKED_IN_THE_WAY);
    assertThat(repository.read("a.cs")).isEqualTo("mine\n");
    assertThat(repository.run("rev-parse", "--verify", "-q", BRANCH).exit()).isNotZero();
  }

  @Test
  void doesNotWriteThroughALinkThatLeavesTheWorkTree() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.createSymbolicLink(repository.folder().resolve("link"), outside);

    assertThat(refused(repository, Landing.CHECKED_OUT, step("code", "link/a.cs", "x")).code())
        .isEqualTo(RefusalCode.UNTRACKED_IN_THE_WAY);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void refusesABranchThatIsElsewhere() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    repository.git("branch", BRANCH);
    repository.commit("Later", "b.cs", "b");

    assertThat(refused(repository, Landing.CHECKED_OUT, step("code", "a.cs", "two\n")).code())
        .isEqualTo(RefusalCode.BRANCH_EXISTS);
  }

  @Test
  void leavesTheIndexOfAnotherProcessAlone() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    repository.write(".git/index.lock", "theirs");

    assertThat(refused(repository, Landing.CHECKED_OUT, step("code", "a.cs", "two\n")).code())
        .isEqualTo(RefusalCode.LOCKED);
    assertThat(repository.read(".git/index.lock")).isEqualTo("theirs");

    Files.delete(repository.folder().resolve(".git/index.lock"));
    try (GitRepository git = repository.open()) {
      assertThat(Recovery.run(git).value().orElseThrow().state())
          .isEqualTo(Recovery.State.FINISHED);
    }
    repository.isClean();
  }

  @Test
  void refusesASecondRunAtTheSameTime() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    StepCommit step = step("code", "a.cs", "two\n");
    List<RefusalCode> codes = new ArrayList<>();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(
              git,
              place -> {
                try {
                  codes.add(refused(repository, Landing.CHECKED_OUT, step).code());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .write(plan(git, step), Landing.CHECKED_OUT);
    }
    assertThat(codes).isNotEmpty().containsOnly(RefusalCode.ANOTHER_RUN);
    repository.isClean();
  }

  @Test
  void runsNoHooks() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    for (String hook : List.of("pre-commit", "post-checkout", "reference-transaction")) {
      Path file = repository.folder().resolve(".git/hooks/" + hook);
      repository.write(".git/hooks/" + hook, "#!/bin/sh\ntouch '" + temporary + "/ran'\nexit 1\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    write(repository, step("code", "a.cs", "two\n"));

    assertThat(temporary.resolve("ran")).doesNotExist();
  }

  @Test
  void writesNothingInTheHome() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    write(repository, step("code", "a.cs", "two\n"));

    assertThat(repository.home()).isEmptyDirectory();
    assertThat(repository.environment()).isEqualTo(Map.of("HOME", repository.home().toString()));
  }
}
