package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.ScriptApp;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.report.AppKind;
import dev.migrator.report.AppReport;
import dev.migrator.report.AppReport.BuildState;
import dev.migrator.report.AppReport.ContractState;
import dev.migrator.report.AppReport.Status;
import dev.migrator.report.Inventory;
import dev.migrator.report.Inventory.BindingEntry;
import dev.migrator.report.Inventory.FunctionEntry;
import dev.migrator.report.Inventory.PackageEntry;
import dev.migrator.report.ScannedApp;
import dev.migrator.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes entries of an inventory of the projects and scripts of one snapshot. */
final class ScannedApps {
  private static final List<String> FUNCTION_PACKAGES =
      List.of("Microsoft.NET.Sdk.Functions", "Microsoft.Azure.Functions.Worker.Sdk");

  private final String root;
  private final AppPlanning planning;

  ScannedApps(String root, AppPlanning planning) {
    this.root = root;
    this.planning = planning;
  }

  /** What is to be said of something that made reading fail. */
  static Diagnostic notRead(String path, Throwable reason) {
    return Diagnostic.of(
        Code.NOT_READ,
        Location.ofFile(path),
        "cannot be read: " + reason,
        "see what the message names; a fault of the tool should be reported as a bug");
  }

  /**
   * The entries of the chosen projects by path; libraries, tests and programs have none. Function
   * apps are planned together, as a conversion of them would be.
   */
  SortedMap<String, ScannedApp> of(List<Project> chosen, Progress progress) {
    SortedMap<String, ScannedApp> entries = new TreeMap<>();
    List<PlannedApp> planned = new ArrayList<>();
    for (Project project : chosen) {
      progress.report("reading " + project.path());
      if (project.kind().isFunctionApp()) {
        planned(project, entries).ifPresent(planned::add);
      } else {
        kind(project)
            .ifPresent(
                kind ->
                    guarded(
                        project, () -> entries.put(project.path(), other(project, kind)), entries));
      }
    }
    List<PlannedApp> all =
        AppUnits.withJoined(
            planning.workspace(),
            planned,
            project -> {
              progress.report("reading " + project.path());
              return planned(project, entries);
            });
    ResultCheck check = planning.resultCheck(all);
    for (PlannedApp app : all) {
      guarded(app.app().project(), () -> entries.put(app.path(), functionApp(app, check)), entries);
    }
    return entries;
  }

  /** With the changes, which the units ask for: an app where they fail belongs to none. */
  private Optional<PlannedApp> planned(Project project, SortedMap<String, ScannedApp> entries) {
    List<PlannedApp> planned = new ArrayList<>();
    guarded(
        project,
        () -> {
          PlannedApp app = planning.plan(project);
          app.finalChanges();
          planned.add(app);
        },
        entries);
    return planned.stream().findFirst();
  }

  /** What fails on one app is an entry, and never stops another. */
  private void guarded(Project project, Runnable reading, SortedMap<String, ScannedApp> entries) {
    try {
      reading.run();
    } catch (RuntimeException | StackOverflowError e) {
      List<Diagnostic> findings = List.of(notRead(project.path(), e));
      Inventory inventory = inventory(project, kind(project).orElseThrow(), List.of());
      entries.put(project.path(), entry(project.path(), Status.FAILED, findings, inventory));
    }
  }

  /** The entry of an app of scripts, whose sources are not read. */
  ScannedApp of(ScriptApp app) {
    Inventory inventory =
        new Inventory(
            AppKind.CSHARP_SCRIPT,
            List.of(),
            Optional.empty(),
            app.functions().stream().map(ScannedApps::function).toList(),
            List.of());
    return entry(app.path(), Status.SKIPPED, app.problems(), inventory);
  }

  private ScannedApp functionApp(PlannedApp planned, ResultCheck check) {
    Project project = planned.app().project();
    AppKind kind = kind(project).orElseThrow();
    List<Function> functions = new ArrayList<>(planned.app().functions());
    if (kind == AppKind.ISOLATED) {
      functions.addAll(planning.isolatedFunctions(project));
    }
    return new ScannedApp(
        root, Reports.outlined(planned, check), inventory(project, kind, functions));
  }

  private ScannedApp other(Project project, AppKind kind) {
    Status status = kind == AppKind.UNREADABLE ? Status.BLOCKED : Status.SKIPPED;
    return entry(
        project.path(),
        status,
        project.problems().stream().map(AppReader::finding).toList(),
        inventory(project, kind, List.of()));
  }

  /** An app that no rule reads. */
  private ScannedApp entry(
      String path, Status status, List<Diagnostic> problems, Inventory inventory) {
    List<Diagnostic> findings = new ArrayList<>(problems);
    if (status == Status.SKIPPED) {
      findings.add(notConvertible(path, inventory.kind()));
    }
    AppReport outcome =
        new AppReport(
            path,
            status,
            inventory.functions().size(),
            List.of(),
            findings,
            ContractState.UNKNOWN,
            BuildState.NOT_RUN,
            0,
            Optional.empty());
    return new ScannedApp(root, outcome, inventory);
  }

  private static Diagnostic notConvertible(String path, AppKind kind) {
    boolean isWeb = kind == AppKind.WEB || kind == AppKind.WEBJOBS;
    return new Diagnostic(
        Code.PROJECT_KIND_UNSUPPORTED,
        isWeb ? Severity.INFO : Severity.MANUAL,
        Location.ofFile(path),
        path + " is not converted: " + kind.title(),
        isWeb
            ? "nothing, unless it shall become a function app"
            : "move it by hand; `migrator explain FIN0101` says how");
  }

  private static Inventory inventory(Project project, AppKind kind, List<Function> functions) {
    return new Inventory(
        kind,
        project.targetFrameworks(),
        project.azureFunctionsVersion(),
        functions.stream().map(ScannedApps::function).toList(),
        project.items().packages().stream()
            .map(p -> new PackageEntry(p.id(), p.version().orElse("")))
            .toList());
  }

  private static FunctionEntry function(Function function) {
    return new FunctionEntry(
        function.displayName(),
        function.location(),
        function.bindings().stream().map(ScannedApps::binding).toList(),
        function.unresolvedAttributes().stream().map(a -> a.name().dottedName()).toList());
  }

  private static BindingEntry binding(Binding binding) {
    return new BindingEntry(
        binding.kind(), binding.direction().text(), binding.name(), binding.properties());
  }

  private static FunctionEntry function(ScriptApp.ScriptFunction function) {
    return new FunctionEntry(
        function.name(),
        Location.ofFile(function.path()),
        function.bindings().stream().map(ScannedApps::binding).toList(),
        List.of());
  }

  private static BindingEntry binding(ScriptApp.ScriptBinding binding) {
    SortedMap<String, Object> properties = new TreeMap<>(binding.members());
    properties.keySet().removeAll(List.of("type", "direction", "name"));
    return new BindingEntry(
        binding.member("type"), binding.member("direction"), binding.member("name"), properties);
  }

  private static Optional<AppKind> kind(Project project) {
    ProjectKind kind = project.kind();
    return switch (kind) {
      case FUNCTION_APP_IN_PROCESS -> Optional.of(AppKind.IN_PROCESS);
      case FUNCTION_APP_ISOLATED -> Optional.of(AppKind.ISOLATED);
      case WEBJOBS -> Optional.of(AppKind.WEBJOBS);
      case WEB -> Optional.of(AppKind.WEB);
      case FSHARP -> Optional.of(AppKind.FSHARP).filter(k -> isFunctionApp(project));
      case VISUAL_BASIC -> Optional.of(AppKind.VISUAL_BASIC).filter(k -> isFunctionApp(project));
      case TEST, LIBRARY, OTHER ->
          Optional.of(AppKind.UNREADABLE).filter(k -> !project.file().errors().isEmpty());
    };
  }

  /** Of a project whose sources are not read. */
  private static boolean isFunctionApp(Project project) {
    return project.hostJson().isPresent()
        || project.azureFunctionsVersion().isPresent()
        || FUNCTION_PACKAGES.stream().anyMatch(project::references);
  }
}
