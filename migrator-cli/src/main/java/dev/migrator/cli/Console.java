package dev.migrator.cli;

import java.io.PrintStream;

/**
 * Where a command writes: results on one stream, progress and messages on the other.
 *
 * @param out results
 * @param err progress, refusals
 */
record Console(PrintStream out, PrintStream err) {

  /** Progress is for people: only where both ends are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // Newer Java answers a console that says it is none.
  boolean isInteractive() {
    return System.console() != null && System.getenv("TERM") != null;
  }
}
