package dev.migrator.rule;

import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What every rule sees of one app: the snapshot, the user's choices, and facts worked out once. */
public final class Conversion {
  private final FunctionApp app;
  private final Options options;
  private final TypeMap types;
  private final TypeHomes homes;
  private final String compatibilityNamespace;
  private final List<FunctionPlan> plans;
  private final Map<CSharpFile, List<FunctionPlan>> plansOfFile;

  public Conversion(FunctionApp app, Options options, TypeMap types) {
    this.app = app;
    this.options = options;
    this.types = types;
    this.homes = TypeHomes.of(app, types);
    this.compatibilityNamespace = CompatibilityNamespace.of(app);
    this.plans =
        app.functions().stream()
            .filter(function -> !function.isNested())
            .map(function -> FunctionPlan.of(function, app.code()))
            .toList();
    this.plansOfFile =
        plans.stream().collect(Collectors.groupingBy(plan -> plan.function().file()));
  }

  public FunctionApp app() {
    return app;
  }

  public Options options() {
    return options;
  }

  public TypeMap types() {
    return types;
  }

  /** Which library holds types that are named like types of the host. */
  public TypeHomes homes() {
    return homes;
  }

  /** The namespace of the types of a part. */
  public String namespaceOf(CompatibilityPart part) {
    return homes
        .library(part)
        .map(library -> library.project().rootNamespace())
        .orElse(compatibilityNamespace);
  }

  /** One for each function that can run, in order. */
  public List<FunctionPlan> plans() {
    return plans;
  }

  /** Functions of nested classes, which ran in neither model. */
  public List<Function> nestedFunctions() {
    return app.functions().stream().filter(Function::isNested).toList();
  }

  /** Whether a place lies in attribute lists that move to an adapter, or in one that goes. */
  public boolean moves(CSharpFile file, Span place) {
    return plansOfFile.getOrDefault(file, List.of()).stream().anyMatch(plan -> plan.moves(place))
        || nestedFunctions().stream()
            .map(Function::nameAttribute)
            .anyMatch(a -> a.file().equals(file) && a.span().contains(place));
  }

  /**
   * Namespace of the compatibility file: the root namespace, or one below it where types of the app
   * would hide what the file names.
   */
  public String compatibilityNamespace() {
    return compatibilityNamespace;
  }

  /** Namespace of Program.cs. */
  public String rootNamespace() {
    return app.project().rootNamespace();
  }
}
