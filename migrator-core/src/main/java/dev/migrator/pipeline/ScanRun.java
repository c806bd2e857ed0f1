package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.ScriptApp;
import dev.migrator.git.GitRepository;
import dev.migrator.model.project.Workspace;
import dev.migrator.report.ScanReport;
import dev.migrator.report.ScannedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@code scan}: an inventory of every app below some paths; one that fails never stops another. */
final class ScanRun {
  private final ScanRequest request;
  private final Progress progress;
  private final List<ScanReport.Root> roots = new ArrayList<>();
  private final List<ScannedApp> apps = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  ScanRun(ScanRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  ScanResult run() {
    request.paths().forEach(this::path);
    ScanReport report = new ScanReport(roots, apps);
    if (hasUnread(report)) {
      return new ScanResult(
          ExitCode.PARTLY_DONE, report, List.of("some of it could not be read; see FIN0007"));
    }
    return apps.isEmpty()
        ? new ScanResult(
            ExitCode.NOTHING_TO_CONVERT, report, List.of("no function app or web app here"))
        : new ScanResult(ExitCode.DONE, report, List.of());
  }

  private static boolean hasUnread(ScanReport report) {
    return report.roots().stream()
            .flatMap(root -> root.findings().stream())
            .anyMatch(ScanRun::isUnread)
        || report.apps().stream()
            .flatMap(app -> app.outcome().findings().stream())
            .anyMatch(ScanRun::isUnread);
  }

  private static boolean isUnread(Diagnostic finding) {
    return finding.code() == Code.NOT_READ;
  }

  private void path(Path path) {
    ScanRoot root = ScanRoot.of(path);
    try (RunInput input = RunInput.forInventory(path, request.environment())) {
      if (input.repository().isPresent() || !Files.isDirectory(path)) {
        read(root, input);
        return;
      }
    } catch (IOException | RuntimeException e) {
      unread(root, e);
      return;
    }
    try {
      ScanRoot.below(path).forEach(this::root);
    } catch (IOException | RuntimeException e) {
      unread(root, e);
    }
  }

  private void root(ScanRoot root) {
    try (RunInput input = RunInput.forInventory(root.path(), request.environment())) {
      read(root, input);
    } catch (IOException | RuntimeException e) {
      unread(root, e);
    }
  }

  private void unread(ScanRoot root, Exception reason) {
    roots.add(
        new ScanReport.Root(
            root.name(), Optional.empty(), 0, List.of(ScannedApps.notRead(root.name(), reason))));
  }

  private void read(ScanRoot root, RunInput input) throws IOException {
    AppPlanning planning =
        new AppPlanning(
            input.tree(), input.start(), request.options().apply(root.path()), input::isTracked);
    Workspace workspace = planning.workspace();
    List<Diagnostic> findings = workspace.problems().stream().map(AppReader::finding).toList();
    roots.add(
        new ScanReport.Root(
            root.name(),
            input.repository().map(GitRepository::headCommit),
            workspace.chosen().size(),
            findings));
    ScannedApps scanned = new ScannedApps(root.name(), planning);
    List<String> wanted = workspace.chosen().stream().filter(this::isWanted).toList();
    Set<String> unseen = new HashSet<>();
    for (String chosen : wanted) {
      if (seen.add(place(input, root, chosen))) {
        unseen.add(chosen);
      }
    }
    if (!unseen.isEmpty()) {
      SortedMap<String, ScannedApp> entries =
          scanned.of(
              wanted.stream().flatMap(path -> workspace.project(path).stream()).toList(), progress);
      entries.keySet().retainAll(unseen);
      apps.addAll(entries.values());
    }
    for (ScriptApp app : ScriptApp.below(input.start(), input.tree())) {
      if (isWanted(app.path()) && seen.add(place(input, root, app.path()))) {
        apps.add(scanned.of(app));
      }
    }
  }

  private boolean isWanted(String path) {
    return request.appGlob().map(glob -> PathGlob.matches(glob, path)).orElse(true);
  }

  /** The same app named twice is listed once. */
  private static Path place(RunInput input, ScanRoot root, String path) throws IOException {
    Optional<GitRepository> repository = input.repository();
    if (repository.isPresent()) {
      return repository.get().workTree().resolve(path);
    }
    Path real = root.path().toRealPath();
    return (Files.isDirectory(real) ? real : real.resolveSibling("")).resolve(path).normalize();
  }
}
