package dev.migrator.git;

/** A line {@code Key: value} at the end of a commit message. */
public record Trailer(String key, String value) {
  /** Marks a commit as one of the tool's; its value is the step. */
  public static final String STEP = "Migration-Step";

  public Trailer {
    if (!key.matches("[A-Za-z][A-Za-z-]*") || value.isBlank() || value.lines().count() != 1) {
      throw new IllegalArgumentException("trailer " + key + ": " + value);
    }
  }

  @Override
  public String toString() {
    return key + ": " + value;
  }
}
