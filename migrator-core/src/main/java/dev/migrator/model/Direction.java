package dev.migrator.model;

import java.util.Locale;

/** Which way the data of a binding goes. */
public enum Direction {
  IN,
  OUT,
  /** A client object, used both ways. */
  INOUT;

  /** As in contracts. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
