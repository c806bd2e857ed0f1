package dev.migrator.rule.project;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Takes references to assemblies of the .NET Framework out of projects of the SDK style that were
 * built for it, with what belongs to the app: .NET has them by itself or in a package, and warns of
 * two of one name (MSB3243).
 */
public final class FrameworkAssemblies implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0114", "No assembly of the .NET Framework is referenced", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    SortedSet<String> shared = FrameworkLibraries.shared(app);
    app.codeBases().stream()
        .filter(code -> !shared.contains(code.project().path()))
        .forEach(code -> references(code, app, outcome));
    return outcome.build();
  }

  private static void references(CodeBase code, FunctionApp app, RuleOutcome.Builder outcome) {
    Project project = code.project();
    if (!project.isSdkStyle() || !project.isOfNetFramework()) {
      return;
    }
    List<MsBuildElement> removed = new ArrayList<>();
    SortedSet<String> names = WantedPackages.names(code);
    project.file().items().stream()
        .filter(FrameworkAssemblies::isBareReference)
        .forEach(
            item -> {
              OldReference fate = OldReference.of(item, app, names);
              if (fate.isRemoved() && (fate.packageId().isEmpty() || !app.tests().contains(code))) {
                removed.add(item.element());
                fate.packageId()
                    .ifPresent(id -> outcome.need(new Need.Package(project.path(), id)));
              }
            });
    outcome.edits(MsBuildEdits.in(project.file(), INFO.id()).removeAll(removed));
    if (!app.tests().contains(code)) {
      unnamed(project, names).ifPresent(id -> outcome.need(new Need.Package(project.path(), id)));
      Drawings.find(code)
          .ifPresent(
              finding -> {
                outcome.need(new Need.Package(project.path(), Drawings.PACKAGE));
                outcome.finding(finding);
              });
    }
  }

  /** For an assembly that the SDK references by itself and whose types .NET has in a package. */
  private static Optional<String> unnamed(Project project, SortedSet<String> names) {
    return OldPart.find("assembly", "System.Data")
        .flatMap(row -> row.packageFor(names))
        .filter(id -> project.packageReference(id).isEmpty());
  }

  /** What the table does not know stays, too: its file may be there. */
  private static boolean isBareReference(MsBuildItem item) {
    return item.isType("Reference")
        && item.include().isPresent()
        && item.metadata("HintPath").isEmpty();
  }
}
