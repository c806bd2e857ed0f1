package dev.migrator.git;

/** Called at every place where a kill would leave another state on disk; tests stop there. */
@FunctionalInterface
public interface FaultPoint {
  /** What the tool itself uses. */
  FaultPoint NONE = place -> {};

  /** The place was reached: everything before it is on disk. */
  void reached(String place);
}
