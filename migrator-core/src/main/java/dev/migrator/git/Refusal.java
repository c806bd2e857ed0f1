package dev.migrator.git;

/**
 * A reason not to start: nothing has been changed.
 *
 * @param message names the file or thing
 * @param advice what to do to go on
 */
public record Refusal(RefusalCode code, String message, String advice) {
  @Override
  public String toString() {
    return message + " (" + advice + ")";
  }
}
