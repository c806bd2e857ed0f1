package dev.migrator.rule.project;

import dev.migrator.model.CodeBase;
import dev.migrator.model.project.ImplicitPackage;
import dev.migrator.model.project.ImplicitPackages;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.StandardPackages;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.syntax.csharp.TypeSyntax;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the packages of a library: those of the in-process model go, and what its code
 * uses of what they brought along is named (core-model 1.1).
 */
final class LibraryPackages {
  private static final ImplicitPackages IMPLICIT = ImplicitPackages.load();
  private static final StandardPackages STANDARD = StandardPackages.load();
  private static final String FRAMEWORK = "Microsoft.AspNetCore.App";
  private static final String ASP_NET_CORE = "Microsoft.AspNetCore";

  /** A word for which the compiler asks for a package (CS0656). */
  private static final String DYNAMIC = "dynamic";

  private static final String LOGGING = "Microsoft.Extensions.Logging";

  private final Conversion conversion;
  private final CodeBase library;
  private final Project project;
  private final SortedSet<String> needed;
  private final String ruleId;

  /**
   * Packages of a library.
   *
   * @param needed ids that rules ask for
   */
  LibraryPackages(
      Conversion conversion, CodeBase library, SortedSet<String> needed, String ruleId) {
    this.conversion = conversion;
    this.library = library;
    this.project = library.project();
    this.needed = needed;
    this.ruleId = ruleId;
  }

  RuleOutcome outcome() {
    List<PackageReference> gone = gone();
    SharedReferences shared = SharedReferences.of(project, conversion);
    if (gone.isEmpty() && shared.isEmpty()) {
      return beside();
    }
    MsBuildEdits edits = MsBuildEdits.in(project.file(), ruleId);
    List<NewItem> items = new ArrayList<>(shared.leftOut());
    if (needsFramework()) {
      items.add(NewItem.include("FrameworkReference", FRAMEWORK));
    }
    added().forEach(id -> items.add(item(id)));
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    outcome.edits(
        edits.removeAll(
            gone.stream().skip(items.isEmpty() ? 0 : 1).map(r -> r.item().element()).toList()));
    outcome.edits(shared.removed(ruleId));
    if (!items.isEmpty() && gone.isEmpty()) {
      project.file().root().ifPresent(root -> outcome.edit(edits.insertItemGroup(root, items)));
    } else if (!items.isEmpty()) {
      outcome.edit(edits.replaceItem(gone.get(0).item(), items));
    }
    return outcome.build();
  }

  /** Packages of ASP.NET Core 2 were released together: one beside others takes their version. */
  private NewItem item(String id) {
    NewItem usual = ProjectPackages.item(project, id, conversion);
    return id.startsWith(ASP_NET_CORE) && !project.usesCentralVersions()
        ? aspNetCore().map(version -> NewItem.packageReference(id, version)).orElse(usual)
        : usual;
  }

  private Optional<String> aspNetCore() {
    return project.items().packages().stream()
        .filter(reference -> reference.hasIdPrefix(ASP_NET_CORE))
        .flatMap(reference -> reference.version().flatMap(NuGetVersion::lowestOf).stream())
        .max(Comparator.naturalOrder())
        .map(NuGetVersion::toString);
  }

  /** Where no package of the in-process model makes room, as they came through other projects. */
  private RuleOutcome beside() {
    List<NewItem> items = missing().stream().map(this::item).toList();
    if (items.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    MsBuildEdits edits = MsBuildEdits.in(project.file(), ruleId);
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    project.items().packages().stream()
        .filter(project::isOwn)
        .reduce((first, second) -> second)
        .map(last -> edits.insertItemsAfter(last.item(), items))
        .or(() -> project.file().root().map(root -> edits.insertItemGroup(root, items)))
        .ifPresent(outcome::edit);
    return outcome.build();
  }

  private SortedSet<String> missing() {
    SortedSet<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    missing.addAll(needed);
    boolean writesTraces =
        conversion.homes().partsIn(library).contains(CompatibilityPart.TRACE_WRITER);
    if (writesTraces && !hasFramework()) {
      missing.addAll(STANDARD.find(LOGGING));
    }
    project.items().packages().forEach(reference -> missing.remove(reference.id()));
    return missing;
  }

  /**
   * What goes. Packages of ASP.NET Core alone are left as they are: nothing of the in-process model
   * comes with them, and apps that stay may use the library too.
   */
  private List<PackageReference> gone() {
    List<PackageReference> found =
        project.items().packages().stream()
            .filter(project::isOwn)
            .filter(reference -> ProjectPackages.isInProcess(reference, conversion))
            .filter(reference -> !(isStandard() && reference.hasIdPrefix(ASP_NET_CORE)))
            .toList();
    return found.stream().allMatch(this::isOfFramework) && needed.isEmpty() ? List.of() : found;
  }

  private boolean isOfFramework(PackageReference reference) {
    return conversion.packages().find(reference).filter(PackageMapping::isOfFramework).isPresent();
  }

  private boolean needsFramework() {
    return !isStandard()
        && rows().anyMatch(row -> row.framework().filter(FRAMEWORK::equals).isPresent())
        && !hasFramework();
  }

  private boolean hasFramework() {
    return project.items().frameworks().stream()
        .anyMatch(framework -> framework.name().equalsIgnoreCase(FRAMEWORK));
  }

  /** .NET Standard has no shared frameworks: there ASP.NET Core is its packages. */
  private boolean isStandard() {
    return project.targetFrameworks().stream().anyMatch(f -> f.startsWith("netstandard"));
  }

  private Stream<ImplicitPackage> rows() {
    SortedSet<String> names = WantedPackages.names(library);
    if (conversion.homes().partsIn(library).contains(CompatibilityPart.TRACE_WRITER)) {
      names.add(LOGGING);
    }
    return names.stream().flatMap(name -> IMPLICIT.find(name).stream());
  }

  /** Packages that the library names from now on. */
  SortedSet<String> added() {
    if (gone().isEmpty() && SharedReferences.of(project, conversion).isEmpty()) {
      return missing();
    }
    SortedSet<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    ids.addAll(needed);
    if (isStandard() && usesDynamic()) {
      ids.addAll(STANDARD.find(DYNAMIC));
    }
    rows().flatMap(this::packagesOf).forEach(ids::add);
    ids.removeAll(broughtBy(ids));
    project.items().packages().stream()
        .filter(reference -> !ProjectPackages.isInProcess(reference, conversion))
        .forEach(reference -> ids.remove(reference.id()));
    return ids;
  }

  private Set<String> broughtBy(Set<String> ids) {
    return rows()
        .filter(row -> row.broughtBy().stream().anyMatch(ids::contains))
        .flatMap(row -> row.id().stream())
        .collect(Collectors.toSet());
  }

  private boolean usesDynamic() {
    return library.files().stream()
        .filter(file -> file.source().text().contains(DYNAMIC))
        .flatMap(file -> file.root().descendants(TypeSyntax.class))
        .anyMatch(type -> type.text().equals(DYNAMIC));
  }

  private Stream<String> packagesOf(ImplicitPackage row) {
    return row.id()
        .map(Stream::of)
        .orElseGet(() -> isStandard() ? STANDARD.find(row.namespace()).stream() : Stream.empty());
  }
}
