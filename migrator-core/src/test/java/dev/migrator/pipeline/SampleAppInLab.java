package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.lab.DotnetLab;
import dev.migrator.pipeline.SampleApp.FunctionProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sample app whose two sides were built by the lab, and what its tools say about them.
 *
 * @param sample its description
 * @param lab that builds and runs
 * @param folder for files of the tools
 * @param before root of the app as it was
 * @param after root of the converted app
 * @param result of the conversion
 */
record SampleAppInLab(
    SampleApp sample, DotnetLab lab, Path folder, Path before, Path after, Result result) {

  static SampleAppInLab build(SampleApp sample, DotnetLab lab, Path folder) throws IOException {
    ConvertedApp app = sample.convert(folder);
    SampleAppInLab made =
        new SampleAppInLab(sample, lab, folder, app.before(), app.after(), app.result());
    made.dotnetBuild(app.before().resolve(sample.solution()), liftOption(sample));
    made.dotnetBuild(app.after().resolve(sample.solution()), Optional.empty());
    return made;
  }

  private void dotnetBuild(Path project, Optional<String> property) {
    List<String> arguments =
        new ArrayList<>(List.of("build", project.toString(), "-v:q", "-nologo"));
    property.ifPresent(arguments::add);
    lab.dotnet(arguments.toArray(String[]::new)).orFail();
  }

  /** What dotnet is told for the side before; empty where the lab builds it as it stands. */
  static Optional<String> liftOption(SampleApp sample) {
    return sample.liftFile().map(SampleAppInLab::lifted).map(property -> "-p:" + property);
  }

  private static String lifted(Path targets) {
    return "BeforeTargetFrameworkInferenceTargets=" + targets;
  }

  /** The same with one line of Program.cs taken out. */
  SampleAppInLab withLineDeleted(FunctionProject project, String line, Path root)
      throws IOException {
    DotnetLab.copy(after, root);
    ConvertedApp.deleteLine(root.resolve(project.directory()).resolve("Program.cs"), line);
    dotnetBuild(root.resolve(project.path()), Optional.empty());
    return new SampleAppInLab(sample, lab, folder, before, root, result);
  }

  /** Runs of one function app of the sample. */
  LabRuns runs(FunctionProject project) {
    LabRuns runs =
        new LabRuns(lab, new ConvertedApp(before, after, result), project.path(), folder);
    return sample.liftFile().isEmpty() ? runs : runs.withBefore(asVersion1(project));
  }

  /** The lab's host reads a host.json of version 2, and version 1 let an app write as it liked. */
  private List<String> asVersion1(FunctionProject project) {
    return List.of(
        "--host-json",
        after.resolve(project.directory()).resolve("host.json").toString(),
        "--setting",
        "AzureWebJobsFeatureFlags=AllowSynchronousIO");
  }

  /** What {@code fnlab diag-diff} prints; the side before is lifted to the framework after. */
  String newDiagnostics(FunctionProject project) {
    Path diagnosticsBefore =
        diagnostics(
            before,
            project,
            "before",
            List.of(
                "--property",
                lifted(sample.liftFile().orElse(lab.directory().resolve("lift.targets")))));
    Path diagnosticsAfter = diagnostics(after, project, "after", List.of());
    return lab.fnlab("diag-diff", diagnosticsBefore.toString(), diagnosticsAfter.toString())
        .orFail()
        .stdout();
  }

  private Path diagnostics(
      Path side, FunctionProject project, String name, List<String> properties) {
    Path out = folder.resolve(project.assembly() + "." + name + ".diag");
    List<String> arguments =
        new ArrayList<>(List.of("diag", side.resolve(project.path()).toString()));
    arguments.addAll(List.of("--root", side.toString()));
    arguments.addAll(List.of("--emit", out + ".emit", "--out", out.toString()));
    arguments.addAll(properties);
    lab.fnlab(arguments.toArray(String[]::new)).orFail();
    return out;
  }

  Path contract(Path assembly) throws IOException {
    Path out = Files.createTempFile(folder, "contract", ".json");
    lab.fnlab("contract", assembly.toString(), "--out", out.toString()).orFail();
    return out;
  }

  /** Ids of all findings about the project. */
  Set<String> findingIds(FunctionProject project) {
    return result.report().apps().stream()
        .filter(app -> app.path().equals(project.path()))
        .flatMap(app -> app.findings().stream())
        .map(Diagnostic::code)
        .map(Code::id)
        .collect(Collectors.toSet());
  }
}
