package dev.migrator.pipeline;

/** How a command ends; documented in the README. */
public enum ExitCode {
  DONE(0, "done"),
  INTERNAL_ERROR(1, "internal error"),
  REFUSED(2, "usage, refused or unusable input; nothing changed"),
  BLOCKED(3, "every selected app is blocked; nothing changed"),
  VERIFICATION_FAILED(4, "verification failed; HEAD and work tree did not move"),
  PARTLY_DONE(5, "some apps converted, some blocked or failed"),
  NOTHING_TO_CONVERT(6, "nothing to convert");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }
}
