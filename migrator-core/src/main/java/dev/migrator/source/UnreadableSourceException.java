package dev.migrator.source;

import java.io.IOException;

/** A file whose bytes are no text that the tool can write back unchanged. */
public final class UnreadableSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String path, String problem) {
    super(path + " " + problem);
  }

  public UnreadableSourceException(String path, String problem, Throwable cause) {
    super(path + " " + problem, cause);
  }
}
