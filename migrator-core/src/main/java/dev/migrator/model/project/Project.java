package dev.migrator.model.project;

import dev.migrator.syntax.csharp.PreprocessorSymbols;
import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One project, evaluated for Debug and its first target framework.
 *
 * @param path of the project file, relative to the repository
 * @param file the project file itself
 * @param imports every other file that is read for it, in the order of evaluation
 * @param targetFrameworks in the order in which they are named; empty where they are not known
 * @param symbols what {@code #if} takes as defined
 * @param hostJsonPath null where there is none
 * @param localSettingsPath null where there is none, as mostly: it is rarely committed
 * @param problems of this project and the files it imports
 */
public record Project(
    String path,
    ProjectKind kind,
    MsBuildFile file,
    List<MsBuildFile> imports,
    EvaluatedProperties properties,
    List<String> targetFrameworks,
    ProjectItems items,
    PreprocessorSymbols symbols,
    @Nullable String hostJsonPath,
    @Nullable String localSettingsPath,
    List<ProjectProblem> problems) {

  public Project {
    imports = List.copyOf(imports);
    targetFrameworks = List.copyOf(targetFrameworks);
    problems = List.copyOf(problems);
  }

  /** The same project as something else. */
  public Project withKind(ProjectKind other) {
    return new Project(
        path,
        other,
        file,
        imports,
        properties,
        targetFrameworks,
        items,
        symbols,
        hostJsonPath,
        localSettingsPath,
        problems);
  }

  /** The same project with other items. */
  public Project withItems(ProjectItems other) {
    return new Project(
        path,
        kind,
        file,
        imports,
        properties,
        targetFrameworks,
        other,
        symbols,
        hostJsonPath,
        localSettingsPath,
        problems);
  }

  /** The file name without extension. */
  public String name() {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }

  /** The folder, without slash at its end; empty for the root of the repository. */
  public String directory() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The path of a file of that name beside the project file. */
  public String pathBeside(String fileName) {
    return directory().isEmpty() ? fileName : directory() + "/" + fileName;
  }

  public boolean isSdkStyle() {
    return !file.sdks().isEmpty();
  }

  /** Whether it is built for the .NET Framework, and for nothing else. */
  public boolean isOfNetFramework() {
    return !targetFrameworks.isEmpty()
        && targetFrameworks.stream().allMatch(framework -> framework.matches("(?i)net4\\d+"));
  }

  public Optional<String> hostJson() {
    return Optional.ofNullable(hostJsonPath);
  }

  public Optional<String> localSettings() {
    return Optional.ofNullable(localSettingsPath);
  }

  public Optional<String> azureFunctionsVersion() {
    return properties.value("AzureFunctionsVersion");
  }

  /** As set; an SDK-style project without it is a library, or a program with the web SDKs. */
  public Optional<String> outputType() {
    return properties.value("OutputType");
  }

  public boolean isExecutable() {
    return outputType()
        .map(type -> type.equalsIgnoreCase("Exe") || type.equalsIgnoreCase("WinExe"))
        .orElseGet(this::hasProgramSdk);
  }

  private boolean hasProgramSdk() {
    return file.sdks().stream()
        .anyMatch(
            sdk ->
                sdk.name().equalsIgnoreCase("Microsoft.NET.Sdk.Web")
                    || sdk.name().equalsIgnoreCase("Microsoft.NET.Sdk.Worker")
                    || sdk.name().equalsIgnoreCase("Microsoft.NET.Sdk.BlazorWebAssembly")
                    || sdk.name().equalsIgnoreCase("Azure.Functions.Sdk"));
  }

  /** The project name with underscores for blanks where the project says nothing. */
  public String rootNamespace() {
    return properties.value("RootNamespace").orElseGet(() -> name().replace(' ', '_'));
  }

  public String assemblyName() {
    return properties.value("AssemblyName").orElseGet(this::name);
  }

  /** File name of what the build makes. */
  public String assemblyFile() {
    return assemblyName() + ".dll";
  }

  public Optional<String> langVersion() {
    return properties.value("LangVersion");
  }

  public Optional<String> nullable() {
    return properties.value("Nullable");
  }

  public boolean hasImplicitUsings() {
    return properties.isTrue("ImplicitUsings");
  }

  /**
   * Whether public members without a comment may raise CS1591: under some condition the build
   * writes a documentation file, and no place turns the warning off.
   */
  public boolean asksForDocumentation() {
    return Stream.of("GenerateDocumentationFile", "DocumentationFile")
            .flatMap(this::written)
            .anyMatch(value -> !value.isBlank() && !value.equalsIgnoreCase("false"))
        && written("NoWarn").noneMatch(value -> value.contains("1591"));
  }

  /** Values of a property in all places that count, and in the project file under any condition. */
  private Stream<String> written(String name) {
    Stream<MsBuildProperty> own = file.properties(name).stream();
    return Stream.concat(
            properties.assignments(name).stream().map(EvaluatedProperties.Assignment::property),
            own)
        .map(MsBuildProperty::value);
  }

  /** Whether versions stand in {@code Directory.Packages.props}. */
  public boolean usesCentralVersions() {
    return centralVersions().isPresent();
  }

  /** The {@code Directory.Packages.props} that holds the versions, if central management is on. */
  public Optional<MsBuildFile> centralVersions() {
    return properties.isTrue("ManagePackageVersionsCentrally")
        ? imports.stream().filter(f -> f.path().endsWith("Directory.Packages.props")).findFirst()
        : Optional.empty();
  }

  /** The first reference to the package. */
  public Optional<PackageReference> packageReference(String id) {
    return items.packages().stream().filter(p -> p.hasId(id)).findFirst();
  }

  /** Whether the project references an extension of WebJobs of a version below the given one. */
  public boolean isBefore(String extension, String version) {
    NuGetVersion limit = NuGetVersion.parse(version).orElseThrow();
    return packageReference("Microsoft.Azure.WebJobs.Extensions." + extension)
        .flatMap(PackageReference::version)
        .flatMap(NuGetVersion::lowestOf)
        .filter(pinned -> pinned.compareTo(limit) < 0)
        .isPresent();
  }

  public boolean references(String packageId) {
    return packageReference(packageId).isPresent();
  }

  /** Whether the reference stands in the project file, or in the packages.config beside it. */
  public boolean isOwn(PackageReference reference) {
    return reference.file().path().equals(path)
        || reference.versionPlace() == PackageReference.VersionPlace.PACKAGES_CONFIG;
  }
}
