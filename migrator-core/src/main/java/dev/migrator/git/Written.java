package dev.migrator.git;

import java.util.List;

/**
 * The commits that were written.
 *
 * @param branch short name of the branch that holds them
 * @param tip full id of the branch's last commit; the base when no commit changed anything
 * @param commits in order; commits that change nothing are missing
 */
public record Written(String branch, String tip, List<Commit> commits) {
  public Written {
    commits = List.copyOf(commits);
  }

  /**
   * One commit.
   *
   * @param step index in the plan's commits
   */
  public record Commit(int step, String subject, String id) {}
}
