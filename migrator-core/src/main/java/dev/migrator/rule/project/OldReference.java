package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.MsBuildMetadata;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What becomes of {@code <Reference Include="System.Web" />} of a project for the .NET Framework.
 *
 * @param isRemoved it goes: .NET, a package, or nobody needs it
 * @param packageId that takes its place
 * @param finding why a person must look
 */
record OldReference(boolean isRemoved, Optional<String> packageId, Optional<Diagnostic> finding) {
  private static final OldReference GONE =
      new OldReference(true, Optional.empty(), Optional.empty());

  /**
   * The fate of a reference.
   *
   * @param names that the code of the app names, see {@link WantedPackages#names}
   */
  static OldReference of(MsBuildItem item, FunctionApp app, SortedSet<String> names) {
    Optional<String> hint =
        item.metadata("HintPath").map(MsBuildMetadata::value).map(path -> path.replace('\\', '/'));
    return hint.isPresent() ? ofFile(item, hint.get(), app) : ofFramework(item, app, names);
  }

  private static OldReference ofFile(MsBuildItem item, String path, FunctionApp app) {
    if (OldPackages.holds(app.project(), path)) {
      return GONE;
    }
    return app.otherFiles().contains(path)
        ? new OldReference(false, Optional.empty(), Optional.of(assembly(item, app.project())))
        : unknown(item, app);
  }

  private static OldReference ofFramework(
      MsBuildItem item, FunctionApp app, SortedSet<String> names) {
    String name = item.specification().split(",", -1)[0].strip();
    Optional<OldPart> assembly = OldPart.find("assembly", name);
    if (assembly.isPresent()) {
      return new OldReference(true, assembly.get().packageFor(names), Optional.empty());
    }
    return OldPart.find("gone", name).filter(row -> !row.isUsed(names)).isPresent()
        ? GONE
        : unknown(item, app);
  }

  private static OldReference unknown(MsBuildItem item, FunctionApp app) {
    return new OldReference(
        false, Optional.empty(), Optional.of(OldProject.unknown(app.project(), item.element())));
  }

  private static Diagnostic assembly(MsBuildItem item, Project project) {
    return Diagnostic.of(
        Code.FRAMEWORK_ASSEMBLY,
        project.file().source().location(item.span().start()),
        "the assembly " + item.specification() + " was made for the .NET Framework",
        "take its package or build it for .NET; what the framework alone has fails when it is"
            + " called");
  }
}
