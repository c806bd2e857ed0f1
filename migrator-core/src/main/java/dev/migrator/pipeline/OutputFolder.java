package dev.migrator.pipeline;

import dev.migrator.discover.Discovery;
import dev.migrator.git.CommitDate;
import dev.migrator.git.DirectoryTree;
import dev.migrator.git.Identity;
import dev.migrator.git.Outcome;
import dev.migrator.git.OutputCopy;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.Workspace;
import dev.migrator.syntax.msbuild.MsBuildFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code --output}: a copy of what was named, in a repository of its own. */
final class OutputFolder {
  private static final int FOLDERS_UPWARD = 8;
  private static final Set<String> FILE_ITEMS =
      Set.of("Compile", "Content", "EmbeddedResource", "None");

  private OutputFolder() {}

  /** The path to convert, inside the copy. */
  static Outcome<Path> copy(Request request) throws IOException {
    Outcome<Identity> identity =
        Identity.ofUser(request.environment(), request.author().orElse(null));
    Outcome<CommitDate> date = CommitDate.of(request.date().orElse(null), request.environment());
    if (identity.refusal().isPresent()) {
      return refused(identity);
    }
    if (date.refusal().isPresent()) {
      return refused(date);
    }
    Outcome<OutputCopy> copy =
        OutputCopy.create(
            new OutputCopy.Request(
                request.path(),
                needed(request.path()),
                request.output().orElseThrow(),
                identity.value().orElseThrow(),
                date.value().orElseThrow(),
                request.environment()));
    if (copy.refusal().isPresent()) {
      return refused(copy);
    }
    OutputCopy made = copy.value().orElseThrow();
    return Outcome.of(made.app().isEmpty() ? made.target() : made.target().resolve(made.app()));
  }

  private static Outcome<Path> refused(Outcome<?> outcome) {
    var refusal = outcome.refusal().orElseThrow();
    return Outcome.refused(refusal.code(), refusal.message(), refusal.advice());
  }

  /**
   * Referenced projects and files that MSBuild reads, found from the folder above that has them.
   */
  private static List<Path> needed(Path source) throws IOException {
    if (!Files.exists(source)) {
      return List.of();
    }
    Path start = source.toRealPath();
    Optional<Path> folder =
        Optional.ofNullable(Files.isDirectory(start) ? start : start.getParent());
    for (int i = 0; i < FOLDERS_UPWARD && folder.isPresent(); i++) {
      if (Files.isDirectory(folder.get().resolve(".git")) || hasNoParent(folder.get())) {
        break;
      }
      Workspace workspace = workspace(folder.get(), start);
      if (isComplete(workspace)) {
        return files(folder.get(), workspace);
      }
      folder = Optional.ofNullable(folder.get().getParent());
    }
    return folder.isPresent() ? files(folder.get(), workspace(folder.get(), start)) : List.of();
  }

  private static boolean hasNoParent(Path folder) {
    return folder.getParent() == null || folder.getParent().getParent() == null;
  }

  /** Whether every project that the chosen ones reference was found. */
  private static boolean isComplete(Workspace workspace) {
    return workspace.projects().stream()
        .flatMap(project -> project.items().projects().stream())
        .allMatch(reference -> workspace.project(reference.path()).isPresent());
  }

  private static Workspace workspace(Path folder, Path start) throws IOException {
    String relative = folder.relativize(start).toString().replace('\\', '/');
    return Discovery.discover(DirectoryTree.of(folder), relative);
  }

  private static List<Path> files(Path folder, Workspace workspace) {
    List<Path> needed = new ArrayList<>();
    for (Project project : workspace.projects()) {
      needed.add(folder.resolve(project.path()));
      project.imports().stream().map(MsBuildFile::path).map(folder::resolve).forEach(needed::add);
      linked(folder.resolve(project.directory()), project)
          .filter(Files::exists)
          .forEach(needed::add);
    }
    return needed;
  }

  /** Files and folders above a project that its items name, folders where it is a pattern. */
  private static Stream<Path> linked(Path start, Project project) {
    return project.file().items().stream()
        .filter(item -> FILE_ITEMS.contains(item.type()))
        .flatMap(item -> item.include().stream())
        .flatMap(included -> Stream.of(included.split(";")))
        .map(path -> path.strip().replace('\\', '/'))
        .filter(path -> path.startsWith("../") && !path.contains("$("))
        .map(path -> start.resolve(path.replaceFirst("/[^/]*\\*.*", "")).normalize());
  }
}
