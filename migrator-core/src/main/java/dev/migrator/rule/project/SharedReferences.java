package dev.migrator.rule.project;

import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.List;

/**
 * In-process packages that a project gets from {@code Directory.Build.props} or {@code
 * Directory.Packages.props}. They go from there where nobody else reads the file; otherwise the
 * project leaves them out: {@code <PackageReference Remove="Microsoft.NET.Sdk.Functions" />}.
 */
final class SharedReferences {
  private final List<PackageReference> references;
  private final FunctionApp app;

  private SharedReferences(List<PackageReference> references, FunctionApp app) {
    this.references = references;
    this.app = app;
  }

  static SharedReferences of(Project project, Conversion conversion) {
    return new SharedReferences(
        project.items().packages().stream()
            .filter(reference -> !project.isOwn(reference))
            .filter(reference -> ProjectPackages.isInProcess(reference, conversion))
            .toList(),
        conversion.app());
  }

  boolean isEmpty() {
    return references.isEmpty();
  }

  /** What the project file says of those that other projects need. */
  List<NewItem> leftOut() {
    return references.stream()
        .filter(reference -> isReadByOthers(reference.file()))
        .map(r -> new NewItem(r.item().type(), "Remove", r.id(), List.of()))
        .distinct()
        .toList();
  }

  /** Edits of the files that only projects of the app read; the same for each of these. */
  List<Edit> removed(String ruleId) {
    return references.stream()
        .map(PackageReference::file)
        .filter(file -> !isReadByOthers(file))
        .distinct()
        .flatMap(file -> MsBuildEdits.in(file, ruleId).removeAll(elements(file)).stream())
        .toList();
  }

  private List<MsBuildElement> elements(MsBuildFile file) {
    return references.stream()
        .filter(reference -> reference.file().equals(file))
        .map(reference -> reference.item().element())
        .distinct()
        .toList();
  }

  private boolean isReadByOthers(MsBuildFile file) {
    return app.otherProjects().stream()
        .flatMap(project -> project.imports().stream())
        .anyMatch(imported -> imported.path().equals(file.path()));
  }
}
