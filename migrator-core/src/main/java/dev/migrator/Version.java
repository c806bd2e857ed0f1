package dev.migrator;

/** The version of this tool, as in reports, trailers and generated files. */
public final class Version {
  public static final String TEXT = "0.1.0";

  private Version() {}
}
