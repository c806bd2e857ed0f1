package dev.migrator.pipeline;

import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.FileChange;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Source files that several projects compile: one has them, others link them. */
final class SharedSources {
  private final SortedSet<String> linked;

  private SharedSources(SortedSet<String> linked) {
    this.linked = linked;
  }

  static SharedSources of(Workspace workspace) {
    return new SharedSources(
        workspace.allProjects().stream()
            .flatMap(project -> project.items().sources().stream())
            .filter(CompileItem::isLinked)
            .map(CompileItem::path)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A file that the conversion of an app changes and another project compiles as well. */
  Optional<String> between(PlannedApp app, Project other) {
    return linked.stream()
        .filter(app.finalChanges()::containsKey)
        .filter(path -> compiles(app.app().project(), path) && compiles(other, path))
        .findFirst();
  }

  /** Whether two apps make the same of every file that both compile. */
  boolean areAlike(PlannedApp one, PlannedApp other) {
    return linked.stream()
        .filter(path -> compiles(one.app().project(), path))
        .filter(path -> compiles(other.app().project(), path))
        .allMatch(
            path -> Objects.equals(one.finalChanges().get(path), other.finalChanges().get(path)));
  }

  /**
   * Whether all that an app changes and others changed before it are sources that it compiles
   * itself, and they became what they are to become.
   */
  static boolean areDone(PlannedApp app, SortedMap<String, FileChange> done) {
    return app.finalChanges().entrySet().stream()
        .filter(change -> done.containsKey(change.getKey()))
        .allMatch(
            change ->
                change.getValue().equals(done.get(change.getKey()))
                    && compiles(app.app().project(), change.getKey()));
  }

  private static boolean compiles(Project project, String path) {
    return project.items().sources().stream().anyMatch(item -> item.path().equals(path));
  }
}
