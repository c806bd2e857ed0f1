package dev.migrator.discover;

import dev.migrator.discover.ItemEvaluator.Included;
import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.EvaluatedProperties;
import dev.migrator.model.project.FrameworkReference;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectItems;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.ProjectProblem.Kind;
import dev.migrator.model.project.ProjectReference;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import dev.migrator.syntax.msbuild.MsBuildFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a project of its evaluated properties and items. */
final class ProjectReader {
  private final RepositoryFiles files;
  private final MsBuildFile file;
  private final String directory;
  private final List<String> frameworks;
  private final ProjectEvaluator evaluator;
  private final List<ProjectProblem> problems = new ArrayList<>();
  private final ItemEvaluator items;

  private ProjectReader(RepositoryFiles files, MsBuildFile file) {
    this.files = files;
    this.file = file;
    this.directory = RepositoryPath.directory(file.path());
    ProjectEvaluator outer = ProjectEvaluator.evaluate(files, file, null);
    this.frameworks = frameworks(outer.scope());
    boolean isSingle = !"".equals(outer.scope().get("TargetFramework")) || frameworks.isEmpty();
    this.evaluator = isSingle ? outer : ProjectEvaluator.evaluate(files, file, frameworks.get(0));
    files.problem(file.path()).ifPresent(problems::add);
    problems.addAll(evaluator.problems());
    this.items = new ItemEvaluator(evaluator, problems);
  }

  static Project read(RepositoryFiles files, MsBuildFile file) {
    return new ProjectReader(files, file).project();
  }

  /** One framework, the list of several, or what an old-style project calls a version. */
  private static List<String> frameworks(PropertyScope scope) {
    String one = scope.get("TargetFramework");
    String several = scope.get("TargetFrameworks");
    String old = scope.get("TargetFrameworkVersion");
    if (one != null && !one.isBlank()) {
      return List.of(one);
    }
    if (several != null && !several.isBlank()) {
      return Arrays.stream(several.split(";"))
          .map(String::strip)
          .filter(f -> !f.isEmpty())
          .toList();
    }
    return old == null || old.isBlank() ? List.of() : List.of(TargetFrameworks.ofOldStyle(old));
  }

  private Project project() {
    EvaluatedProperties properties = evaluator.scope().evaluated();
    List<CompileItem> sources = SourceReader.read(files, evaluator, items, directory);
    ProjectItems evaluated =
        new ProjectItems(
            packages(properties),
            projectReferences(),
            frameworkReferences(),
            UsingReader.read(evaluator, items, file.sdks()),
            sources,
            otherSources(sources),
            friends(),
            Map.of());
    Project project =
        new Project(
            file.path(),
            ProjectKind.OTHER,
            file,
            evaluator.imports(),
            properties,
            frameworks,
            evaluated,
            symbols(properties),
            beside("host.json").orElse(null),
            beside("local.settings.json").orElse(null),
            problems.stream().distinct().toList());
    return project.withKind(ProjectClassifier.kindOf(project));
  }

  /** What the SDK would compile without being asked. */
  private List<String> otherSources(List<CompileItem> sources) {
    if (!file.sdks().isEmpty()) {
      return List.of();
    }
    Set<String> compiled =
        sources.stream().map(CompileItem::path).collect(Collectors.toUnmodifiableSet());
    return SourceReader.ofSdk(files, directory).stream()
        .filter(path -> !compiled.contains(path))
        .toList();
  }

  private Optional<String> beside(String name) {
    return files.find(RepositoryPath.child(directory, name));
  }

  private List<PackageReference> packages(EvaluatedProperties properties) {
    boolean isCentral = properties.isTrue("ManagePackageVersionsCentrally");
    List<PackageReference> packages = new ArrayList<>(PackageReader.read(items, isCentral));
    if (file.sdks().isEmpty()) {
      beside("packages.config")
          .flatMap(files::msBuild)
          .ifPresent(config -> packages.addAll(PackageReader.ofPackagesConfig(config)));
    }
    return packages;
  }

  private List<ProjectReference> projectReferences() {
    List<ProjectReference> references = new ArrayList<>();
    for (Included item : items.named("ProjectReference")) {
      String path = RepositoryPath.resolve(directory, item.name());
      Optional<String> found = path == null ? Optional.empty() : files.find(path);
      if (found.isEmpty()) {
        problems.add(
            new ProjectProblem(
                Kind.MISSING,
                item.file().source().location(item.item().span().start()),
                "the referenced project " + item.name() + " is not in the repository"));
      }
      found.ifPresent(
          to -> references.add(new ProjectReference(to, item.file(), item.item(), item.truth())));
    }
    return references;
  }

  private List<FrameworkReference> frameworkReferences() {
    return items.named("FrameworkReference").stream()
        .map(i -> new FrameworkReference(i.name(), i.file(), i.item(), i.truth()))
        .toList();
  }

  private List<String> friends() {
    Stream<String> attributes =
        items.named("AssemblyAttribute").stream()
            .filter(attribute -> attribute.name().matches(".*\\.InternalsVisibleTo(Attribute)?"))
            .flatMap(attribute -> attribute.sites().stream())
            .flatMap(site -> Optional.ofNullable(items.metadata(site, "_Parameter1")).stream());
    return Stream.concat(items.named("InternalsVisibleTo").stream().map(Included::name), attributes)
        .map(name -> name.split(",")[0].strip())
        .toList();
  }

  private PreprocessorSymbols symbols(EvaluatedProperties properties) {
    Set<String> symbols = new TreeSet<>();
    properties.value("DefineConstants").map(constants -> constants.split("[;, ]+")).stream()
        .flatMap(Arrays::stream)
        .filter(symbol -> !symbol.isBlank())
        .forEach(symbols::add);
    if (!file.sdks().isEmpty()) {
      if (properties.isUnknown("DefineConstants")) {
        symbols.add("TRACE");
      }
      symbols.add(properties.value("Configuration").orElse("Debug").toUpperCase(Locale.ROOT));
      frameworks.stream().limit(1).map(TargetFrameworks::symbols).forEach(symbols::addAll);
    }
    return PreprocessorSymbols.of(symbols);
  }
}
