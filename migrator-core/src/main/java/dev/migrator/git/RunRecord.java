package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the last run left for later commands, kept under the git directory: the tree stays clean.
 *
 * @param report the report as JSON
 * @param lock the contract lock as JSON
 */
public record RunRecord(String report, String lock) {
  private static final String REPORT = "report.json";
  private static final String LOCK = "contract-lock.json";

  /** Replaces the record; a reader finds each file old or new, never a part of it. */
  public void save(GitRepository repository) throws IOException {
    save(repository, FaultPoint.NONE);
  }

  void save(GitRepository repository, FaultPoint faults) throws IOException {
    Path folder = repository.stateFolder();
    AtomicFile.write(folder.resolve(LOCK), lock.getBytes(UTF_8), faults);
    AtomicFile.write(folder.resolve(REPORT), report.getBytes(UTF_8), faults);
  }

  /** The record of the last run; empty where there was none. */
  public static Optional<RunRecord> load(GitRepository repository) throws IOException {
    Path folder = repository.stateFolder();
    if (!Files.exists(folder.resolve(REPORT)) || !Files.exists(folder.resolve(LOCK))) {
      return Optional.empty();
    }
    return Optional.of(
        new RunRecord(
            Files.readString(folder.resolve(REPORT)), Files.readString(folder.resolve(LOCK))));
  }
}
