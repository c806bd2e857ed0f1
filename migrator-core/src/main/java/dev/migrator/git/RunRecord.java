package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What runs leave for later commands, kept under the git directory: the tree stays clean. */
public final class RunRecord {
  private final Path folder;

  private RunRecord(Path folder) {
    this.folder = folder;
  }

  public static RunRecord of(GitRepository repository) {
    return new RunRecord(repository.stateFolder());
  }

  /** Replaces one file; a reader finds it old or new, never a part of it. */
  public void write(String name, String text) throws IOException {
    write(name, text, FaultPoint.NONE);
  }

  void write(String name, String text, FaultPoint faults) throws IOException {
    AtomicFile.write(folder.resolve(name), text.getBytes(UTF_8), faults);
  }

  /** One file of an earlier run; empty where there is none. */
  public Optional<String> read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
