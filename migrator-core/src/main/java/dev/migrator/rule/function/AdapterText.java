package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.render.OutputAdapterModel;
import dev.migrator.render.OutputAdapterModel.Local;
import dev.migrator.render.OutputAdapterModel.OutputClass;
import dev.migrator.render.OutputAdapterModel.Property;
import dev.migrator.rule.BindingType;
import dev.migrator.rule.BindingType.Verdict;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.AttributeList;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out the adapter of one function: names that are free, types as the file writes them. */
final class AdapterText {
  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String MVC = "Microsoft.AspNetCore.Mvc";

  private final Conversion conversion;
  private final FunctionPlan plan;
  private final Function function;
  private final MethodDeclaration method;
  private final ReturnedValues returned;
  private final CollapsedText original;
  private final CollapsedText code;

  AdapterText(Conversion conversion, FunctionPlan plan, List<Change> nameChanges) {
    this.conversion = conversion;
    this.plan = plan;
    this.function = plan.function();
    this.method = function.method();
    this.returned = ReturnedValues.of(method, conversion.app().code().names());
    this.original = new CollapsedText(method.file(), nameChanges);
    this.code = new CollapsedText(method.file(), changes(nameChanges));
  }

  private List<Change> changes(List<Change> nameChanges) {
    List<Change> changes = new ArrayList<>(nameChanges);
    CodeBase app = conversion.app().code();
    for (Binding binding : function.bindings()) {
      changes.addAll(BindingArguments.changes(function, binding, app));
    }
    changes.addAll(AccountAttributes.changes(plan, app));
    function.parameters().stream()
        .filter(FunctionPlan::isAdapted)
        .forEach(parameter -> workerType(parameter, changes));
    return changes;
  }

  /** The adapter takes the type that the worker supplies. */
  private void workerType(FunctionParameter parameter, List<Change> changes) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    changes.removeIf(change -> type.span().contains(change.span()));
    String worker =
        row.verdict() == Verdict.ARRAY ? itemType(parameter, original) + "[]" : row.worker();
    changes.add(new Change(type.span(), worker));
  }

  /** Why no adapter can be written; empty when it can. */
  Optional<String> problem() {
    if (method.containingType().isEmpty()) {
      return Optional.of("stands outside of a type");
    }
    return plan.outputParameters().stream()
        .filter(p -> !isSendable(p))
        .findFirst()
        .map(
            p ->
                "has the output `"
                    + p.name()
                    + "` that is neither out nor a collector with a binding, or holds bytes in a list");
  }

  private static boolean isSendable(FunctionParameter parameter) {
    Optional<BindingType> type = FunctionPlan.typeOf(parameter);
    boolean isOut = parameter.syntax().hasModifier("out");
    return type.filter(row -> row.verdict() != Verdict.NO).isPresent()
        && (parameter.isCollector()
            || isOut && type.filter(row -> row.verdict() == Verdict.SENDER).isEmpty()
            || type.filter(row -> !row.creation().isEmpty()).isPresent());
  }

  /** Usings and parts that the adapter's own text needs. */
  List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    String path = method.file().source().path();
    needs.add(new Need.Using(path, WORKER));
    if (function.isHttp() && plan.hasOutputs()) {
      needs.add(new Need.Using(path, MVC));
    }
    if (mapsResult() || hasCollectors() || usesCompatibility()) {
      needs.add(new Need.Using(path, conversion.generatedNamespace()));
    }
    if (returned.isTask() && plan.hasOutputs()) {
      needs.add(new Need.Using(path, "System.Threading.Tasks"));
    }
    if (mapsResult()) {
      needs.add(new Need.Compatibility(CompatibilityPart.RESULT_MAPPING, function.displayName()));
    }
    return needs;
  }

  private boolean hasCollectors() {
    return plan.outputParameters().stream().anyMatch(FunctionParameter::isCollector);
  }

  private boolean usesCompatibility() {
    return plan.usesSender()
        || function.parameters().stream()
            .filter(FunctionPlan::isAdapted)
            .flatMap(p -> FunctionPlan.typeOf(p).stream())
            .anyMatch(row -> !row.parts().isEmpty());
  }

  /** A response that may be something else than an action result. */
  private boolean mapsResult() {
    return function.isHttp()
        && plan.hasOutputs()
        && plan.returnOutput().isEmpty()
        && !returned.isAlwaysActionResult();
  }

  String render() {
    List<FunctionParameter> outputs = plan.outputParameters();
    boolean isPlain = !plan.hasOutputs();
    boolean isSingle =
        !isPlain
            && !function.isHttp()
            && outputs.size() + (plan.returnOutput().isPresent() ? 1 : 0) == 1;
    Optional<OutputClass> outputClass =
        isPlain || isSingle ? Optional.empty() : Optional.of(outputClass());
    return new OutputAdapterModel(
            attributes(isPlain, isSingle),
            declaration(isPlain, isSingle, outputClass),
            outputs.stream()
                .filter(p -> !p.syntax().hasModifier("out"))
                .map(p -> new Local(p.syntax().identifier().text(), creation(p)))
                .toList(),
            isPlain ? plainCall() : call(),
            outputClass.orElse(null),
            isSingle ? singleValue() : "")
        .text();
  }

  private String creation(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    if (row.verdict() == Verdict.SENDER) {
      return SenderText.of(function, parameter.binding().orElseThrow(), conversion.app().code())
          .creation(contextName());
    }
    return parameter.isCollector()
        ? "new OutputCollector<" + itemType(parameter) + ">()"
        : row.creation();
  }

  private String singleValue() {
    return plan.outputParameters().isEmpty()
        ? returnedValue()
        : value(plan.outputParameters().get(0));
  }

  private String singleType() {
    return plan.outputParameters().isEmpty()
        ? returnedType()
        : type(plan.outputParameters().get(0));
  }

  /** The method's own value goes on as it is. */
  private String plainCall() {
    String call = method.identifier().text() + "(" + arguments() + ");";
    if (isPlainAwaited()) {
      return (returned.hasValue() ? "return await " : "await ") + call;
    }
    return returned.isVoid() ? call : "return " + call;
  }

  /** Whether the adapter waits for an argument. */
  private boolean isPlainAwaited() {
    return isAwaited()
        && function.parameters().stream()
            .filter(FunctionPlan::isAdapted)
            .flatMap(p -> FunctionPlan.typeOf(p).stream())
            .anyMatch(row -> row.verdict() == Verdict.AWAIT);
  }

  private String contextName() {
    Set<String> taken =
        function.parameters().stream().map(FunctionParameter::name).collect(Collectors.toSet());
    return free("functionContext", taken);
  }

  private List<String> attributes(boolean isPlain, boolean isSingle) {
    List<String> lines =
        plan.movedLists().stream()
            .filter(list -> method.attributeLists().contains(list))
            .filter(list -> !isReturn(list))
            .map(list -> code.of(list.span()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (isPlain || isSingle) {
      Stream.concat(
              plan.returnOutput().flatMap(Binding::attribute).stream(),
              plan.outputParameters().stream()
                  .flatMap(p -> p.binding().flatMap(Binding::attribute).stream()))
          .map(attribute -> "[" + code.of(attribute.span()) + "]")
          .forEach(lines::add);
    }
    return lines;
  }

  private static boolean isReturn(AttributeList list) {
    return list.target().map(target -> target.is("return")).orElse(false);
  }

  private String outputAttribute(FunctionParameter parameter) {
    return "["
        + code.of(parameter.binding().flatMap(Binding::attribute).orElseThrow().span())
        + "]";
  }

  private String declaration(boolean isPlain, boolean isSingle, Optional<OutputClass> outputClass) {
    String modifiers =
        method.modifiers().stream()
            .map(Token::text)
            .filter(m -> Set.of("public", "internal", "private", "protected", "static").contains(m))
            .collect(Collectors.joining(" "));
    return (modifiers.isEmpty() ? "" : modifiers + " ")
        + (isPlain && isPlainAwaited() ? "async " : "")
        + (isPlain
            ? code.of(method.returnType().span())
            : outputType(isSingle ? singleType() : outputClass.orElseThrow().name()))
        + " "
        + adapterName()
        + "("
        + parameters()
        + ")";
  }

  private String outputType(String result) {
    return isAwaited() ? "async " + taskOf(result) : result;
  }

  private boolean isAwaited() {
    return returned.isTask();
  }

  private String parameters() {
    return Stream.concat(
            function.parameters().stream()
                .filter(parameter -> !FunctionPlan.isOutput(parameter))
                .map(parameter -> code.of(parameter.syntax().span())),
            plan.usesSender() ? Stream.of("FunctionContext " + contextName()) : Stream.empty())
        .collect(Collectors.joining(", "));
  }

  /** The task type as the method writes it, with another value. */
  private String taskOf(String result) {
    TypeSyntax type = method.returnType();
    Token name = type.nameParts().get(type.nameParts().size() - 1).identifier();
    String qualifier = code.of(new Span(type.span().start(), name.span().start()));
    // The worker finds outputs in the value of a Task only (core-model 2.1).
    return qualifier + "Task<" + result + ">";
  }

  private String call() {
    String call =
        (returned.isTask() ? "await " : "") + method.identifier().text() + "(" + arguments() + ");";
    return (usesResult() ? "var " + resultName() + " = " + call : call) + sent();
  }

  /** What is sent behind the call by clients of the SDK. */
  private String sent() {
    StringBuilder text = new StringBuilder();
    plan.returnOutput()
        .filter(binding -> plan.returnType().orElseThrow().verdict() == Verdict.SENDER)
        .map(binding -> SenderText.of(function, binding, conversion.app().code()))
        .ifPresent(sender -> text.append(sender.sending(contextName(), resultName(), isAwaited())));
    plan.outputParameters().stream()
        .filter(p -> FunctionPlan.typeOf(p).orElseThrow().verdict() == Verdict.SENDER)
        .map(p -> p.syntax().identifier().text())
        .map(name -> SenderText.flushing(name, isAwaited()))
        .forEach(text::append);
    return text.toString();
  }

  private String arguments() {
    return function.parameters().stream().map(this::argument).collect(Collectors.joining(", "));
  }

  private String argument(FunctionParameter parameter) {
    String name = parameter.syntax().identifier().text();
    if (FunctionPlan.isAdapted(parameter)) {
      return adapted(parameter, FunctionPlan.typeOf(parameter).orElseThrow(), name);
    }
    return parameter.syntax().hasModifier("out") ? "out var " + name : name;
  }

  private String adapted(FunctionParameter parameter, BindingType row, String name) {
    if (row.verdict() == Verdict.AWAIT) {
      return isAwaited()
          ? "await " + row.value(name)
          : row.value(name) + ".GetAwaiter().GetResult()";
    }
    if (row.verdict() != Verdict.ARRAY) {
      return row.value(name);
    }
    boolean isList = parameter.typeName().orElse("").startsWith("System.Collections.Generic.List<");
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    return isList ? "new " + original.of(type.span()) + "(" + name + ")" : name;
  }

  private boolean usesResult() {
    return returned.hasValue() && (function.isHttp() || plan.returnOutput().isPresent());
  }

  private String resultName() {
    Set<String> taken =
        function.parameters().stream().map(FunctionParameter::name).collect(Collectors.toSet());
    return free("result", taken);
  }

  private OutputClass outputClass() {
    List<Property> properties = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(outputClassName()));
    if (function.isHttp()) {
      names.add("Result");
      properties.add(new Property("[HttpResult]", "IActionResult", "Result", response()));
    }
    plan.returnOutput()
        .ifPresent(
            binding ->
                properties.add(
                    new Property(
                        "[" + code.of(binding.attribute().orElseThrow().span()) + "]",
                        returnedType(),
                        added("Returned", names),
                        returnedValue())));
    for (FunctionParameter parameter : plan.outputParameters()) {
      properties.add(
          new Property(
              outputAttribute(parameter),
              type(parameter),
              added(capitalized(parameter.name()), names),
              value(parameter)));
    }
    return new OutputClass(outputClassName(), properties, isNullChecked() ? " = default!;" : "");
  }

  private String returnedType() {
    BindingType row = plan.returnType().orElseThrow();
    return switch (row.verdict()) {
      case TEXT -> code.of(returned.valueType().span()) + "[]";
      case SENDER -> "string";
      case ADAPT -> row.worker();
      default -> code.of(returned.valueType().span());
    };
  }

  private String returnedValue() {
    BindingType row = plan.returnType().orElseThrow();
    return switch (row.verdict()) {
      case TEXT -> inList(resultName());
      case ADAPT -> row.value(resultName());
      case SENDER -> nothing();
      default -> resultName();
    };
  }

  private static String inList(String name) {
    return name + " == null ? null : new[] { " + name + " }";
  }

  /** In-process, a function whose value goes to a queue answers 200 with or without a message. */
  private String response() {
    if (plan.returnOutput().isPresent()) {
      return "new OkResult()";
    }
    if (!returned.hasValue()) {
      return "HttpResults.From(null)";
    }
    return mapsResult() ? "HttpResults.From(" + resultName() + ")" : resultName();
  }

  private String type(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    if (row.verdict() == Verdict.SENDER) {
      return "string";
    }
    if (parameter.isCollector()) {
      return (row.verdict() == Verdict.ADAPT ? row.worker() : itemType(parameter)) + "[]";
    }
    if (row.verdict() == Verdict.ADAPT) {
      return row.worker();
    }
    String written = code.of(parameter.syntax().type().orElseThrow().span());
    return row.verdict() == Verdict.TEXT ? written + "[]" : written;
  }

  private String itemType(FunctionParameter parameter) {
    return itemType(parameter, code);
  }

  private static String itemType(FunctionParameter parameter, CollapsedText text) {
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    return text.of(type.typeArguments().get(0).span());
  }

  private String value(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    String name = parameter.syntax().identifier().text();
    boolean isAdapted = row.verdict() == Verdict.ADAPT;
    if (row.verdict() == Verdict.SENDER) {
      return nothing();
    }
    if (parameter.isCollector()) {
      return isAdapted
          ? "System.Array.ConvertAll(" + name + ".ToArray(), item => " + row.value("item") + ")"
          : name + ".ToArray()";
    }
    if (isAdapted) {
      return row.value(name);
    }
    return row.verdict() == Verdict.TEXT ? inList(name) : name;
  }

  private String nothing() {
    return isNullChecked() ? "null!" : "null";
  }

  private boolean isNullChecked() {
    return conversion.app().project().nullable().filter("enable"::equals).isPresent();
  }

  private String adapterName() {
    return free(method.identifier().identifier() + "Function", memberNames());
  }

  private String outputClassName() {
    return free(method.identifier().identifier() + "Output", memberNames());
  }

  /** Names that a new member of the class must not have. */
  private Set<String> memberNames() {
    TypeDeclaration type = method.containingType().orElseThrow();
    Set<String> taken = new HashSet<>();
    for (TypeDeclaration part : conversion.app().code().parts(type)) {
      part.members().forEach(member -> taken.addAll(MemberNames.of(member)));
      taken.add(part.identifier().identifier());
    }
    return taken;
  }

  private static String added(String wanted, Set<String> names) {
    String name = free(wanted, names);
    names.add(name);
    return name;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private static String capitalized(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toUpperCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }
}
