package dev.migrator.pipeline;

import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.Project;
import dev.migrator.source.FileChange;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Source files that several projects compile: one has them, others link them. */
final class SharedSources {
  private SharedSources() {}

  /** A file that the conversion of an app changes and another project compiles as well. */
  static Optional<String> between(PlannedApp app, Project other) {
    Map<String, CompileItem> ofOther = byPath(other);
    return app.app().project().items().sources().stream()
        .filter(item -> app.finalChanges().containsKey(item.path()))
        .filter(item -> isShared(item, ofOther.get(item.path())))
        .map(CompileItem::path)
        .findFirst();
  }

  private static boolean isShared(CompileItem own, @Nullable CompileItem other) {
    return other != null && (own.isLinked() || other.isLinked());
  }

  private static Map<String, CompileItem> byPath(Project project) {
    Map<String, CompileItem> items = new HashMap<>();
    project.items().sources().forEach(item -> items.put(item.path(), item));
    return items;
  }

  /** Whether two apps make the same of every file that both compile. */
  static boolean areAlike(PlannedApp one, PlannedApp other) {
    Map<String, CompileItem> ofOther = byPath(other.app().project());
    return one.app().project().items().sources().stream()
        .filter(item -> isShared(item, ofOther.get(item.path())))
        .map(CompileItem::path)
        .allMatch(
            path -> Objects.equals(one.finalChanges().get(path), other.finalChanges().get(path)));
  }

  /**
   * Whether all that an app changes and others changed before it are sources that it compiles
   * itself, and they became what they are to become.
   */
  static boolean areDone(PlannedApp app, SortedMap<String, FileChange> done) {
    Map<String, CompileItem> own = byPath(app.app().project());
    return app.finalChanges().entrySet().stream()
        .filter(change -> done.containsKey(change.getKey()))
        .allMatch(
            change ->
                own.containsKey(change.getKey())
                    && change.getValue().equals(done.get(change.getKey())));
  }
}
