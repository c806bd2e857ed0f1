package dev.migrator.discover;

import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.syntax.msbuild.MsBuildSdk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Decides what each project is for. */
final class ProjectClassifier {
  private static final String FUNCTIONS_SDK = "Microsoft.NET.Sdk.Functions";
  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final List<String> TEST_PACKAGES =
      List.of("xunit", "xunit.v3", "NUnit", "MSTest", "MSTest.TestFramework", "TUnit");

  private ProjectClassifier() {}

  /** The kind as far as the project alone tells it. */
  static ProjectKind kindOf(Project project) {
    return switch (RepositoryPath.extension(project.path()).toLowerCase(Locale.ROOT)) {
      case ".fsproj" -> ProjectKind.FSHARP;
      case ".vbproj" -> ProjectKind.VISUAL_BASIC;
      default -> kindOfCSharp(project);
    };
  }

  private static ProjectKind kindOfCSharp(Project project) {
    boolean isTest = isTest(project);
    boolean hasHost = project.hostJson().isPresent();
    if (isInProcess(project) && (hasHost || !isTest)) {
      return ProjectKind.FUNCTION_APP_IN_PROCESS;
    }
    if (isIsolated(project) && (hasHost || !isTest)) {
      return ProjectKind.FUNCTION_APP_ISOLATED;
    }
    if (isTest) {
      return ProjectKind.TEST;
    }
    boolean hasWebJobs =
        project.items().packages().stream().anyMatch(p -> p.hasIdPrefix("Microsoft.Azure.WebJobs"));
    if (hasWebJobs && project.isExecutable() && (!isWeb(project) || hasOutputType(project))) {
      return ProjectKind.WEBJOBS;
    }
    return kindBySdk(project);
  }

  private static ProjectKind kindBySdk(Project project) {
    if (isWeb(project) && project.isExecutable()) {
      return ProjectKind.WEB;
    }
    boolean hasPlainSdk =
        !project.isSdkStyle()
            || isWeb(project)
            || hasSdk(project, n -> n.equals("microsoft.net.sdk") || n.endsWith(".razor"));
    return hasPlainSdk && !project.isExecutable() ? ProjectKind.LIBRARY : ProjectKind.OTHER;
  }

  private static boolean isWeb(Project project) {
    return hasSdk(project, n -> n.endsWith(".sdk.web") || n.endsWith(".blazorwebassembly"));
  }

  private static boolean hasOutputType(Project project) {
    return project.outputType().isPresent();
  }

  private static boolean isInProcess(Project project) {
    return project.references(FUNCTIONS_SDK)
        || project.azureFunctionsVersion().isPresent()
            && project.items().packages().stream()
                .anyMatch(p -> p.hasIdPrefix("Microsoft.Azure.WebJobs"));
  }

  private static boolean isIsolated(Project project) {
    return project.references(WORKER + ".Sdk")
        || hasSdk(project, name -> name.equals("azure.functions.sdk"))
        || project.references(WORKER) && project.isExecutable();
  }

  private static boolean isTest(Project project) {
    return project.properties().isTrue("IsTestProject")
        || project.references("Microsoft.NET.Test.Sdk")
        || hasSdk(project, name -> name.equals("mstest.sdk"))
        || TEST_PACKAGES.stream().anyMatch(project::references);
  }

  private static boolean hasSdk(Project project, Predicate<String> matches) {
    return project.file().sdks().stream()
        .map(MsBuildSdk::name)
        .anyMatch(name -> matches.test(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Libraries that reference the Functions SDK, for the attributes or by a shared props file: they
   * have no {@code host.json}, and an app references them, or a test and they have no function, or
   * the reference is not theirs and they do not name a Functions version.
   *
   * @param hasFunctions whether the sources of a project speak of functions
   */
  static Map<String, Project> withLibraries(
      Map<String, Project> projects, Predicate<Project> hasFunctions) {
    Map<String, Project> result = new TreeMap<>();
    projects.forEach(
        (path, project) ->
            result.put(
                path,
                isLibraryOfApp(project, projects, hasFunctions)
                    ? project.withKind(ProjectKind.LIBRARY)
                    : project));
    return result;
  }

  private static boolean isLibraryOfApp(
      Project project, Map<String, Project> projects, Predicate<Project> hasFunctions) {
    if (!project.kind().isFunctionApp()
        || project.hostJson().isPresent()
        || project.kind() == ProjectKind.FUNCTION_APP_ISOLATED && project.isExecutable()) {
      return false;
    }
    boolean hasOwnMarker =
        project.items().packages().stream()
                .filter(ProjectClassifier::isMarker)
                .anyMatch(project::isOwn)
            || project.properties().assignments("AzureFunctionsVersion").stream()
                .anyMatch(a -> a.file().path().equals(project.path()));
    return !hasOwnMarker
        || isReferenced(project, projects, ProjectKind::isFunctionApp)
        || isReferenced(project, projects, ProjectKind.TEST::equals) && !hasFunctions.test(project);
  }

  private static boolean isReferenced(
      Project project, Map<String, Project> projects, Predicate<ProjectKind> by) {
    return projects.values().stream()
        .filter(other -> by.test(other.kind()))
        .flatMap(other -> other.items().projects().stream())
        .anyMatch(reference -> reference.path().equals(project.path()));
  }

  private static boolean isMarker(PackageReference reference) {
    return reference.hasId(FUNCTIONS_SDK) || reference.hasIdPrefix(WORKER);
  }
}
