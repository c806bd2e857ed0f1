package dev.migrator.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second run out of a repository. The system frees it when the process dies. */
final class RunLock {
  private RunLock() {}

  /** What runs while the lock is held. */
  @FunctionalInterface
  interface Action<T> {
    Outcome<T> run() throws IOException;
  }

  /** Refused when another run holds the lock. */
  static <T> Outcome<T> holding(GitRepository repository, Action<T> action) throws IOException {
    Files.createDirectories(repository.stateFolder());
    try (FileChannel channel =
        FileChannel.open(
            repository.stateFolder().resolve("run.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      if (lock(channel) == null) {
        return Outcome.refused(
            RefusalCode.ANOTHER_RUN,
            "another run of the tool works on " + repository.workTree(),
            "wait until it has ended");
      }
      return action.run();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
