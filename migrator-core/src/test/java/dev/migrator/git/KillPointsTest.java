package dev.migrator.git;

import static dev.migrator.git.TestRepository.BRANCH;
import static dev.migrator.git.TestRepository.plan;
import static dev.migrator.git.TestRepository.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies the disk at every fault point: each copy is what a kill there leaves behind. */
final class KillPointsTest {
  private static final StepCommit[] STEPS = {
    step("code", "App/A.cs", "two\r\n", "App/B.cs", "two\n", "App/Program.cs", "new\n"),
    step("settings", "App/local.settings.json", "{}\n", "host ü.json", "{}"),
    step("tests", "Tests/Old.cs", "DELETE", "Tests/New/T.cs", "t\n"),
    step("deployment", "pipe/azure.yml", "y: 2\n")
  };
  private static final String[] FILES = {
    ".gitattributes", "* text=auto\n",
    "App/A.cs", "one\n",
    "App/B.cs", "one\n",
    "App/local.settings.json", "{ }\n",
    "Tests/Old.cs", "old\n",
    "pipe/azure.yml", "y: 1\n",
    "other.txt", "other\n"
  };

  @TempDir private Path temporary;

  private record Killed(String place, TestRepository repository) {}

  private static boolean isConverted(GitRepository git) {
    return git.tree()
        .read("App/B.cs")
        .map(bytes -> Arrays.equals(bytes, "two\n".getBytes(UTF_8)))
        .orElseThrow();
  }

  /** What the tool does: recover, read HEAD, convert what is not converted yet. */
  private static Recovery.State runAgain(TestRepository repository) throws IOException {
    Recovery.State state;
    try (GitRepository git = repository.open()) {
      state = Recovery.run(git).value().orElseThrow().state();
    }
    try (GitRepository git = repository.open()) {
      assertThat(RefusalCheck.check(git, BRANCH, plan(git, STEPS).paths())).isEmpty();
      if (!isConverted(git)) {
        CommitPlan plan = plan(git, STEPS);
        assertThat(CommitWriter.of(git).write(plan, Landing.CHECKED_OUT).value()).isPresent();
      }
    }
    return state;
  }

  private Map<String, Integer> killEverywhere(TestRepository repository, String base)
      throws IOException {
    repository.write("notes.txt", "untracked\n");
    List<Killed> killed = new ArrayList<>();
    String tip;
    try (GitRepository git = repository.open()) {
      FaultPoint copyDisk =
          place ->
              killed.add(
                  new Killed(
                      place, repository.copyTo(temporary.resolve("killed" + killed.size()))));
      tip =
          CommitWriter.of(git, copyDisk)
              .write(plan(git, STEPS), Landing.CHECKED_OUT)
              .value()
              .orElseThrow()
              .tip();
    }
    int lost = 0;
    int doubled = 0;
    Map<Recovery.State, Integer> states = new TreeMap<>();
    for (Killed one : killed) {
      states.merge(runAgain(one.repository()), 1, Integer::sum);
      TestRepository after = one.repository();
      lost += after.read("notes.txt").equals("untracked\n") ? 0 : 1;
      lost += after.git("rev-parse", BRANCH).equals(tip) ? 0 : 1;
      doubled += after.git("rev-list", "--count", base + "..HEAD").equals("4") ? 0 : 1;
      assertThat(after.git("status", "--porcelain=v2", "--branch"))
          .as(one.place())
          .isEqualTo("# branch.oid " + tip + "\n# branch.head " + BRANCH + "\n? notes.txt");
      if (base.equals("main")) {
        assertThat(after.run("fsck", "--strict", "--no-dangling").output()).isEmpty();
      }
      assertThat(Files.exists(after.folder().resolve(".git/migrator/journal"))).isFalse();
    }
    System.out.println(
        "kill points " + killed.size() + ", lost " + lost + ", doubled " + doubled + " " + states);
    return Map.of("points", killed.size(), "lost", lost, "doubled", doubled);
  }

  @Test
  void losesAndDoublesNothingOnANewBranch() throws IOException {
    TestRepository repository = TestRepository.of(temporary, FILES);

    assertThat(killEverywhere(repository, "main"))
        .containsEntry("lost", 0)
        .containsEntry("doubled", 0)
        .satisfies(counts -> assertThat(counts.get("points")).isGreaterThanOrEqualTo(40));
  }

  @Test
  void losesAndDoublesNothingWhenAppending() throws IOException {
    TestRepository repository = TestRepository.of(temporary, FILES);
    try (GitRepository git = repository.open()) {
      CommitWriter.of(git).write(plan(git, step("first", "first.cs", "1")), Landing.CHECKED_OUT);
    }
    String base = repository.git("rev-parse", "HEAD");

    assertThat(killEverywhere(repository, base))
        .containsEntry("lost", 0)
        .containsEntry("doubled", 0);
  }

  @Test
  void takesBackABranchThatWasNotToBeCheckedOut() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "one\n");
    List<TestRepository> killed = new ArrayList<>();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(
              git, place -> killed.add(repository.copyTo(temporary.resolve("k" + killed.size()))))
          .write(plan(git, step("code", "a.cs", "two\n")), Landing.BRANCH_ONLY);
    }
    killed.remove(killed.size() - 1);
    for (TestRepository one : killed) {
      try (GitRepository git = one.open()) {
        assertThat(Recovery.run(git).value()).isPresent();
        assertThat(RefusalCheck.check(git, BRANCH, List.of("a.cs"))).isEmpty();
        assertThat(
                CommitWriter.of(git)
                    .write(plan(git, step("code", "a.cs", "two\n")), Landing.BRANCH_ONLY)
                    .value())
            .isPresent();
      }
      assertThat(one.git("rev-parse", BRANCH)).isEqualTo(repository.git("rev-parse", BRANCH));
      assertThat(one.read("a.cs")).isEqualTo("one\n");
      one.isClean();
    }
  }

  @Test
  void losesNothingWhenTheRecoveryIsKilledToo() throws IOException {
    TestRepository repository = TestRepository.of(temporary, FILES);
    List<TestRepository> halfDone = new ArrayList<>();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(
              git,
              place -> {
                if (place.equals("file App/B.cs") || place.equals("index locked")) {
                  halfDone.add(repository.copyTo(temporary.resolve("half" + halfDone.size())));
                }
              })
          .write(plan(git, STEPS), Landing.CHECKED_OUT);
    }
    assertThat(halfDone).hasSize(2);
    List<TestRepository> killed = new ArrayList<>();
    for (TestRepository half : halfDone) {
      try (GitRepository git = half.open()) {
        Recovery.run(
            git, place -> killed.add(half.copyTo(temporary.resolve("again" + killed.size()))));
      }
    }
    for (TestRepository again : killed) {
      runAgain(again);
      assertThat(again.git("rev-parse", "HEAD")).isEqualTo(repository.git("rev-parse", "HEAD"));
      again.isClean();
    }
    System.out.println("kill points of the recovery " + killed.size() + ", lost 0, doubled 0");
  }

  @Test
  void refusesWhenAFileWasEditedAfterTheKill() throws IOException {
    TestRepository repository = TestRepository.of(temporary, FILES);
    List<TestRepository> half = new ArrayList<>();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(
              git,
              place -> {
                if (place.equals("file App/A.cs")) {
                  half.add(repository.copyTo(temporary.resolve("half")));
                }
              })
          .write(plan(git, STEPS), Landing.CHECKED_OUT);
    }
    TestRepository edited = half.get(0).write("App/B.cs", "mine\n");
    try (GitRepository git = edited.open()) {
      assertThat(Recovery.run(git).refusal().orElseThrow())
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.UNFINISHED_RUN))
          .satisfies(refusal -> assertThat(refusal.message()).contains("App/B.cs"));
      assertThat(CommitWriter.of(git).write(plan(git, STEPS), Landing.CHECKED_OUT).refusal())
          .map(Refusal::code)
          .contains(RefusalCode.UNFINISHED_RUN);
    }
    assertThat(edited.read("App/B.cs")).isEqualTo("mine\n");
    edited.write("App/B.cs", "one\n");
    try (GitRepository git = edited.open()) {
      assertThat(Recovery.run(git).value()).isPresent();
    }
    edited.isClean();
  }

  @Test
  void removesTheRefLocksOfAKilledRun() throws IOException {
    TestRepository repository = TestRepository.of(temporary, FILES);
    List<TestRepository> half = new ArrayList<>();
    try (GitRepository git = repository.open()) {
      CommitWriter.of(
              git,
              place -> {
                if (place.equals("written journal") && half.isEmpty()) {
                  half.add(repository.copyTo(temporary.resolve("half")));
                }
              })
          .write(plan(git, STEPS), Landing.CHECKED_OUT);
    }
    half.get(0).write(".git/refs/heads/migrate/isolated.lock", "").write(".git/HEAD.lock", "ref: ");
    assertThat(runAgain(half.get(0))).isEqualTo(Recovery.State.ROLLED_BACK);
    half.get(0).isClean();
  }
}
