package dev.migrator.source;

/**
 * A place in a file of the repository.
 *
 * @param path relative to the repository, with {@code /}
 * @param line from 1; 0 where the whole file is meant
 */
public record Location(String path, int line) {
  public static Location ofFile(String path) {
    return new Location(path, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? path : path + ":" + line;
  }
}
