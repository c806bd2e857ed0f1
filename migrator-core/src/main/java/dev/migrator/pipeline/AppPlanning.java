package dev.migrator.pipeline;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.discover.Discovery;
import dev.migrator.discover.ParsedFiles;
import dev.migrator.edit.EditList;
import dev.migrator.model.Function;
import dev.migrator.model.names.World;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.Workspace;
import dev.migrator.plan.AppPlan;
import dev.migrator.plan.Planner;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Options;
import dev.migrator.rule.TypeMap;
import dev.migrator.rule.function.DescribedFunctions;
import dev.migrator.rule.function.WrittenOutAttributes;
import dev.migrator.source.EditedTree;
import dev.migrator.source.FileChange;
import dev.migrator.source.FileTree;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Discovers the apps of a tree and plans the conversion of each. */
final class AppPlanning {
  private static final TypeMap TYPES = TypeMap.load();

  private final FileTree tree;
  private final Workspace workspace;
  private final ParsedFiles files;
  private final Options options;
  private final Predicate<String> isTracked;
  private final boolean isPartial;
  private final Planner planner;

  AppPlanning(FileTree tree, String start, Options options, Predicate<String> isTracked) {
    this(tree, start, options, isTracked, false);
  }

  private AppPlanning(
      FileTree tree,
      String start,
      Options options,
      Predicate<String> isTracked,
      boolean isPartial) {
    this(
        tree,
        Discovery.discover(tree, start),
        ParsedFiles.of(tree),
        options,
        isTracked,
        isPartial,
        new Planner(RuleList.rules(), RuleList.collectingRules()));
  }

  /** Of what a command read. */
  static AppPlanning of(RunInput input, Request request) {
    return new AppPlanning(
        input.tree(),
        input.start(),
        request.options(),
        input::isTracked,
        request.switches().isPartial());
  }

  AppPlanning(
      FileTree tree,
      Workspace workspace,
      ParsedFiles files,
      Options options,
      Predicate<String> isTracked,
      boolean isPartial,
      Planner planner) {
    this.tree = tree;
    this.workspace = workspace;
    this.files = files;
    this.options = options;
    this.isTracked = isTracked;
    this.isPartial = isPartial;
    this.planner = planner;
  }

  Workspace workspace() {
    return workspace;
  }

  /** Checks results of these plans, which are converted together. */
  ResultCheck resultCheck(List<PlannedApp> run) {
    return new ResultCheck(options, planner, run);
  }

  /**
   * The same apps as they are converted one after the other: an app that wants to change a file
   * that one before it changed is planned again on the result, so that a shared file holds the
   * changes of all. A source that several apps compile is the same after each of them.
   */
  List<PlannedApp> inSequence(List<PlannedApp> apps) {
    SortedMap<String, FileChange> done = new TreeMap<>();
    List<PlannedApp> sequence = new ArrayList<>();
    for (PlannedApp app : apps) {
      boolean isApart =
          Collections.disjoint(done.keySet(), app.finalChanges().keySet())
              || SharedSources.areDone(app, done);
      PlannedApp next = isApart ? app : after(done).plan(app.path()).keepingAs(app);
      sequence.add(next);
      done.putAll(next.finalChanges());
    }
    return sequence;
  }

  private AppPlanning after(SortedMap<String, FileChange> done) {
    FileTree changed = EditedTree.of(tree, done);
    return new AppPlanning(
        changed,
        Discovery.discover(changed, ""),
        files.with(changed, done.keySet()),
        options,
        isTracked,
        isPartial,
        planner);
  }

  private PlannedApp plan(String path) {
    return plan(workspace.project(path).orElseThrow(() -> new IllegalStateException(path)));
  }

  /**
   * Plans for the chosen function apps, and without a pattern for those that they can only move
   * with; isolated ones may hold functions that were restored.
   */
  List<PlannedApp> planAll(Optional<String> glob, Progress progress) {
    List<PlannedApp> planned =
        chosenApps(workspace, glob).stream().map(project -> plan(project, progress)).toList();
    return glob.isPresent()
        ? AppUnits.withBlockers(workspace, planned)
        : AppUnits.withJoined(workspace, planned, project -> Optional.of(plan(project, progress)));
  }

  private PlannedApp plan(Project project, Progress progress) {
    progress.report("reading " + project.path());
    return plan(project);
  }

  /** The chosen function apps of both models, in path order. */
  static List<Project> chosenApps(Workspace workspace, Optional<String> glob) {
    return workspace.chosen().stream()
        .flatMap(path -> workspace.project(path).stream())
        .filter(project -> project.kind().isFunctionApp())
        .filter(project -> glob.map(g -> PathGlob.matches(g, project.path())).orElse(true))
        .toList();
  }

  PlannedApp plan(Project project) {
    long start = System.nanoTime();
    AppReader reader = new AppReader(workspace, files, World.IN_PROCESS, isTracked, options.maps());
    AppReader.Reading reading = reader.read(project);
    DescribedFunctions described = DescribedFunctions.of(reading.app());
    if (!described.isEmpty()) {
      return with(described.edits()).plan(project.path()).with(described);
    }
    EditList writtenOut = WrittenOutAttributes.of(reading.app());
    if (!writtenOut.paths().isEmpty()) {
      return with(writtenOut).plan(project.path());
    }
    Conversion conversion = new Conversion(reading.app(), options, TYPES);
    AppPlan plan = isDone(project, conversion) ? AppPlan.nothing() : planner.plan(conversion);
    List<Diagnostic> problems = new ArrayList<>(reading.problems());
    problems.addAll(BrokenBodies.of(reading.app(), plan));
    return new PlannedApp(conversion, plan, problems, files, isPartial, System.nanoTime() - start);
  }

  /** The same tree with what is written before anything is planned. */
  private AppPlanning with(EditList edits) {
    SortedMap<String, FileChange> changes = new TreeMap<>();
    for (String path : edits.paths()) {
      changes.put(path, FileChange.write(edits.apply(source(path)).toBytes()));
    }
    return after(changes);
  }

  private SourceFile source(String path) {
    try {
      return SourceFile.ofBytes(path, tree.read(path).orElseThrow());
    } catch (UnreadableSourceException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The functions of an app as the worker finds them. */
  List<Function> isolatedFunctions(Project project) {
    return new AppReader(workspace, files, World.ISOLATED, isTracked, options.maps())
        .read(project)
        .app()
        .functions();
  }

  /** An isolated app without a function of the in-process model. */
  private static boolean isDone(Project project, Conversion conversion) {
    return project.kind() == ProjectKind.FUNCTION_APP_ISOLATED && conversion.plans().isEmpty();
  }
}
