package dev.migrator.model.names;

/** Whether a compilation sees a type of the tables. */
enum Availability {
  ABSENT,
  /** A package that has it may be among the dependencies, or another version may have it. */
  POSSIBLE,
  CERTAIN;

  Availability or(Availability other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
