package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.render.ProgramModel;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.rule.Step;
import dev.migrator.source.LineEnd;
import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes Program.cs, which starts the worker and calls the startup classes (core-model 6.1). */
public final class ProgramFile implements CollectingRule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0402", "Program.cs starts the worker", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion, Needs needs) {
    FunctionApp app = conversion.app();
    if (app.project().kind() == ProjectKind.FUNCTION_APP_ISOLATED) {
      return RuleOutcome.NOTHING;
    }
    if (app.functions().isEmpty()) {
      return noFunctions(app);
    }
    String className = className(conversion);
    String text = lineEnd(app).apply(model(conversion, needs, className).text());
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    LogSettings.findings(app).forEach(outcome::finding);
    return outcome
        .newFile(new NewFile(app.project().pathBeside(className + ".cs"), text, INFO.id()))
        .build();
  }

  /** Nothing would start: no Program.cs is right for such a project. */
  private static RuleOutcome noFunctions(FunctionApp app) {
    String path = app.project().path();
    return RuleOutcome.builder()
        .finding(
            Diagnostic.of(
                Code.PROJECT_KIND_UNSUPPORTED,
                Location.ofFile(path),
                path + " has no function of its own",
                "move the functions into the project, or make it a library of the app that has"
                    + " them"))
        .build();
  }

  /** That of most files of the app. */
  static LineEnd lineEnd(FunctionApp app) {
    long crlf =
        app.code().files().stream().filter(f -> f.source().lineEnd() == LineEnd.CRLF).count();
    return crlf * 2 > app.code().files().size() ? LineEnd.CRLF : LineEnd.LF;
  }

  private static ProgramModel model(Conversion conversion, Needs needs, String className) {
    FunctionApp app = conversion.app();
    boolean http = needs.has(RegistrationLine.HTTP_INTEGRATION);
    List<Need.StartupCall> calls = needs.startupCalls();
    LogFilters filters = LogFilters.of(app);
    boolean compatibility = CompatibilityFile.isRegistered(conversion, needs);
    ProgramUsings usings = new ProgramUsings(conversion, needs, calls, filters);
    return new ProgramModel(
        List.copyOf(usings.namespaces()),
        conversion.hasNameClash(),
        conversion.generatedNamespace(),
        className,
        statements(calls, true),
        http,
        compatibility,
        needs.has(RegistrationLine.HTTP_NEWTONSOFT),
        needs.has(RegistrationLine.WORKER_NEWTONSOFT),
        needs.has(RegistrationLine.REQUEST_BODY_SIZE),
        needs.has(RegistrationLine.SYNCHRONOUS_WRITES),
        needs.has(RegistrationLine.HTTP_CLIENT),
        needs.has(RegistrationLine.APPLICATION_INSIGHTS),
        needs.has(RegistrationLine.OPEN_TELEMETRY),
        filters.lines(),
        LogSettings.areSeen(app),
        statements(calls, false),
        needs.has(RegistrationLine.WORKER_CONFIGURATION));
  }

  private static List<String> statements(List<Need.StartupCall> calls, boolean configuration) {
    return calls.stream()
        .filter(call -> call.isConfiguration() == configuration)
        .map(call -> call.statement().indent(12).stripTrailing())
        .toList();
  }

  /** {@code Program}, or a name that no type and no file of the app has. */
  public static String className(Conversion conversion) {
    FunctionApp app = conversion.app();
    Set<String> taken =
        app.code().files().stream()
            .flatMap(CSharpFile::types)
            .map(TypeDeclaration::metadataName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> paths = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    app.code().files().forEach(file -> paths.add(file.source().path()));
    for (String name : List.of("Program", "WorkerProgram", "IsolatedWorkerProgram")) {
      String full = conversion.generatedNamespace() + "." + name;
      boolean isFree = !taken.contains(full) && !taken.contains(name);
      if (isFree && !paths.contains(app.project().pathBeside(name + ".cs"))) {
        return name;
      }
    }
    return "MigratedWorkerProgram";
  }
}
