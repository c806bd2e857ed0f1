package dev.migrator.discover;

import dev.migrator.model.project.EvaluatedProperties.Assignment;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.ProjectProblem.Kind;
import dev.migrator.model.project.Truth;
import dev.migrator.source.Location;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;
import dev.migrator.syntax.msbuild.MsBuildProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of one project in the order of MSBuild: Directory.Build.props,
 * Directory.Packages.props, the project, Directory.Build.targets, each with its imports. Properties
 * get their values on the way; items are collected for {@link ItemEvaluator}, as MSBuild evaluates
 * them only afterwards. What the SDK itself sets is limited to what projects build upon.
 */
final class ProjectEvaluator {
  private static final int MOST_IMPORTS = 200;

  private final RepositoryFiles files;
  private final MsBuildFile project;
  private final PropertyScope scope = new PropertyScope();
  private final PropertyExpression expression;
  private final Map<String, MsBuildFile> imports = new LinkedHashMap<>();
  private final List<PendingItem> items = new ArrayList<>();
  private final List<ProjectProblem> problems = new ArrayList<>();
  private int importCount;

  /**
   * An item whose names and condition are still to be evaluated.
   *
   * @param truth of the imports and choices around it
   */
  record PendingItem(MsBuildFile file, MsBuildElement group, MsBuildItem item, Truth truth) {}

  private ProjectEvaluator(RepositoryFiles files, MsBuildFile project) {
    this.files = files;
    this.project = project;
    this.expression = new PropertyExpression(scope, files);
  }

  /**
   * Reads the project.
   *
   * @param targetFramework as the SDK passes it to the build of one framework; null for the outer
   *     one
   */
  static ProjectEvaluator evaluate(
      RepositoryFiles files, MsBuildFile project, @Nullable String targetFramework) {
    ProjectEvaluator evaluator = new ProjectEvaluator(files, project);
    if (targetFramework != null) {
      evaluator.scope.fix("TargetFramework", targetFramework);
    }
    evaluator.run();
    return evaluator;
  }

  PropertyScope scope() {
    return scope;
  }

  PropertyExpression expression() {
    return expression;
  }

  List<MsBuildFile> imports() {
    return List.copyOf(imports.values());
  }

  List<PendingItem> items() {
    return items;
  }

  List<ProjectProblem> problems() {
    return problems;
  }

  private void run() {
    String directory = RepositoryPath.directory(project.path());
    scope.fix("MSBuildProjectName", RepositoryPath.nameWithoutExtension(project.path()));
    scope.fix("MSBuildProjectFile", RepositoryPath.name(project.path()));
    scope.fix("MSBuildProjectExtension", RepositoryPath.extension(project.path()));
    scope.fix("MSBuildProjectDirectory", "/" + directory);
    scope.fix("MSBuildProjectFullPath", "/" + project.path());
    scope.fix("MSBuildStartupDirectory", "/" + directory);
    solutionDirectory(directory);
    boolean isSdkStyle = !project.sdks().isEmpty();
    if (isSdkStyle) {
      importAbove(directory, "Directory.Build.props", "ImportDirectoryBuildProps");
      sdkDefaults();
      importAbove(directory, "Directory.Packages.props", "ImportDirectoryPackagesProps");
    }
    read(project, Truth.TRUE);
    if (isSdkStyle) {
      sdkTargets();
    }
    importAbove(directory, "Directory.Build.targets", "ImportDirectoryBuildTargets");
  }

  /**
   * Only a build of the solution knows it; the nearest folder with a solution is the best guess.
   */
  private void solutionDirectory(String directory) {
    String at = directory;
    while (true) {
      String folder = at;
      boolean holdsSolution =
          files
              .below(folder)
              .filter(path -> RepositoryPath.directory(path).equals(folder))
              .anyMatch(SolutionReader::isSolution);
      if (holdsSolution) {
        scope.set("SolutionDir", folder.isEmpty() ? "/" : "/" + folder + "/");
        return;
      }
      if (at.isEmpty()) {
        return;
      }
      at = RepositoryPath.directory(at);
    }
  }

  private void sdkDefaults() {
    scope.setDefault("Configuration", "Debug");
    scope.setDefault("Platform", "AnyCPU");
    scope.setDefault("EnableDefaultItems", "true");
    scope.setDefault("EnableDefaultCompileItems", "true");
    scope.setDefault("BaseOutputPath", "bin/");
    scope.setDefault("BaseIntermediateOutputPath", "obj/");
    String constants = scope.get("DefineConstants");
    if (constants != null) {
      scope.set("DefineConstants", constants.isEmpty() ? "TRACE" : constants + ";TRACE");
    }
  }

  private void sdkTargets() {
    scope.setDefault("AssemblyName", RepositoryPath.nameWithoutExtension(project.path()));
    String framework = scope.get("TargetFramework");
    if (framework != null && !framework.isEmpty()) {
      scope.setDefault("TargetFrameworkIdentifier", TargetFrameworks.identifier(framework));
      scope.setDefault("TargetFrameworkVersion", TargetFrameworks.version(framework));
    }
  }

  private void importAbove(String directory, String name, String switchName) {
    if (!"false".equalsIgnoreCase(scope.get(switchName))) {
      files.above(directory, name).ifPresent(path -> importFile(path, Truth.TRUE));
    }
  }

  private void importFile(String path, Truth truth) {
    Optional<MsBuildFile> file = files.msBuild(path);
    files.problem(path).ifPresent(this::report);
    boolean isKnown = path.equals(project.path()) || imports.containsKey(path);
    if (file.isEmpty() || isKnown || ++importCount > MOST_IMPORTS) {
      return;
    }
    imports.put(path, file.get());
    read(file.get(), truth);
  }

  private void report(ProjectProblem problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private void read(MsBuildFile file, Truth truth) {
    file.root().ifPresent(root -> children(file, root, truth));
  }

  private void enter(MsBuildFile file) {
    String directory = RepositoryPath.directory(file.path());
    scope.set("MSBuildThisFile", RepositoryPath.name(file.path()));
    scope.set("MSBuildThisFileName", RepositoryPath.nameWithoutExtension(file.path()));
    scope.set("MSBuildThisFileFullPath", "/" + file.path());
    scope.set("MSBuildThisFileDirectory", directory.isEmpty() ? "/" : "/" + directory + "/");
  }

  private void children(MsBuildFile file, MsBuildElement parent, Truth truth) {
    for (MsBuildElement child : parent.children()) {
      enter(file);
      switch (child.name().toLowerCase(Locale.ROOT)) {
        case "propertygroup" -> properties(file, child, truth);
        case "itemgroup" ->
            child
                .children()
                .forEach(e -> items.add(new PendingItem(file, child, new MsBuildItem(e), truth)));
        case "import" -> importElement(file, child, truth);
        case "importgroup" -> children(file, child, truth.and(condition(file, child)));
        case "choose" -> choose(file, child, truth);
        default -> {
          // Targets run during the build; the rest declares tasks and extensions.
        }
      }
    }
  }

  private void properties(MsBuildFile file, MsBuildElement group, Truth outer) {
    Truth truth = outer.and(condition(file, group));
    if (truth == Truth.FALSE) {
      return;
    }
    for (MsBuildElement element : group.children()) {
      Truth own = truth.and(condition(file, element));
      if (own != Truth.FALSE) {
        MsBuildProperty property = new MsBuildProperty(element);
        String value = expression.expand(element.text().strip());
        boolean isCertain = own == Truth.TRUE || isSame(value, scope.get(element.name()));
        scope.assign(element.name(), isCertain ? value : null, new Assignment(file, property, own));
      }
    }
  }

  private static boolean isSame(@Nullable String value, @Nullable String present) {
    return value != null && value.equals(present);
  }

  private void choose(MsBuildFile file, MsBuildElement choose, Truth truth) {
    Truth open = truth;
    for (MsBuildElement branch : choose.children()) {
      Truth own = branch.isNamed("When") ? condition(file, branch) : Truth.TRUE;
      if (open.and(own) != Truth.FALSE) {
        children(file, branch, open.and(own));
      }
      open = open.and(own.not());
    }
  }

  private void importElement(MsBuildFile file, MsBuildElement element, Truth outer) {
    Optional<String> written = element.attributeValue("Project");
    Truth truth = outer.and(condition(file, element));
    if (written.isEmpty() || element.attribute("Sdk").isPresent() || truth == Truth.FALSE) {
      return;
    }
    String expanded = expression.expand(written.get());
    if (expanded == null) {
      if (!written.get().contains("$(MSBuild") && !written.get().contains("$(VSToolsPath)")) {
        notEvaluated(file, element, "the import of " + written.get() + " cannot be followed");
      }
      return;
    }
    String directory = RepositoryPath.directory(file.path());
    for (String path : expanded.split(";")) {
      if (!path.isBlank()) {
        importPath(file, element, RepositoryPath.resolve(directory, path), path, truth);
      }
    }
  }

  private void importPath(
      MsBuildFile file,
      MsBuildElement element,
      @Nullable String path,
      String written,
      Truth truth) {
    if (path != null && Glob.isGlob(written)) {
      Glob glob = Glob.of(RepositoryPath.directory(file.path()), written);
      if (glob != null) {
        files.matching(glob).toList().forEach(found -> importFile(found, truth));
      }
      return;
    }
    Optional<String> found = path == null ? Optional.empty() : files.find(path);
    if (found.isPresent()) {
      importFile(found.get(), truth);
    } else if (element.condition().isEmpty()) {
      notEvaluated(file, element, "the imported file " + written + " is not in the repository");
    }
  }

  private void notEvaluated(MsBuildFile file, MsBuildElement element, String message) {
    Location at = file.source().location(element.span().start());
    report(new ProjectProblem(Kind.NOT_EVALUATED, at, message));
  }

  /** What the condition of an element amounts to at this point. */
  Truth condition(MsBuildFile file, MsBuildElement element) {
    return Condition.evaluate(
        element.condition().orElse(null), expression, path -> exists(file, path));
  }

  private Truth exists(MsBuildFile file, String written) {
    String path = RepositoryPath.resolve(RepositoryPath.directory(file.path()), written);
    if (path == null) {
      return Truth.UNKNOWN;
    }
    return Truth.of(files.find(path).isPresent() || files.isDirectory(path));
  }

  /** Conditions and names of items see the file they stand in. */
  void enterItem(PendingItem item) {
    enter(item.file());
  }
}
