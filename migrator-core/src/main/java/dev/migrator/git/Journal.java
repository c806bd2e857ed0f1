package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a run was about to do, kept in the git directory from before the branch moves until all is
 * done. A line per entry, {@code name value}.
 *
 * @param phase how far the run had come at least
 * @param branch full name of the branch
 * @param old commit of the branch before; zero where there was none
 * @param base commit that HEAD and work tree were on
 * @param tip commit that branch (and HEAD and work tree) come to
 */
record Journal(
    Phase phase, String branch, ObjectId old, ObjectId base, ObjectId tip, Landing landing) {
  private static final String HEADING = "migrator-journal 1";

  enum Phase {
    /** The branch is about to move. */
    BRANCH,
    /** The branch has moved, the checkout is under way. */
    CHECKOUT
  }

  Journal at(Phase next) {
    return new Journal(next, branch, old, base, tip, landing);
  }

  static Path file(GitRepository repository) {
    return repository.stateFolder().resolve("journal");
  }

  void write(GitRepository repository, FaultPoint faults) throws IOException {
    String text =
        String.join(
            "\n",
            HEADING,
            "phase " + phase,
            "branch " + branch,
            "old " + old.name(),
            "base " + base.name(),
            "tip " + tip.name(),
            "landing " + landing,
            "");
    AtomicFile.write(file(repository), text.getBytes(UTF_8), faults);
  }

  static void remove(GitRepository repository) throws IOException {
    Files.deleteIfExists(file(repository));
  }

  static boolean exists(GitRepository repository) {
    return Files.exists(file(repository));
  }

  /** Empty when there is none, or none that this version can read. */
  static Optional<Journal> read(GitRepository repository) throws IOException {
    if (!exists(repository)) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    for (String line : Files.readString(file(repository)).lines().toList()) {
      int blank = line.indexOf(' ');
      values.put(line.substring(0, Math.max(blank, 0)), line.substring(blank + 1));
    }
    try {
      return "1".equals(values.get("migrator-journal"))
          ? Optional.of(
              new Journal(
                  Phase.valueOf(value(values, "phase")),
                  value(values, "branch"),
                  ObjectId.fromString(value(values, "old")),
                  ObjectId.fromString(value(values, "base")),
                  ObjectId.fromString(value(values, "tip")),
                  Landing.valueOf(value(values, "landing"))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String value(Map<String, String> values, String name) {
    @Nullable String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("journal without " + name);
    }
    return value;
  }
}
