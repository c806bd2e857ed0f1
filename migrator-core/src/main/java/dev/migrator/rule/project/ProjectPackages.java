package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Replaces the packages of the in-process model and names those that came with them: {@code
 * Microsoft.NET.Sdk.Functions} to {@code Microsoft.Azure.Functions.Worker} and its SDK (core-model
 * 1, 1.1; bindings 0.1).
 */
public final class ProjectPackages implements CollectingRule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0103", "Packages of the isolated worker", Step.CODE);

  private static final String FRAMEWORK = "Microsoft.AspNetCore.App";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion, Needs needs) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    Project app = conversion.app().project();
    WantedPackages wanted = new WantedPackages(conversion, needs);
    if (app.kind() == ProjectKind.FUNCTION_APP_ISOLATED) {
      return added(app, wanted.missing(), conversion);
    }
    List<LibraryPackages> libraries = libraries(conversion, needs);
    appProject(conversion, wanted, libraries, outcome);
    libraries.forEach(library -> outcome.add(library.outcome()));
    for (CodeBase tests : conversion.app().tests()) {
      if (conversion.app().apart().noneMatch(tests::equals)) {
        testProject(conversion, tests.project(), outcome);
      }
    }
    return outcome.build();
  }

  private static List<LibraryPackages> libraries(Conversion conversion, Needs needs) {
    return conversion
        .app()
        .apart()
        .map(
            library ->
                new LibraryPackages(
                    conversion, library, needs.packages(library.project().path()), INFO.id()))
        .toList();
  }

  /** An app that was converted before and has functions that need more now. */
  private static RuleOutcome added(Project app, SortedSet<String> missing, Conversion conversion) {
    Optional<PackageReference> anchor = app.items().packages().stream().reduce((a, b) -> b);
    if (missing.isEmpty() || anchor.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    List<NewItem> items = missing.stream().map(id -> item(app, id, conversion)).toList();
    MsBuildEdits edits = MsBuildEdits.in(app.file(), INFO.id());
    return RuleOutcome.builder().edit(edits.insertItemsAfter(anchor.get().item(), items)).build();
  }

  private static void appProject(
      Conversion conversion,
      WantedPackages wanted,
      List<LibraryPackages> libraries,
      RuleOutcome.Builder outcome) {
    Project app = conversion.app().project();
    Optional<PackageReference> sdk = app.packageReference("Microsoft.NET.Sdk.Functions");
    if (sdk.isEmpty()) {
      outcome.finding(
          Diagnostic.of(
              Code.PROJECT_KIND_UNSUPPORTED,
              Location.ofFile(app.path()),
              "Microsoft.NET.Sdk.Functions is not referenced by " + app.path(),
              "add the reference and run again"));
      return;
    }
    MsBuildEdits edits = MsBuildEdits.in(app.file(), INFO.id());
    List<MsBuildElement> removed = new ArrayList<>();
    SharedReferences shared = SharedReferences.of(app, conversion);
    List<NewItem> items = new ArrayList<>(shared.leftOut());
    if (!app.isOwn(sdk.get()) || OldPackages.isListed(sdk.get())) {
      items.addAll(sdkItems(app, wanted, conversion));
    }
    for (PackageReference reference : app.items().packages()) {
      Fate fate = Fate.of(reference, conversion, wanted);
      fate.finding().ifPresent(outcome::finding);
      if (OldPackages.isListed(reference)) {
        items.addAll(OldPackages.items(reference, fate, id -> item(app, id, conversion)));
        fate.raisedTo().ifPresent(version -> outcome.finding(raised(reference, version)));
      } else if (!app.isOwn(reference)) {
        fate.replacements().forEach(id -> items.add(item(app, id, conversion)));
      } else if (reference.equals(sdk.get())) {
        outcome.edit(edits.replaceItem(reference.item(), sdkItems(app, wanted, conversion)));
      } else if (fate.isRemoved()) {
        removed.add(reference.item().element());
      } else if (!fate.replacements().isEmpty()) {
        outcome.edit(
            edits.replaceItem(
                reference.item(),
                fate.replacements().stream().map(id -> item(app, id, conversion)).toList()));
      } else if (fate.raisedTo().isPresent()) {
        raise(reference, fate.raisedTo().get()).ifPresent(outcome::edit);
        outcome.finding(raised(reference, fate.raisedTo().get()));
      }
    }
    outcome.edits(edits.removeAll(removed));
    outcome.edits(shared.removed(INFO.id()));
    if (!items.isEmpty()) {
      app.file().root().ifPresent(root -> outcome.edit(edits.insertItemGroup(root, items)));
    }
    if (app.usesCentralVersions()) {
      SortedSet<String> ids = wanted.all();
      libraries.forEach(library -> ids.addAll(library.added()));
      ids.removeIf(id -> WorkerSources.of(app, id, conversion).isPresent());
      outcome.edits(new CentralVersions(app, INFO.id()).edits(ids, conversion));
    }
  }

  /**
   * What takes the place of the in-process SDK: framework, worker, and what nothing else brings.
   */
  private static List<NewItem> sdkItems(Project app, WantedPackages wanted, Conversion conversion) {
    List<NewItem> items = new ArrayList<>();
    boolean hasFramework =
        app.items().frameworks().stream().anyMatch(f -> f.name().equalsIgnoreCase(FRAMEWORK));
    if (!hasFramework) {
      items.add(NewItem.include("FrameworkReference", FRAMEWORK));
    }
    wanted.inPlaceOfSdk().forEach(id -> items.add(item(app, id, conversion)));
    return items;
  }

  static NewItem item(Project project, String id, Conversion conversion) {
    Optional<String> source = WorkerSources.of(project, id, conversion);
    if (source.isPresent()) {
      return NewItem.include("ProjectReference", source.get());
    }
    return project.usesCentralVersions()
        ? NewItem.packageReference(id)
        : NewItem.packageReference(id, conversion.version(id, project));
  }

  private static Optional<Edit> raise(PackageReference reference, String version) {
    PackageReference.VersionSource source = reference.versionSource();
    return source == null
        ? Optional.empty()
        : Optional.of(
            MsBuildEdits.in(source.file(), INFO.id()).replaceValue(source.metadata(), version));
  }

  private static Diagnostic raised(PackageReference reference, String version) {
    return Diagnostic.of(
        Code.PACKAGE_RAISED,
        reference.location(),
        "package "
            + reference.id()
            + " was raised from "
            + reference.version().map(Object::toString).orElse("its version")
            + " to "
            + version
            + ": the new packages need at least that",
        "nothing to do unless the app relied on the older version");
  }

  private static void testProject(
      Conversion conversion, Project project, RuleOutcome.Builder outcome) {
    List<MsBuildElement> removed = new ArrayList<>();
    for (PackageReference reference : project.items().packages()) {
      boolean goes =
          isInProcess(reference, conversion) || Fate.isInFramework(reference, conversion);
      if (project.isOwn(reference) && goes) {
        removed.add(reference.item().element());
      }
      conversion
          .packages()
          .find(reference)
          .filter(mapping -> mapping.action() == PackageMapping.Action.REPORT)
          .map(mapping -> Fate.reported(reference, mapping, Severity.MANUAL))
          .ifPresent(outcome::finding);
    }
    SharedReferences shared = SharedReferences.of(project, conversion);
    MsBuildEdits edits = MsBuildEdits.in(project.file(), INFO.id());
    outcome.edits(edits.removeAll(removed));
    outcome.edits(shared.removed(INFO.id()));
    List<NewItem> items = shared.leftOut();
    if (!items.isEmpty()) {
      project.file().root().ifPresent(root -> outcome.edit(edits.insertItemGroup(root, items)));
    }
  }

  /** Whether nothing of the package is left in a project that is no app. */
  static boolean isInProcess(PackageReference reference, Conversion conversion) {
    return conversion
        .packages()
        .find(reference)
        .filter(
            mapping ->
                mapping.action() == PackageMapping.Action.REPLACE
                    || mapping.action() == PackageMapping.Action.DELETE)
        .isPresent();
  }
}
