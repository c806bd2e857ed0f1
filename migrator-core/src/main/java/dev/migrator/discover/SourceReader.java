package dev.migrator.discover;

import dev.migrator.discover.ProjectEvaluator.PendingItem;
import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.Truth;
import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source files of a project. The default glob takes every {@code *.cs} below the folder
 * but {@code bin}, {@code obj} and folders that start with a dot; as in MSBuild, files of a project
 * in a folder below are among them.
 */
final class SourceReader {
  private final RepositoryFiles files;
  private final ProjectEvaluator evaluator;
  private final ItemEvaluator items;
  private final String directory;
  private final Map<String, CompileItem> sources = new TreeMap<>();

  private SourceReader(
      RepositoryFiles files, ProjectEvaluator evaluator, ItemEvaluator items, String directory) {
    this.files = files;
    this.evaluator = evaluator;
    this.items = items;
    this.directory = directory;
  }

  /** The sources in path order. */
  static List<CompileItem> read(
      RepositoryFiles files, ProjectEvaluator evaluator, ItemEvaluator items, String directory) {
    SourceReader reader = new SourceReader(files, evaluator, items, directory);
    reader.defaults();
    evaluator.items().stream().filter(p -> p.item().isType("Compile")).forEach(reader::item);
    return List.copyOf(reader.sources.values());
  }

  /** What the default glob of the SDK finds below a folder, in path order. */
  static List<String> ofSdk(RepositoryFiles files, String directory) {
    Glob all = Objects.requireNonNull(Glob.of(directory, "**/*.cs"));
    List<Glob> excluded = globs(directory, List.of("**/.*/**", "bin/**", "obj/**"));
    return files
        .matching(all)
        .filter(path -> excluded.stream().noneMatch(glob -> glob.matches(path)))
        .sorted()
        .toList();
  }

  private void defaults() {
    PropertyScope scope = evaluator.scope();
    boolean isOn =
        "true".equalsIgnoreCase(scope.get("EnableDefaultItems"))
            && "true".equalsIgnoreCase(scope.get("EnableDefaultCompileItems"));
    Glob all = isOn ? Glob.of(directory, "**/*.cs") : null;
    if (all != null) {
      List<Glob> excluded = defaultExcludes(scope);
      files
          .matching(all)
          .filter(path -> excluded.stream().noneMatch(glob -> glob.matches(path)))
          .forEach(path -> add(path, null, Truth.TRUE));
    }
  }

  private List<Glob> defaultExcludes(PropertyScope scope) {
    List<String> patterns = new ArrayList<>(List.of("**/.*/**"));
    Stream.of("BaseOutputPath", "BaseIntermediateOutputPath")
        .map(scope::get)
        .filter(path -> path != null && !path.isBlank())
        .forEach(path -> patterns.add(path + "/**"));
    Stream.of(
            "DefaultItemExcludes",
            "DefaultExcludesInProjectFolder",
            "DefaultItemExcludesInProjectFolder")
        .map(scope::get)
        .filter(value -> value != null)
        .forEach(value -> patterns.addAll(List.of(value.split(";"))));
    return globs(patterns);
  }

  private List<Glob> globs(Collection<String> patterns) {
    return globs(directory, patterns);
  }

  private static List<Glob> globs(String directory, Collection<String> patterns) {
    return patterns.stream()
        .filter(pattern -> !pattern.isBlank())
        .flatMap(pattern -> Stream.ofNullable(Glob.of(directory, pattern)))
        .toList();
  }

  private void item(PendingItem pending) {
    Truth truth = items.truth(pending);
    if (truth == Truth.FALSE) {
      return;
    }
    MsBuildItem item = pending.item();
    List<Glob> excluded = globs(items.names(pending, item.exclude().orElse(null)));
    for (Glob glob : globs(items.names(pending, item.include().orElse(null)))) {
      files
          .matching(glob)
          .filter(path -> excluded.stream().noneMatch(e -> e.matches(path)))
          .forEach(path -> add(path, item, truth));
    }
    for (Glob glob : globs(items.names(pending, item.remove().orElse(null)))) {
      if (truth == Truth.TRUE) {
        sources.keySet().removeIf(glob::matches);
      }
    }
  }

  private void add(String path, @Nullable MsBuildItem item, Truth truth) {
    boolean isLinked = !RepositoryPath.isBelow(path, directory);
    sources.putIfAbsent(path, new CompileItem(path, isLinked, item, truth));
  }
}
