package dev.migrator.git;

/** Where HEAD and the work tree are after the commits are written. */
public enum Landing {
  /** HEAD is on the branch, the work tree has its files. */
  CHECKED_OUT,
  /**
   * The branch is there, HEAD and work tree did not move. Where HEAD is on the branch already, the
   * commits go on a branch of that name with {@code -unverified} behind it.
   */
  BRANCH_ONLY
}
