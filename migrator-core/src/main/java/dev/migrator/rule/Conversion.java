package dev.migrator.rule;

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
  private final List<FunctionPlan> plans;
  private final Map<CSharpFile, List<FunctionPlan>> plansOfFile;
  private final boolean hasNameClash;

  public Conversion(FunctionApp app, Options options, TypeMap types) {
    this.app = app;
    this.options = options;
    this.types = types;
    this.plans = app.functions().stream().map(f -> FunctionPlan.of(f, app.code().names())).toList();
    this.plansOfFile =
        plans.stream().collect(Collectors.groupingBy(plan -> plan.function().file()));
    this.hasNameClash = NameClash.isIn(app);
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

  /** One for each function, in order. */
  public List<FunctionPlan> plans() {
    return plans;
  }

  /** Whether a place lies in attribute lists that move to an adapter. */
  public boolean moves(CSharpFile file, Span place) {
    return plansOfFile.getOrDefault(file, List.of()).stream().anyMatch(plan -> plan.moves(place));
  }

  /**
   * Namespace of Program.cs and of the compatibility file: one of their own where names of the app
   * would hide what they mean.
   */
  public String generatedNamespace() {
    String root = app.project().rootNamespace();
    return hasNameClash ? root + ".InProcess" : root;
  }

  /** Whether the generated files have a namespace of their own. */
  public boolean hasNameClash() {
    return hasNameClash;
  }
}
