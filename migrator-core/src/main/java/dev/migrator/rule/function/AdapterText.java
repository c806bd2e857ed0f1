package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.render.OutputAdapterModel;
import dev.migrator.render.OutputAdapterModel.Local;
import dev.migrator.render.OutputAdapterModel.OutputClass;
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
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out the adapter of one function: names that are free, types as the file writes them. */
final class AdapterText {
  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final Set<String> ANSWERED = Set.of("webPubSubTrigger", "signalRTrigger");
  private static final String CONNECTIONS = "connections";
  private static final String MVC = "Microsoft.AspNetCore.Mvc";

  private final Conversion conversion;
  private final FunctionPlan plan;
  private final Function function;
  private final MethodDeclaration method;
  private final ReturnedValues returned;
  private final CollapsedText original;
  private final CollapsedText code;
  private final AdapterNames names;
  private final AdapterOutputs outputs;

  AdapterText(Conversion conversion, FunctionPlan plan, List<Change> nameChanges) {
    this.conversion = conversion;
    this.plan = plan;
    this.function = plan.function();
    this.method = function.method();
    this.returned = ReturnedValues.of(method, conversion.app().code().names());
    this.original = new CollapsedText(method.file(), nameChanges, List.of());
    this.code =
        new CollapsedText(
            method.file(),
            changes(nameChanges),
            plan.movedLists().stream().map(AttributeList::span).toList());
    this.names = new AdapterNames(function, conversion.app().code());
    this.outputs =
        new AdapterOutputs(
            plan,
            returned,
            code,
            names,
            conversion.app().project().nullable().filter("enable"::equals).isPresent());
  }

  private List<Change> changes(List<Change> nameChanges) {
    List<Change> changes = new ArrayList<>(nameChanges);
    CodeBase app = conversion.app().code();
    for (Binding binding : function.bindings()) {
      changes.addAll(BindingArguments.changes(function, binding, app));
    }
    changes.addAll(ScheduleTypes.of(conversion.app()).changes(function));
    changes.addAll(AccountAttributes.changes(plan, app));
    changes.addAll(HostAttributes.changes(plan, app));
    changes.addAll(RefusedRetries.changes(plan, app));
    changes.addAll(SignalRParameters.changes(plan, app));
    function.parameters().stream()
        .filter(FunctionPlan::isAdapted)
        .filter(parameter -> !isOfTrigger(parameter))
        .forEach(parameter -> workerType(parameter, changes));
    return changes;
  }

  /** The adapter takes the type that the worker supplies. */
  private void workerType(FunctionParameter parameter, List<Change> changes) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    changes.removeIf(change -> type.span().contains(change.span()));
    String worker =
        row.verdict() == Verdict.ARRAY
            ? AdapterOutputs.itemType(parameter, original) + "[]"
            : row.worker();
    changes.add(new Change(type.span(), worker));
  }

  /** Why no adapter can be written; empty when it can. */
  Optional<String> problem() {
    if (method.containingType().isEmpty()) {
      return Optional.of("stands outside of a type");
    }
    boolean isUnknown = plan.returnOutput().isPresent() && plan.returnType().isEmpty();
    if (isUnknown || plan.returnType().filter(BindingType::isOutsideOfTheWorker).isPresent()) {
      return Optional.of("returns a value that the worker has no binding for");
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

  /**
   * Whether the method answers beside its outputs. All that it returns becomes outputs, so that the
   * answer is kept for a middleware around that.
   *
   * <p>The host gives the value back to whom the trigger stands for (TriggerHandlesReturnValue); a
   * connection that opens or closes has nobody who waits for one (SignalRConnectMethodExecutor and
   * SignalRDisconnectMethodExecutor of the extension look at the success alone).
   */
  private boolean answersBesideOutputs() {
    return plan.hasOutputs()
        && returned.hasValue()
        && plan.returnOutput().isEmpty()
        && function
            .trigger()
            .filter(trigger -> ANSWERED.contains(trigger.kind()))
            .filter(trigger -> !CONNECTIONS.equals(trigger.properties().get("category")))
            .isPresent();
  }

  private static boolean isSendable(FunctionParameter parameter) {
    Optional<BindingType> type = FunctionPlan.typeOf(parameter);
    boolean isOut = parameter.syntax().hasModifier("out");
    return type.filter(row -> row.verdict() != Verdict.NO).isPresent()
        && (parameter.isCollector()
            || isOut
            || type.filter(row -> row.verdict() == Verdict.CLIENT || !row.creation().isEmpty())
                .isPresent());
  }

  /** Usings and parts that the adapter's own text needs. */
  List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    String path = method.file().source().path();
    needs.add(new Need.Using(path, WORKER));
    if (function.isHttp() && plan.hasOutputs()) {
      needs.add(new Need.Using(path, MVC));
    }
    if (outputs.mapsResult() || hasCollectors() || usesCompatibility()) {
      needs.add(new Need.Using(path, conversion.generatedNamespace()));
    }
    if (returned.isTask() && plan.hasOutputs()) {
      needs.add(new Need.Using(path, "System.Threading.Tasks"));
    }
    if (answersBesideOutputs()) {
      needs.add(new Need.Compatibility(CompatibilityPart.TRIGGER_ANSWERS, function.displayName()));
    }
    if (outputs.mapsResult()) {
      needs.add(new Need.Compatibility(CompatibilityPart.RESULT_MAPPING, function.displayName()));
    }
    return needs;
  }

  private boolean hasCollectors() {
    return plan.outputParameters().stream().anyMatch(FunctionParameter::isCollector);
  }

  private boolean usesCompatibility() {
    return plan.usesContext()
        || answersBesideOutputs()
        || function.parameters().stream()
            .filter(FunctionPlan::isAdapted)
            .flatMap(p -> FunctionPlan.typeOf(p).stream())
            .anyMatch(row -> !row.parts().isEmpty());
  }

  String render() {
    List<FunctionParameter> sent = plan.outputParameters();
    boolean isPlain = !plan.hasOutputs();
    boolean isSingle =
        !isPlain
            && !function.isHttp()
            && !answersBesideOutputs()
            && plan.workerOutputs().size() + (plan.returnOutput().isPresent() ? 1 : 0) == 1;
    Optional<OutputClass> outputClass =
        isPlain || isSingle
            ? Optional.empty()
            : Optional.of(outputs.outputClass(answersBesideOutputs() ? "Output" : ""));
    return new OutputAdapterModel(
            attributes(isPlain, isSingle),
            declaration(isPlain, isSingle, outputClass),
            Stream.concat(
                    sent.stream()
                        .filter(p -> !p.syntax().hasModifier("out"))
                        .map(p -> new Local(p.syntax().identifier().text(), creation(p))),
                    saved().map(p -> new Local(savedName(p), value(p))))
                .toList(),
            isPlain ? plainCall() : call(),
            outputClass.orElse(null),
            isSingle ? outputs.singleValue() : "")
        .text();
  }

  private String creation(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    if (row.isClient()) {
      return created(row, parameter);
    }
    return parameter.isCollector()
        ? "new OutputCollector<" + outputs.itemType(parameter) + ">()"
        : row.creation();
  }

  /** The type of one value where that has arguments itself; the names around it move along. */
  private String itself(FunctionParameter parameter) {
    String written = code.of(parameter.syntax().type().orElseThrow().span());
    String text = FunctionPlan.isAdapted(parameter) ? methodType(parameter) : written;
    return text.endsWith("[]") ? text.substring(0, text.length() - 2) : text;
  }

  private String methodType(FunctionParameter parameter) {
    return original.of(parameter.syntax().type().orElseThrow().span());
  }

  private String triggerName() {
    return function.parameters().stream()
        .filter(p -> p.binding().filter(Binding::isTrigger).isPresent())
        .map(p -> p.syntax().identifier().text())
        .findFirst()
        .orElse("");
  }

  /** Of the parameter, or the trigger that it belongs to. */
  private Binding bindingOf(FunctionParameter parameter) {
    return parameter
        .binding()
        .or(() -> function.bindings().stream().filter(Binding::isTrigger).findFirst())
        .orElseThrow();
  }

  private SenderText client(BindingType row, Binding binding) {
    return SenderText.of(row, function, binding, conversion.app().code());
  }

  /** Parameters whose changes are saved when the method has succeeded. */
  private Stream<FunctionParameter> saved() {
    return function.parameters().stream()
        .filter(FunctionPlan::isAdapted)
        .filter(p -> FunctionPlan.typeOf(p).orElseThrow().verdict() == Verdict.SAVE);
  }

  private static String savedName(FunctionParameter parameter) {
    return parameter.name() + "Saved";
  }

  private String saving() {
    return saved()
        .map(p -> "\n    " + awaited(savedName(p) + ".SaveAsync()") + ";")
        .collect(Collectors.joining());
  }

  /** The method's own value goes on as it is. */
  private String plainCall() {
    String call = method.identifier().text() + "(" + arguments() + ");";
    String saving = saving() + sent();
    if (!saving.isEmpty()) {
      String made = isAwaited() ? "await " + call : call;
      return returned.hasValue()
          ? "var "
              + names.resultName()
              + " = "
              + made
              + saving
              + "\n    return "
              + names.resultName()
              + ";"
          : made + saving;
    }
    if (isPlainAwaited()) {
      return (returned.hasValue() ? "return await " : "await ") + call;
    }
    return returned.isVoid() ? call : "return " + call;
  }

  /** Whether the adapter waits for an argument. */
  private boolean isPlainAwaited() {
    return isAwaited()
        && (!plan.outputParameters().isEmpty()
            || function.parameters().stream()
                .filter(FunctionPlan::isAdapted)
                .flatMap(p -> FunctionPlan.typeOf(p).stream())
                .anyMatch(row -> row.verdict() == Verdict.AWAIT || row.verdict() == Verdict.SAVE));
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
              plan.workerOutputs().stream()
                  .flatMap(p -> p.binding().flatMap(Binding::attribute).stream()))
          .map(attribute -> "[" + code.of(attribute.span()) + "]")
          .forEach(lines::add);
    }
    return lines;
  }

  private static boolean isReturn(AttributeList list) {
    return list.target().map(target -> target.is("return")).orElse(false);
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
            : outputType(isSingle ? outputs.singleType() : outputClass.orElseThrow().name()))
        + " "
        + names.adapterName()
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
    List<String> parameters =
        function.parameters().stream()
            .filter(parameter -> !FunctionPlan.isOutput(parameter))
            .filter(parameter -> !isOfTrigger(parameter))
            .map(parameter -> code.of(parameter.syntax().span()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (plan.usesActions()) {
      parameters.add("ServiceBusMessageActions " + names.actionsName());
    }
    if (plan.usesContext() || answersBesideOutputs()) {
      parameters.add("FunctionContext " + names.contextName());
    }
    return String.join(", ", parameters);
  }

  private static boolean isOfTrigger(FunctionParameter parameter) {
    return FunctionPlan.typeOf(parameter).filter(BindingType::isOfTrigger).isPresent();
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
    return (usesResult() ? "var " + names.resultName() + " = " + call : call)
        + saving()
        + sent()
        + answer();
  }

  private String answer() {
    return answersBesideOutputs()
        ? "\n    TriggerAnswers.Keep(" + names.contextName() + ", " + names.resultName() + ");"
        : "";
  }

  /** What is sent behind the call by clients of the SDK. */
  private String sent() {
    StringBuilder text = new StringBuilder();
    plan.returnOutput()
        .filter(binding -> plan.returnType().orElseThrow().verdict() == Verdict.SENDER)
        .map(
            binding ->
                client(plan.returnType().orElseThrow(), binding)
                    .creation(names.contextName())
                    .replace("{type}", returnedElement()))
        .ifPresent(
            sender ->
                text.append(
                    SenderText.sending("returned", sender, names.resultName(), isAwaited())));
    plan.outputParameters().stream()
        .filter(p -> FunctionPlan.typeOf(p).orElseThrow().verdict() == Verdict.SENDER)
        .map(this::sentBehind)
        .forEach(text::append);
    return text.toString();
  }

  /** A collector is flushed; a value of the method is sent. */
  private String sentBehind(FunctionParameter parameter) {
    String name = parameter.syntax().identifier().text();
    return parameter.syntax().hasModifier("out")
        ? SenderText.sending(
            name + "Client",
            created(FunctionPlan.typeOf(parameter).orElseThrow(), parameter),
            name,
            isAwaited())
        : SenderText.flushing(name, isAwaited());
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
    if (row.verdict() == Verdict.SAVE) {
      return savedName(parameter) + ".Value";
    }
    if (row.verdict() != Verdict.ARRAY) {
      return value(parameter);
    }
    boolean isList = parameter.typeName().orElse("").startsWith("System.Collections.Generic.List<");
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    return isList ? "new " + original.of(type.span()) + "(" + name + ")" : name;
  }

  private String returnedElement() {
    return original.of(returned.valueType().span());
  }

  private String created(BindingType row, FunctionParameter parameter) {
    return client(row, bindingOf(parameter))
        .creation(names.contextName())
        .replace("{p}", parameter.syntax().identifier().text())
        .replace("{trigger}", triggerName())
        .replace("{actions}", names.actionsName())
        .replace("{itself}", itself(parameter))
        .replace("{type}", AdapterOutputs.elementType(parameter, original));
  }

  /** The worker's value as the type of the method. */
  private String value(FunctionParameter parameter) {
    BindingType row = FunctionPlan.typeOf(parameter).orElseThrow();
    String value = created(row, parameter);
    return row.verdict() == Verdict.ADAPT ? outputs.checked(value) : awaited(value);
  }

  private String awaited(String task) {
    return isAwaited() ? "await " + task : task + ".GetAwaiter().GetResult()";
  }

  private boolean usesResult() {
    return returned.hasValue()
        && (function.isHttp() || plan.returnOutput().isPresent() || answersBesideOutputs());
  }
}
