package dev.migrator.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * What a run found of a run that was killed, and what it did about it. Called first, before HEAD is
 * read for good.
 *
 * @param state what was found
 * @param branch short name of the branch of the killed run; empty when there was none
 */
public record Recovery(State state, String branch) {

  /** What was found. */
  public enum State {
    /** No run was killed. */
    NOTHING,
    /** The branch had moved: the checkout has been finished now. Open the repository anew. */
    FINISHED,
    /** Work tree and HEAD had not been meant to move yet: everything is as before that run. */
    ROLLED_BACK
  }

  /**
   * Finishes or undoes what a killed run began. Refused when a file of the checkout has been
   * changed since, or HEAD moved: the journal stays until a person has looked.
   */
  public static Outcome<Recovery> run(GitRepository git) throws IOException {
    return run(git, FaultPoint.NONE);
  }

  static Outcome<Recovery> run(GitRepository git, FaultPoint faults) throws IOException {
    if (!Journal.exists(git)) {
      return Outcome.of(new Recovery(State.NOTHING, ""));
    }
    return RunLock.holding(
        git,
        () -> {
          Optional<Journal> journal = Journal.read(git);
          return journal.isEmpty()
              ? new Outcome.Refused<>(unfinished(git))
              : new Attempt(git, journal.get(), faults).run();
        });
  }

  static Refusal unfinished(GitRepository git) {
    return new Refusal(
        RefusalCode.UNFINISHED_RUN,
        "an earlier run was interrupted; its journal is " + Journal.file(git),
        "check the work tree with `git status`, bring it to a clean state, delete the journal, run"
            + " again");
  }

  private record Attempt(GitRepository git, Journal journal, FaultPoint faults) {

    Outcome<Recovery> run() throws IOException {
      Repository repository = git.jgit();
      removeLock(repository, journal.branch(), journal.tip().name() + "\n");
      removeLock(repository, Constants.HEAD, "ref: " + journal.branch() + "\n");
      @Nullable Ref ref = repository.exactRef(journal.branch());
      ObjectId now = ref == null ? ObjectId.zeroId() : ref.getObjectId();
      if (now.equals(journal.tip())) {
        return journal.landing() == Landing.CHECKED_OUT ? finish() : takeBack();
      }
      if (journal.phase() == Journal.Phase.BRANCH && now.equals(journal.old())) {
        return done(State.ROLLED_BACK);
      }
      return new Outcome.Refused<>(unfinished(git));
    }

    /** A killed process leaves the lock file of the name it was about to write. */
    private void removeLock(Repository repository, String name, String content) throws IOException {
      Path folder =
          (name.equals(Constants.HEAD)
                  ? repository.getDirectory()
                  : repository.getCommonDirectory())
              .toPath();
      Path lock = folder.resolve(name + ".lock");
      if (Files.isRegularFile(lock) && content.startsWith(Files.readString(lock))) {
        Files.delete(lock);
      }
    }

    private Outcome<Recovery> done(State state) throws IOException {
      Journal.remove(git);
      faults.reached("recovered");
      return Outcome.of(new Recovery(state, Repository.shortenRefName(journal.branch())));
    }

    /** Nobody was told of that branch yet, and it would be in the way of the second run. */
    private Outcome<Recovery> takeBack() throws IOException {
      return new BranchCheckout(git, faults).restoreBranch(journal)
          ? done(State.ROLLED_BACK)
          : new Outcome.Refused<>(unfinished(git));
    }

    private Outcome<Recovery> finish() throws IOException {
      @Nullable ObjectId head = git.jgit().resolve(Constants.HEAD);
      if (head == null || !head.equals(journal.base()) && !head.equals(journal.tip())) {
        return new Outcome.Refused<>(unfinished(git));
      }
      if (!new IndexFile(git, faults).unlockOwn()) {
        return new Outcome.Refused<>(BranchCheckout.locked("index.lock"));
      }
      List<ChangedFile> changed = ChangedFile.between(git.jgit(), journal.base(), journal.tip());
      List<String> foreign = new WorkFiles(git, faults).foreign(changed);
      if (!foreign.isEmpty()) {
        return Outcome.refused(
            RefusalCode.UNFINISHED_RUN,
            "an earlier run was interrupted, and since then changed: " + String.join(", ", foreign),
            "save these files elsewhere and restore them with `git checkout`, then run again");
      }
      Optional<Refusal> refusal = new BranchCheckout(git, faults).run(journal, changed);
      return refusal.isPresent() ? new Outcome.Refused<>(refusal.get()) : done(State.FINISHED);
    }
  }
}
