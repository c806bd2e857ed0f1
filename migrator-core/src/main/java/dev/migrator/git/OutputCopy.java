package dev.migrator.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an app in a folder of its own, as a new git repository with one commit on {@code main}.
 * Every byte is as in the source: the copy has {@code core.autocrlf=false} and, in {@code
 * info/attributes}, a line that switches conversions off.
 *
 * @param root the folder that was copied
 * @param target the copy
 * @param app what was asked for, relative to both, with {@code /}; empty for the root
 * @param commit full id of the one commit
 * @param notes what was not copied, and why
 */
public record OutputCopy(Path root, Path target, String app, String commit, List<String> notes) {
  /** The commit's date where neither an option nor the source's HEAD has one. */
  static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  private static final String SUBJECT = "Add the app as it was";

  public OutputCopy {
    notes = List.copyOf(notes);
  }

  /**
   * What to copy.
   *
   * @param source the file or folder that was asked for
   * @param needed files and folders that the copy must hold, such as referenced projects
   * @param target the new folder: absent, empty, or left behind by a killed run of the tool
   * @param date counted from nothing here: a date that is not fixed is the one of the source's
   *     HEAD, or 2026-01-01
   */
  public record Request(
      Path source,
      Collection<Path> needed,
      Path target,
      Identity identity,
      CommitDate date,
      Map<String, String> environment) {
    public Request {
      needed = List.copyOf(needed);
      environment = Map.copyOf(environment);
    }
  }

  public static Outcome<OutputCopy> create(Request request) throws IOException {
    return create(request, FaultPoint.NONE);
  }

  static Outcome<OutputCopy> create(Request request, FaultPoint faults) throws IOException {
    GitSystem.install(request.environment());
    if (!Files.exists(request.source())) {
      return Outcome.refused(
          RefusalCode.SOURCE_UNREADABLE, request.source() + " does not exist", "check the path");
    }
    Path source = request.source().toRealPath();
    Path target = request.target().toAbsolutePath().normalize();
    if (!NewRepository.isFree(target)) {
      return Outcome.refused(
          RefusalCode.TARGET_NOT_EMPTY,
          target + " is not an empty folder",
          "give a folder that is empty or does not exist yet");
    }
    @Nullable Path root = root(source, request.needed());
    if (root == null || root.getParent() == null) {
      return Outcome.refused(
          RefusalCode.SOURCE_UNREADABLE,
          source + " and what it needs have only the file system in common",
          "bring the app and its references under one folder");
    }
    return Outcome.of(copy(request, source, root, target, faults));
  }

  /** The nearest folder that holds everything; null when there is none. */
  static @Nullable Path root(Path source, Collection<Path> needed) throws IOException {
    @Nullable Path root = Files.isDirectory(source) ? source : source.getParent();
    for (Path place : needed) {
      Path real = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath().normalize();
      while (root != null && !real.startsWith(root)) {
        root = root.getParent();
      }
    }
    return root;
  }

  private static OutputCopy copy(
      Request request, Path source, Path root, Path target, FaultPoint faults) throws IOException {
    List<String> notes = new ArrayList<>();
    Instant date = DATE;
    SortedMap<String, SourceListing.Entry> files;
    Outcome<GitRepository> opening = GitRepository.openOnly(root, request.environment());
    Optional<GitRepository> repository = opening.value();
    if (repository.isPresent()) {
      try (GitRepository git = repository.get()) {
        files = SourceListing.ofWorkTree(git, root, notes);
        date = git.headDate();
      }
    } else {
      files = SourceListing.ofFolder(root, notes);
    }
    files.keySet().removeIf(path -> root.resolve(path).startsWith(target));
    try (NewRepository copy = NewRepository.create(target, faults)) {
      for (Map.Entry<String, SourceListing.Entry> file : files.entrySet()) {
        copy.add(file.getKey(), root.resolve(file.getKey()), file.getValue());
      }
      String commit = copy.commit(SUBJECT, request.identity(), request.date().fixed().orElse(date));
      String app = root.relativize(source).toString().replace(File.separatorChar, '/');
      return new OutputCopy(root, target, app, commit, notes);
    }
  }

  /** Whether a folder has nothing in it. */
  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
