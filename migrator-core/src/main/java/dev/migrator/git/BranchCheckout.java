package dev.migrator.git;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** Takes work tree, index and HEAD from the base commit to the tip of a branch, in this order. */
final class BranchCheckout {
  private final GitRepository git;
  private final Repository repository;
  private final FaultPoint faults;

  BranchCheckout(GitRepository git, FaultPoint faults) {
    this.git = git;
    this.repository = git.jgit();
    this.faults = faults;
  }

  /** Writes everything that is not there yet; the caller has looked for foreign files before. */
  Optional<Refusal> run(Journal journal, List<ChangedFile> changed) throws IOException {
    faults.reached("checkout begins");
    WorkFiles files = new WorkFiles(git, faults);
    for (ChangedFile file : deletionsFirst(changed)) {
      files.apply(file);
    }
    faults.reached("files checked out");
    if (!new IndexFile(git, faults).update(changed)) {
      return Optional.of(locked("index.lock"));
    }
    moveHead(journal);
    faults.reached("HEAD on the branch");
    return Optional.empty();
  }

  private static List<ChangedFile> deletionsFirst(List<ChangedFile> changed) {
    return changed.stream().sorted(Comparator.comparing(file -> file.isDeleted() ? 0 : 1)).toList();
  }

  static Refusal locked(String file) {
    return new Refusal(
        RefusalCode.LOCKED,
        file + " is held by another git process",
        "wait until it has ended, or delete the file when no git process runs; then run again");
  }

  private void moveHead(Journal journal) throws IOException {
    Ref head = repository.exactRef(Constants.HEAD);
    if (head != null && head.isSymbolic() && head.getTarget().getName().equals(journal.branch())) {
      return;
    }
    RefUpdate update = repository.updateRef(Constants.HEAD);
    String from =
        head != null && head.isSymbolic()
            ? Repository.shortenRefName(head.getTarget().getName())
            : journal.base().name();
    update.setRefLogIdent(logIdentity());
    update.setRefLogMessage(
        "checkout: moving from " + from + " to " + Repository.shortenRefName(journal.branch()),
        false);
    update.setForceUpdate(true);
    RefUpdate.Result result = update.link(journal.branch());
    switch (result) {
      case NEW, FORCED, NO_CHANGE, FAST_FORWARD -> {}
      default -> throw new IOException("cannot set HEAD to " + journal.branch() + ": " + result);
    }
  }

  /** The branch's new tip; false when it is not at the expected commit any more or is locked. */
  boolean moveBranch(Journal journal, boolean force) throws IOException {
    RefUpdate update = repository.updateRef(journal.branch());
    update.setNewObjectId(journal.tip());
    update.setExpectedOldObjectId(journal.old());
    update.setForceUpdate(force);
    update.setRefLogIdent(logIdentity());
    update.setRefLogMessage(
        journal.old().equals(ObjectId.zeroId())
            ? "branch: Created by migrator from " + journal.base().name()
            : "migrator: append commits",
        false);
    RefUpdate.Result result = update.update();
    return result == RefUpdate.Result.NEW
        || result == RefUpdate.Result.FAST_FORWARD
        || result == RefUpdate.Result.FORCED
        || result == RefUpdate.Result.NO_CHANGE;
  }

  /** Takes the branch back from the tip to where it was before. */
  boolean restoreBranch(Journal journal) throws IOException {
    RefUpdate update = repository.updateRef(journal.branch());
    update.setExpectedOldObjectId(journal.tip());
    update.setForceUpdate(true);
    update.setRefLogIdent(logIdentity());
    if (journal.old().equals(ObjectId.zeroId())) {
      return update.delete() == RefUpdate.Result.FORCED;
    }
    update.setNewObjectId(journal.old());
    update.setRefLogMessage("migrator: undo an interrupted run", false);
    return update.update() == RefUpdate.Result.FORCED;
  }

  /** Only for the reflog; JGit's default would look up the host name. */
  private static PersonIdent logIdentity() {
    return new PersonIdent("migrator", "migrator@localhost");
  }
}
