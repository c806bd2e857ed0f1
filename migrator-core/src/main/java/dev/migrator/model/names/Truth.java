package dev.migrator.model.names;

/** The answer to a question that cannot always be decided. */
public enum Truth {
  NO,
  MAYBE,
  YES;

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
