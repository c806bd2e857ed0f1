package dev.migrator.rule.function;

import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.render.OutputAdapterModel.OutputClass;
import dev.migrator.render.OutputAdapterModel.Property;
import dev.migrator.rule.BindingType;
import dev.migrator.rule.BindingType.Verdict;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The types and values of what an adapter hands to the worker: {@code string[]} and {@code
 * messages.ToArray()} for a collector, a class with a property each for several outputs.
 */
final class AdapterOutputs {
  private final FunctionPlan plan;
  private final Function function;
  private final ReturnedValues returned;
  private final CollapsedText code;
  private final AdapterNames names;
  private final boolean isNullChecked;

  AdapterOutputs(
      FunctionPlan plan,
      ReturnedValues returned,
      CollapsedText code,
      AdapterNames names,
      boolean isNullChecked) {
    this.plan = plan;
    this.function = plan.function();
    this.returned = returned;
    this.code = code;
    this.names = names;
    this.isNullChecked = isNullChecked;
  }

  /**
   * The class of the outputs.
   *
   * @param prefix of their names; beside an answer the host takes members of its JSON that are
   *     called like an output for that output (WorkerFunctionInvoker.HandleOutputDictionary)
   */
  OutputClass outputClass(String prefix) {
    List<Property> properties = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of(names.outputClassName()));
    if (function.isHttp()) {
      taken.add("Result");
      properties.add(new Property("[HttpResult]", "IActionResult", "Result", response()));
    }
    plan.returnOutput()
        .ifPresent(
            binding ->
                properties.add(
                    new Property(
                        "[" + code.of(binding.attribute().orElseThrow().span()) + "]",
                        returnedType(),
                        AdapterNames.added("Returned", taken),
                        returnedValue())));
    for (FunctionParameter parameter : plan.workerOutputs()) {
      properties.add(
          new Property(
              outputAttribute(parameter),
              type(parameter),
              AdapterNames.added(prefix + AdapterNames.capitalized(parameter.name()), taken),
              value(parameter)));
    }
    return new OutputClass(
        names.outputClassName(), properties, isNullChecked ? " = default!;" : "");
  }

  String singleValue() {
    return plan.workerOutputs().isEmpty() ? returnedValue() : value(plan.workerOutputs().get(0));
  }

  String singleType() {
    return plan.workerOutputs().isEmpty() ? returnedType() : type(plan.workerOutputs().get(0));
  }

  /** Of a method without a value, whose attribute the in-process host did not look at: no text. */
  private String returnedType() {
    if (!returned.hasValue()) {
      return "string";
    }
    BindingType row = plan.returnType().orElseThrow();
    return switch (row.verdict()) {
      case TEXT -> listOf(code.of(returned.valueType().span()));
      case SENDER -> "string";
      case ADAPT -> row.worker();
      default -> code.of(returned.valueType().span());
    };
  }

  private String returnedValue() {
    if (!returned.hasValue()) {
      return nothing();
    }
    BindingType row = plan.returnType().orElseThrow();
    return switch (row.verdict()) {
      case TEXT -> inList(names.resultName());
      case ADAPT -> checked(row.value(names.resultName()));
      case SENDER -> nothing();
      default -> names.resultName();
    };
  }

  private String inList(String name) {
    return name + " == null ? " + nothing() + " : new[] { " + name + " }";
  }

  /** Of values that are no null: what is null is not in the list. */
  private static String listOf(String type) {
    return (type.endsWith("?") ? type.substring(0, type.length() - 1) : type) + "[]";
  }

  /** In-process, a function whose value goes to a queue answers 200 with or without a message. */
  private String response() {
    if (!returned.hasValue()) {
      return "HttpResults.From(null)";
    }
    if (plan.returnOutput().isPresent()) {
      return "new OkResult()";
    }
    return mapsResult() ? "HttpResults.From(" + names.resultName() + ")" : names.resultName();
  }

  private String type(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    if (row.isClient()) {
      return "string";
    }
    if (parameter.isCollector()) {
      return (row.verdict() == Verdict.ADAPT ? row.worker() : itemType(parameter)) + "[]";
    }
    if (row.verdict() == Verdict.ADAPT) {
      return row.worker();
    }
    String written = code.of(parameter.syntax().type().orElseThrow().span());
    return row.verdict() == Verdict.TEXT ? listOf(written) : written;
  }

  String itemType(FunctionParameter parameter) {
    return itemType(parameter, code);
  }

  static String itemType(FunctionParameter parameter, CollapsedText text) {
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    return text.of(type.typeArguments().get(0).span());
  }

  /** The type of one value, as written: of a list its argument, of an array its element. */
  static String elementType(FunctionParameter parameter, CollapsedText text) {
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    String written = text.of(type.span());
    if (written.endsWith("[]")) {
      return written.substring(0, written.length() - 2);
    }
    return type.typeArguments().size() == 1 ? itemType(parameter, text) : written;
  }

  private String value(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    String name = parameter.syntax().identifier().text();
    boolean isAdapted = row.verdict() == Verdict.ADAPT;
    if (row.isClient()) {
      return nothing();
    }
    if (parameter.isCollector()) {
      return isAdapted
          ? "System.Array.ConvertAll("
              + name
              + ".ToArray(), item => "
              + checked(row.value("item"))
              + ")"
          : name + ".ToArray()";
    }
    if (isAdapted) {
      return checked(row.value(name));
    }
    return row.verdict() == Verdict.TEXT ? inList(name) : name;
  }

  /** A value that may be null where the code before could be null, too: the compiler is told. */
  String checked(String value) {
    if (!isNullChecked) {
      return value;
    }
    return value.contains("?.") ? value + "!" : value.replace(" ? null : ", " ? null! : ");
  }

  private String nothing() {
    return isNullChecked ? "null!" : "null";
  }

  private String outputAttribute(FunctionParameter parameter) {
    return "["
        + code.of(parameter.binding().flatMap(Binding::attribute).orElseThrow().span())
        + "]";
  }

  /** A response that may be something else than an action result. */
  boolean mapsResult() {
    return plan.hasOutputs() && HttpResponses.needsMapping(plan, returned);
  }
}
