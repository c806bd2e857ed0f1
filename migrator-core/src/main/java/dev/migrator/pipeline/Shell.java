package dev.migrator.pipeline;

/** Commands as users paste them. */
final class Shell {
  private Shell() {}

  /** In quotes where a blank or another special character asks for them. */
  static String quoted(String argument) {
    return argument.matches("[\\w./:@%+=,-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
