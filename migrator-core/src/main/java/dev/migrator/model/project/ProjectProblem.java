package dev.migrator.model.project;

import dev.migrator.source.Location;

/**
 * Something about a project or solution that a person should know.
 *
 * @param message in plain words
 */
public record ProjectProblem(Kind kind, Location at, String message) {

  /** What is wrong. */
  public enum Kind {
    /** The text of a project, props or targets file is broken. */
    DOES_NOT_PARSE,
    /** The bytes are no UTF-8 text. */
    UNREADABLE,
    /** A file that is named does not exist. */
    MISSING,
    /** An import, item or condition that only MSBuild itself can evaluate. */
    NOT_EVALUATED
  }
}
