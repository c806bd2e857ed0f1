package dev.migrator.model;

import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.ProjectReference;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.json.JsonFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One deployable project with everything that moves together with it.
 *
 * @param code of the project itself
 * @param libraries projects that it references, directly or not, in path order, but function apps
 * @param apps function apps that it references, directly or not, in path order
 * @param tests test projects that reference it, and libraries that only those use, in path order
 * @param functions in order of file and place
 * @param hostJson beside the project file
 * @param localSettings beside the project file, tracked or not
 * @param isLocalSettingsTracked whether git knows it
 * @param globalJson which SDK builds the app; beside the project file or above it
 * @param compatibilityFile of an earlier conversion; no part of the code before the conversion
 * @param repositoryTexts places in pipelines, infrastructure and tools of the repository
 * @param otherFiles paths below the folder of the project, relative to it, that are no C#
 * @param functionFiles {@code NAME/function.json} that the repository holds
 * @param otherProjects of the repository, which the app does not reference and which do not test it
 */
public record FunctionApp(
    CodeBase code,
    List<CodeBase> libraries,
    List<CodeBase> apps,
    List<CodeBase> tests,
    List<Function> functions,
    Optional<JsonFile> hostJson,
    Optional<JsonFile> localSettings,
    boolean isLocalSettingsTracked,
    Optional<JsonFile> globalJson,
    Optional<CSharpFile> compatibilityFile,
    List<RepositoryText> repositoryTexts,
    List<String> otherFiles,
    List<JsonFile> functionFiles,
    List<Project> otherProjects) {

  public FunctionApp {
    libraries = List.copyOf(libraries);
    apps = List.copyOf(apps);
    tests = List.copyOf(tests);
    functions = List.copyOf(functions);
    repositoryTexts = List.copyOf(repositoryTexts);
    otherFiles = List.copyOf(otherFiles);
    functionFiles = List.copyOf(functionFiles);
    otherProjects = List.copyOf(otherProjects);
  }

  /** The same app with other test projects. */
  public FunctionApp withTests(List<CodeBase> other) {
    return new FunctionApp(
        code,
        libraries,
        apps,
        other,
        functions,
        hostJson,
        localSettings,
        isLocalSettingsTracked,
        globalJson,
        compatibilityFile,
        repositoryTexts,
        otherFiles,
        functionFiles,
        otherProjects);
  }

  public Project project() {
    return code.project();
  }

  /** What the program is made of: the app and its libraries. */
  public Stream<CodeBase> running() {
    return Stream.concat(Stream.of(code), libraries.stream());
  }

  /** The app, its libraries and its tests. */
  public List<CodeBase> codeBases() {
    return Stream.concat(running(), tests.stream()).toList();
  }

  /** Libraries of the app, and those that only its tests use and that do not see the app. */
  public Stream<CodeBase> apart() {
    return Stream.concat(libraries.stream(), tests.stream().filter(this::isApart));
  }

  private boolean isApart(CodeBase test) {
    return test.project().kind() == ProjectKind.LIBRARY && !sees(test, new HashSet<>());
  }

  private boolean sees(CodeBase user, Set<String> seen) {
    return user.project().items().projects().stream()
        .map(ProjectReference::path)
        .filter(seen::add)
        .anyMatch(
            path ->
                path.equals(project().path())
                    || codeBases().stream()
                        .filter(code -> code.project().path().equals(path))
                        .anyMatch(code -> sees(code, seen)));
  }

  /** Every C# file of the app, its libraries and its tests. */
  public Stream<CSharpFile> files() {
    return codeBases().stream().flatMap(code -> code.files().stream());
  }

  /** Places of one kind, see {@code repository-texts.tsv}. */
  public Stream<RepositoryText> repositoryTexts(String kind) {
    return repositoryTexts.stream().filter(text -> text.kind().equals(kind));
  }

  /** {@code extensions.csproj} beside the project file: extensions of the host. */
  public Optional<Project> extensionsProject() {
    String path = project().pathBeside("extensions.csproj");
    return otherProjects.stream().filter(other -> other.path().equals(path)).findFirst();
  }

  public boolean hasHttp() {
    return functions.stream().anyMatch(Function::isHttp);
  }
}
