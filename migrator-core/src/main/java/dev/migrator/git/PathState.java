package dev.migrator.git;

/** How git sees a path of the work tree. */
public enum PathState {
  TRACKED,
  UNTRACKED,
  IGNORED,
  ABSENT
}
