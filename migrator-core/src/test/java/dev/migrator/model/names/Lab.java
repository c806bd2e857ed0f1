package dev.migrator.model.names;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lab on this machine: a folder with {@code bin/dotnet}. */
final class Lab {
  private Lab() {}

  /**
   * {@code FUNCTIONS_LAB}, else {@code ~/.cache/functions-lab}; empty where it is not installed.
   */
  static Optional<Path> find() {
    String set = System.getenv("FUNCTIONS_LAB");
    Path folder =
        set != null && !set.isEmpty()
            ? Path.of(set)
            : Path.of(System.getProperty("user.home"), ".cache", "functions-lab");
    return Files.isExecutable(folder.resolve("bin/dotnet"))
        ? Optional.of(folder)
        : Optional.empty();
  }
}
