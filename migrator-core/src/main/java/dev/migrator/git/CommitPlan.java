package dev.migrator.git;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The commits to write, one on the other.
 *
 * @param branch short name of the branch, such as {@code migrate/isolated}
 * @param base full id of the commit below the first one; HEAD must be there
 */
public record CommitPlan(
    String branch, String base, List<StepCommit> commits, Identity identity, CommitDate date) {

  public CommitPlan {
    commits = List.copyOf(commits);
  }

  /** All paths that some commit changes. */
  public SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>();
    commits.forEach(commit -> paths.addAll(commit.changes().keySet()));
    return paths;
  }
}
