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
import java.util.Set;
import java.util.stream.Stream;

/** {@code --output}: a copy of what was named, in a repository of its own. */
final class OutputFolder {
  private static final int FOLDERS_UPWARD = 8;

  /** Files that MSBuild, the SDK and NuGet look for in the folders above a project. */
  private static final List<String> FOUND_ABOVE =
      List.of(
          "Directory.Build.props",
          "Directory.Build.targets",
          "Directory.Packages.props",
          "global.json",
          "NuGet.config",
          "nuget.config",
          "NuGet.Config");

  private static final Set<String> REFERENCES = Set.of("ProjectReference");

  private static final Set<String> FILE_ITEMS =
      Set.of("Compile", "Content", "EmbeddedResource", "None", "ProjectReference");

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
   * Referenced projects, and files that MSBuild and NuGet read, found from the folder above that
   * has them.
   */
  private static List<Path> needed(Path source) throws IOException {
    if (!Files.exists(source)) {
      return List.of();
    }
    Path start = source.toRealPath();
    List<Path> folders = upward(Files.isDirectory(start) ? start : start.resolveSibling(""));
    for (Path folder : folders) {
      Workspace workspace = workspace(folder, start);
      if (isComplete(folder, workspace) || folder.equals(folders.get(folders.size() - 1))) {
        return files(folder, workspace);
      }
    }
    return List.of();
  }

  /** A folder and those above it, up to that of the repository. */
  private static List<Path> upward(Path folder) {
    List<Path> folders = new ArrayList<>();
    Path at = folder;
    while (at != null && folders.size() < FOLDERS_UPWARD) {
      folders.add(at);
      at = isTop(at) ? null : at.getParent();
    }
    return folders;
  }

  /** Whether nothing above belongs to the same repository, or may be looked at. */
  private static boolean isTop(Path folder) {
    return Files.isDirectory(folder.resolve(".git"))
        || folder.getParent() == null
        || folder.getParent().getParent() == null;
  }

  /** The nearest file of each name above the folder: what is in the folder comes along anyway. */
  private static List<Path> above(Path folder) {
    List<Path> folders = upward(folder);
    return FOUND_ABOVE.stream()
        .flatMap(
            name -> folders.stream().map(at -> at.resolve(name)).filter(Files::exists).limit(1))
        .filter(found -> !found.startsWith(folder))
        .toList();
  }

  /** Whether the folder holds every project there is that the chosen ones reference. */
  private static boolean isComplete(Path folder, Workspace workspace) {
    return workspace.projects().stream()
        .flatMap(project -> named(folder, project, REFERENCES))
        .filter(Files::exists)
        .allMatch(reference -> reference.startsWith(folder));
  }

  private static Workspace workspace(Path folder, Path start) throws IOException {
    String relative = folder.relativize(start).toString().replace('\\', '/');
    return Discovery.discover(DirectoryTree.of(folder), relative);
  }

  private static List<Path> files(Path folder, Workspace workspace) {
    List<Path> needed = new ArrayList<>(above(folder));
    for (Project project : workspace.projects()) {
      needed.add(folder.resolve(project.path()));
      project.imports().stream().map(MsBuildFile::path).map(folder::resolve).forEach(needed::add);
      named(folder, project, FILE_ITEMS).filter(Files::exists).forEach(needed::add);
    }
    return needed;
  }

  /** What items of some types name, a folder where it is a pattern. */
  private static Stream<Path> named(Path folder, Project project, Set<String> types) {
    Path start = folder.resolve(project.directory());
    return project.file().items().stream()
        .filter(item -> types.contains(item.type()))
        .flatMap(item -> item.include().stream())
        .flatMap(included -> Stream.of(included.split(";")))
        .map(path -> path.strip().replace('\\', '/'))
        .filter(path -> path.startsWith("../") && !path.contains("$("))
        .map(path -> start.resolve(path.replaceFirst("/[^/]*\\*.*", "")).normalize());
  }
}
