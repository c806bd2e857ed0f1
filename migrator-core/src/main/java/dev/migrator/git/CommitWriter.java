package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the commits of a plan: objects, then the branch, then the checkout, with a journal around
 * the last two. A kill at any point loses nothing; {@link Recovery} finishes or undoes. Hooks do
 * not run and commits are not signed. Commit ids depend on base, plan, identity and date only.
 */
public final class CommitWriter {
  private final GitRepository git;
  private final Repository repository;
  private final FaultPoint faults;

  private CommitWriter(GitRepository git, FaultPoint faults) {
    this.git = git;
    this.repository = git.jgit();
    this.faults = faults;
  }

  public static CommitWriter of(GitRepository repository) {
    return new CommitWriter(repository, FaultPoint.NONE);
  }

  public static CommitWriter of(GitRepository repository, FaultPoint faults) {
    return new CommitWriter(repository, faults);
  }

  /**
   * Writes the plan. Refuses, with nothing but unreachable objects written, when HEAD or the branch
   * moved, when a file to write is not as in HEAD, or when another run is at work. The repository
   * is opened anew afterwards: this one still shows the old HEAD.
   */
  public Outcome<Written> write(CommitPlan plan, Landing landing) throws IOException {
    return RunLock.holding(
        git,
        () -> {
          faults.reached("run locked");
          Optional<Refusal> refusal = refuse(plan);
          return refusal.isPresent() ? refused(refusal.get()) : writeLocked(plan, landing);
        });
  }

  private static Outcome<Written> refused(Refusal refusal) {
    return new Outcome.Refused<>(refusal);
  }

  private Optional<Refusal> refuse(CommitPlan plan) throws IOException {
    if (Journal.exists(git)) {
      return Optional.of(Recovery.unfinished(git));
    }
    @Nullable ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null || !head.name().equals(plan.base())) {
      return Optional.of(
          new Refusal(
              RefusalCode.HEAD_MOVED,
              "HEAD is not at " + plan.base() + " any more",
              "run again; the tool reads the new HEAD"));
    }
    return Optional.empty();
  }

  private Outcome<Written> writeLocked(CommitPlan plan, Landing landing) throws IOException {
    ObjectId base = ObjectId.fromString(plan.base());
    List<Written.Commit> commits = writeObjects(plan, base);
    ObjectId tip =
        commits.isEmpty() ? base : ObjectId.fromString(commits.get(commits.size() - 1).id());
    boolean onBranch = git.branch().filter(plan.branch()::equals).isPresent();
    String branch =
        onBranch && landing == Landing.BRANCH_ONLY ? plan.branch() + "-unverified" : plan.branch();
    Written written = new Written(branch, tip.name(), commits);
    if (commits.isEmpty()) {
      return Outcome.of(written);
    }
    Optional<Refusal> refusal = publish(branch, base, tip, landing);
    return refusal.isPresent() ? refused(refusal.get()) : Outcome.of(written);
  }

  private List<Written.Commit> writeObjects(CommitPlan plan, ObjectId base) throws IOException {
    List<Written.Commit> commits = new ArrayList<>();
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = inserter.newReader()) {
      RevCommit start = git.headRevision();
      TreeEditor editor = new TreeEditor(reader, inserter, faults);
      Instant baseDate = Instant.ofEpochSecond(start.getCommitTime());
      ObjectId parent = base;
      ObjectId tree = start.getTree().getId();
      for (int step = 0; step < plan.commits().size(); step++) {
        StepCommit commit = plan.commits().get(step);
        ObjectId changed = editor.write(tree, commit.changes());
        if (!changed.equals(tree)) {
          Instant date = plan.date().of(baseDate, commits.size() + 1);
          parent = insert(inserter, commit, changed, parent, plan.identity(), date);
          tree = changed;
          commits.add(new Written.Commit(step, commit.subject(), parent.name()));
        }
      }
    }
    return commits;
  }

  private ObjectId insert(
      ObjectInserter inserter,
      StepCommit commit,
      ObjectId tree,
      ObjectId parent,
      Identity identity,
      Instant date)
      throws IOException {
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentId(parent);
    builder.setAuthor(ident(identity.author(), date));
    builder.setCommitter(ident(identity.committer(), date));
    builder.setEncoding(UTF_8);
    builder.setMessage(commit.message());
    ObjectId id = inserter.insert(builder);
    inserter.flush();
    faults.reached("commit " + id.abbreviate(8).name());
    return id;
  }

  static PersonIdent ident(Person person, Instant date) {
    return new PersonIdent(person.name(), person.mail(), date, ZoneOffset.UTC);
  }

  private Optional<Refusal> publish(String branch, ObjectId base, ObjectId tip, Landing landing)
      throws IOException {
    String name = Constants.R_HEADS + branch;
    @Nullable Ref ref = repository.exactRef(name);
    ObjectId old = ref == null ? ObjectId.zeroId() : ref.getObjectId();
    boolean replaces = landing == Landing.BRANCH_ONLY && branch.endsWith("-unverified");
    if (ref != null && !old.equals(base) && !replaces) {
      return Optional.of(
          RefusalCheck.branchExists(branch, "it is not at the commit that HEAD is on"));
    }
    List<ChangedFile> changed = ChangedFile.between(repository, base, tip);
    if (landing == Landing.CHECKED_OUT) {
      List<String> foreign = new WorkFiles(git, faults).foreign(changed, false);
      if (!foreign.isEmpty()) {
        return Optional.of(RefusalCheck.inTheWay(git, foreign));
      }
    }
    return publish(
        new Journal(Journal.Phase.BRANCH, name, old, base, tip, landing), changed, replaces);
  }

  private Optional<Refusal> publish(Journal journal, List<ChangedFile> changed, boolean force)
      throws IOException {
    faults.reached("objects written");
    journal.write(git, faults);
    BranchCheckout checkout = new BranchCheckout(git, faults);
    if (!checkout.moveBranch(journal, force)) {
      Journal.remove(git);
      return Optional.of(
          RefusalCheck.branchExists(
              Repository.shortenRefName(journal.branch()), "another process changed or locked it"));
    }
    faults.reached("branch moved");
    Optional<Refusal> refusal = Optional.empty();
    if (journal.landing() == Landing.CHECKED_OUT) {
      journal.at(Journal.Phase.CHECKOUT).write(git, faults);
      refusal = checkout.run(journal, changed);
    }
    if (refusal.isEmpty()) {
      Journal.remove(git);
      faults.reached("journal removed");
    }
    return refusal;
  }
}
