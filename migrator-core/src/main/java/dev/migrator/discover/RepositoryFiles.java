package dev.migrator.discover;

import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.ProjectProblem.Kind;
import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import dev.migrator.syntax.msbuild.MsBuildFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a snapshot as MSBuild looks for them: without regard to case, as most of them were
 * written on Windows. Parses each file once; for one thread.
 */
final class RepositoryFiles {
  private final FileTree tree;
  private final Map<String, String> byLowerCase = new HashMap<>();
  private final Map<String, Optional<MsBuildFile>> parsed = new HashMap<>();
  private final Map<String, ProjectProblem> problems = new TreeMap<>();

  RepositoryFiles(FileTree tree) {
    this.tree = tree;
    tree.paths().forEach(path -> byLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path));
  }

  /** The file as it is spelled in the snapshot. */
  Optional<String> find(String path) {
    return tree.paths().contains(path)
        ? Optional.of(path)
        : Optional.ofNullable(byLowerCase.get(path.toLowerCase(Locale.ROOT)));
  }

  boolean isDirectory(String path) {
    return path.isEmpty() || below(path).findAny().isPresent();
  }

  /** Files below a folder, in path order. */
  Stream<String> below(String directory) {
    return directory.isEmpty()
        ? tree.paths().stream()
        : tree.paths().subSet(directory + "/", directory + "0").stream();
  }

  Stream<String> matching(Glob glob) {
    return below(glob.directory()).filter(glob::matches);
  }

  /** The nearest file of that name in the folder or one above it. */
  Optional<String> above(String directory, String name) {
    return RepositoryPath.above(directory, name, this::find);
  }

  /** The parsed file; empty, with a problem, for bytes that are no text. */
  Optional<MsBuildFile> msBuild(String path) {
    return parsed.computeIfAbsent(path, this::parse);
  }

  private Optional<MsBuildFile> parse(String path) {
    Optional<MsBuildFile> file = source(path).map(MsBuildFile::parse);
    file.map(MsBuildFile::errors).stream()
        .flatMap(List::stream)
        .map(
            e -> new ProjectProblem(Kind.DOES_NOT_PARSE, new Location(path, e.line()), e.message()))
        .forEach(problem -> problems.put(path, problem));
    return file;
  }

  Optional<SourceFile> source(String path) {
    try {
      return tree.source(path);
    } catch (UnreadableSourceException e) {
      problems.put(
          path, new ProjectProblem(Kind.UNREADABLE, Location.ofFile(path), message(path, e)));
      return Optional.empty();
    }
  }

  private static String message(String path, UnreadableSourceException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^\\Q" + path + "\\E ", "the file ");
  }

  /** What is wrong with a file that was read. */
  Optional<ProjectProblem> problem(String path) {
    return Optional.ofNullable(problems.get(path));
  }
}
