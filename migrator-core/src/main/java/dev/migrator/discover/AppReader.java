package dev.migrator.discover;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.FunctionReader;
import dev.migrator.model.HostValues;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.UserMaps;
import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.PackageReference;
import dev.migrator.model.names.ProjectFacts;
import dev.migrator.model.names.TypeTables;
import dev.migrator.model.names.UsingItem;
import dev.migrator.model.names.World;
import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.Workspace;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxError;
import dev.migrator.syntax.json.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an app with its libraries and tests from a tree: parses, resolves names, finds functions.
 */
public final class AppReader {
  private static final TypeTables TABLES = TypeTables.load();
  private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|>{7}) ");

  private final Workspace workspace;
  private final ParsedFiles files;
  private final World world;
  private final UserMaps maps;
  private final TypeTables tables;
  private final Predicate<String> isTracked;
  private final Map<String, CodeBase> codeBases = new LinkedHashMap<>();
  private final Map<String, ProjectFacts> facts = new LinkedHashMap<>();
  private final Map<String, CSharpFile> generated = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * A reader of one tree.
   *
   * @param isTracked whether git knows a path; asked for local.settings.json
   * @param maps what the user knows of types and attributes
   */
  public AppReader(
      Workspace workspace,
      ParsedFiles files,
      World world,
      Predicate<String> isTracked,
      UserMaps maps) {
    this.maps = maps;
    this.tables = TABLES.with(maps.typesBefore(), maps.typesAfter());
    this.workspace = workspace;
    this.files = files;
    this.world = world;
    this.isTracked = isTracked;
  }

  /**
   * An app as the rules see it.
   *
   * @param app what could be read
   * @param problems files that do not parse or are no text: blockers
   */
  public record Reading(FunctionApp app, List<Diagnostic> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  public Reading read(Project project) {
    problems.clear();
    project.problems().forEach(problem -> problems.add(finding(problem)));
    CodeBase code = codeBase(project);
    List<CodeBase> references =
        workspace.librariesOf(project).stream().map(this::codeBase).toList();
    List<CodeBase> tests = workspace.testsOf(project).stream().map(this::codeBase).toList();
    ProgrammingModel model =
        world == World.IN_PROCESS ? ProgrammingModel.IN_PROCESS : ProgrammingModel.ISOLATED;
    Optional<JsonFile> hostJson = project.hostJson().flatMap(this::json);
    List<Function> functions =
        FunctionReader.read(
            code.files(),
            code.names(),
            code.constants(),
            model,
            HostValues.of(project, hostJson),
            maps);
    List<String> otherFiles = otherFiles(project);
    FunctionApp app =
        new FunctionApp(
            code,
            references.stream().filter(base -> !isFunctionApp(base)).toList(),
            references.stream().filter(AppReader::isFunctionApp).toList(),
            tests,
            functions,
            hostJson,
            project.localSettings().flatMap(this::json),
            project.localSettings().map(isTracked::test).orElse(false),
            globalJson(project).flatMap(this::json),
            Optional.ofNullable(generated.get(project.path())),
            files.repositoryTexts(),
            otherFiles,
            functionFiles(project, otherFiles),
            otherProjects(code, references, tests));
    return new Reading(app, problems);
  }

  private static boolean isFunctionApp(CodeBase base) {
    return base.project().kind().isFunctionApp();
  }

  private List<Project> otherProjects(
      CodeBase code, List<CodeBase> references, List<CodeBase> tests) {
    Set<String> own =
        Stream.of(List.of(code), references, tests)
            .flatMap(List::stream)
            .map(base -> base.project().path())
            .collect(Collectors.toUnmodifiableSet());
    return workspace.allProjects().stream()
        .filter(project -> !own.contains(project.path()))
        .toList();
  }

  private List<String> otherFiles(Project project) {
    String folder = project.directory().isEmpty() ? "" : project.directory() + "/";
    return files.tree().paths().stream()
        .filter(path -> path.startsWith(folder) && !path.endsWith(".cs"))
        .map(path -> path.substring(folder.length()))
        .toList();
  }

  /** One for each folder that is called like a function. */
  private List<JsonFile> functionFiles(Project project, List<String> otherFiles) {
    return otherFiles.stream()
        .filter(path -> path.matches("(?!(?:bin|obj)/)[^/]+/function\\.json"))
        .flatMap(path -> json(project.pathBeside(path)).stream())
        .toList();
  }

  /** The finding for a problem of a project or solution. */
  public static Diagnostic finding(ProjectProblem problem) {
    return switch (problem.kind()) {
      case DOES_NOT_PARSE ->
          Diagnostic.of(
              Code.FILE_DOES_NOT_PARSE,
              problem.at(),
              problem.message(),
              "repair the file and run again");
      case UNREADABLE ->
          Diagnostic.of(
              Code.FILE_UNREADABLE,
              problem.at(),
              problem.message(),
              "save the file as UTF-8 and run again");
      case MISSING, NOT_EVALUATED ->
          Diagnostic.of(
              Code.PROJECT_VALUE_UNRESOLVED,
              problem.at(),
              problem.message(),
              "check that the conversion does not depend on it");
    };
  }

  private CodeBase codeBase(Project project) {
    CodeBase known = codeBases.get(project.path());
    if (known != null) {
      return known;
    }
    ProjectFacts own = facts(project);
    NameResolver names = NameResolver.create(own, tables);
    CodeBase code = new CodeBase(project, own.files(), names, ConstantEvaluator.of(names), maps);
    codeBases.put(project.path(), code);
    return code;
  }

  private ProjectFacts facts(Project project) {
    ProjectFacts known = facts.get(project.path());
    if (known != null) {
      return known;
    }
    ProjectFacts made =
        new ProjectFacts(
            project.assemblyName(),
            sources(project),
            world,
            project.targetFrameworks().stream().findFirst().orElse("net8.0"),
            sdk(project),
            project.hasImplicitUsings(),
            project.items().usings().stream()
                .filter(using -> !using.isImplicit())
                .map(AppReader::usingItem)
                .toList(),
            List.of(),
            packages(project),
            project.items().frameworks().stream()
                .anyMatch(f -> f.name().equalsIgnoreCase("Microsoft.AspNetCore.App")),
            workspace.librariesOf(project).stream().map(this::facts).toList(),
            project.items().friends());
    facts.put(project.path(), made);
    return made;
  }

  private static ProjectFacts.SdkKind sdk(Project project) {
    return project.file().sdks().stream()
            .anyMatch(sdk -> sdk.name().equalsIgnoreCase("Microsoft.NET.Sdk.Web"))
        ? ProjectFacts.SdkKind.WEB
        : ProjectFacts.SdkKind.DEFAULT;
  }

  private static UsingItem usingItem(GlobalUsing using) {
    return new UsingItem(using.target(), using.isStatic(), using.alias().orElse(""));
  }

  private static List<PackageReference> packages(Project project) {
    return project.items().packages().stream()
        .map(p -> new PackageReference(p.id(), p.version().orElse("")))
        .toList();
  }

  private List<CSharpFile> sources(Project project) {
    List<CSharpFile> sources = new ArrayList<>();
    project.items().sources().stream()
        .map(CompileItem::path)
        .distinct()
        .sorted()
        .forEach(path -> source(path, project).ifPresent(sources::add));
    if (world == World.IN_PROCESS) {
      sources.stream()
          .filter(AppReader::isCompatibilityFile)
          .findFirst()
          .ifPresent(file -> generated.put(project.path(), file));
      sources.removeIf(AppReader::isCompatibilityFile);
    }
    return sources;
  }

  /** What an earlier conversion wrote hides the types that it stands for. */
  private static boolean isCompatibilityFile(CSharpFile file) {
    return file.source().path().endsWith("InProcessCompatibility.cs")
        && file.source().text().startsWith("// <auto-generated>");
  }

  private Optional<CSharpFile> source(String path, Project project) {
    try {
      CSharpFile file = files.parse(path, project.symbols());
      Optional<Diagnostic> conflict = conflict(file);
      conflict.ifPresent(problems::add);
      file.declarationErrors().stream()
          .findFirst()
          .filter(error -> conflict.isEmpty())
          .ifPresent(error -> problems.add(syntaxProblem(file.source(), error)));
      return Optional.of(file);
    } catch (UnreadableSourceException e) {
      problems.add(
          Diagnostic.of(
              Code.FILE_UNREADABLE,
              Location.ofFile(path),
              String.valueOf(e.getMessage()),
              "save the file as UTF-8, or take it out of the project"));
      return Optional.empty();
    }
  }

  /** What a merge left; in the text of a literal such lines are no error. */
  private static Optional<Diagnostic> conflict(CSharpFile file) {
    Matcher marker = CONFLICT.matcher(file.source().text());
    if (!marker.find() || file.errors().isEmpty()) {
      return Optional.empty();
    }
    Location at = file.source().location(marker.start());
    return Optional.of(
        Diagnostic.of(
            Code.CONFLICT_MARKERS,
            at,
            at.path() + " holds conflict markers of a merge",
            "resolve the conflict, commit, and run again"));
  }

  /** The finding for text that is no C#. */
  public static Diagnostic syntaxProblem(SourceFile source, SyntaxError error) {
    return Diagnostic.of(
        Code.FILE_DOES_NOT_PARSE,
        source.location(error.span().start()),
        source.path()
            + " is no valid C# at column "
            + source.position(error.span().start()).column()
            + ": "
            + error.message(),
        "repair the file and run again");
  }

  /** The nearest one, as the SDK looks for it. */
  private Optional<String> globalJson(Project project) {
    return RepositoryPath.above(
        project.directory(),
        "global.json",
        path -> Optional.of(path).filter(files.tree().paths()::contains));
  }

  private Optional<JsonFile> json(String path) {
    return JsonFiles.read(path, files.tree(), problems);
  }
}
