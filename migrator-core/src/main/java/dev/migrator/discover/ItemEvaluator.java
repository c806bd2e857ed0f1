package dev.migrator.discover;

import dev.migrator.discover.ProjectEvaluator.PendingItem;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.ProjectProblem.Kind;
import dev.migrator.model.project.Truth;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works through the collected items of one type: Include adds, Remove takes away, Update changes.
 */
final class ItemEvaluator {
  private final ProjectEvaluator evaluator;
  private final List<ProjectProblem> problems;

  /**
   * One name that an item includes.
   *
   * @param name as written, properties resolved
   * @param truth of the conditions around it: TRUE or UNKNOWN
   * @param updates items that change its metadata, in order
   */
  record Included(
      String name, MsBuildFile file, MsBuildItem item, Truth truth, List<ItemSite> updates) {
    Included {
      updates = List.copyOf(updates);
    }

    Included updatedBy(ItemSite site) {
      List<ItemSite> all = new ArrayList<>(updates);
      all.add(site);
      return new Included(name, file, item, truth, all);
    }

    /** The sites that may hold metadata, the one that wins first. */
    List<ItemSite> sites() {
      List<ItemSite> sites = new ArrayList<>(List.of(new ItemSite(file, item)));
      updates.forEach(update -> sites.add(0, update));
      return sites;
    }
  }

  /** An item and the file that it stands in. */
  record ItemSite(MsBuildFile file, MsBuildItem item) {}

  ItemEvaluator(ProjectEvaluator evaluator, List<ProjectProblem> problems) {
    this.evaluator = evaluator;
    this.problems = problems;
  }

  /** What the items of a type come to, for types whose names are no files. */
  List<Included> named(String type) {
    List<Included> included = new ArrayList<>();
    for (PendingItem pending : evaluator.items()) {
      MsBuildItem item = pending.item();
      Truth truth = item.isType(type) ? truth(pending) : Truth.FALSE;
      if (truth == Truth.FALSE) {
        continue;
      }
      names(pending, item.include().orElse(null))
          .forEach(
              name -> included.add(new Included(name, pending.file(), item, truth, List.of())));
      for (String name : names(pending, item.remove().orElse(null))) {
        if (truth == Truth.TRUE) {
          included.removeIf(other -> other.name().equalsIgnoreCase(name));
        }
      }
      for (String name : names(pending, item.update().orElse(null))) {
        included.replaceAll(
            other ->
                other.name().equalsIgnoreCase(name)
                    ? other.updatedBy(new ItemSite(pending.file(), item))
                    : other);
      }
    }
    return included;
  }

  /** What the conditions around an item and its own amount to. */
  Truth truth(PendingItem pending) {
    if (pending.truth() == Truth.FALSE) {
      return Truth.FALSE;
    }
    evaluator.enterItem(pending);
    return pending
        .truth()
        .and(evaluator.condition(pending.file(), pending.group()))
        .and(evaluator.condition(pending.file(), pending.item().element()));
  }

  /** The names of {@code Include="a;b"}; none, with a problem, where they cannot be known. */
  List<String> names(PendingItem pending, @Nullable String written) {
    if (written == null) {
      return List.of();
    }
    evaluator.enterItem(pending);
    List<String> names = new ArrayList<>();
    for (String part : written.split(";")) {
      String name = evaluator.expression().expand(part.strip());
      if (name == null) {
        problems.add(
            new ProjectProblem(
                Kind.NOT_EVALUATED,
                pending.file().source().location(pending.item().span().start()),
                "%s %s cannot be resolved".formatted(pending.item().type(), part.strip())));
      } else {
        for (String each : name.split(";")) {
          if (!each.isBlank()) {
            names.add(unescape(each.strip()));
          }
        }
      }
    }
    return names;
  }

  /** MSBuild writes {@code %20} where a character would mean something. */
  private static String unescape(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String digits = i + 3 <= text.length() ? text.substring(i + 1, i + 3) : "";
      if (text.charAt(i) == '%' && digits.matches("[0-9a-fA-F]{2}")) {
        plain.append((char) Integer.parseInt(digits, 16));
        i += 2;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  /** The value of metadata at a site, and null where it cannot be known. */
  @Nullable String metadata(ItemSite site, String name) {
    Optional<String> written = site.item().metadata(name).map(m -> m.value());
    return written.map(value -> evaluator.expression().expand(value)).orElse(null);
  }

  /** The first site that has the metadata. */
  static Optional<ItemSite> siteOf(Included item, String metadataName) {
    Predicate<ItemSite> hasIt = site -> site.item().metadata(metadataName).isPresent();
    return item.sites().stream().filter(hasIt).findFirst();
  }
}
