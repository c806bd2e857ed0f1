package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.render.OutputAdapterModel;
import dev.migrator.render.OutputAdapterModel.Collector;
import dev.migrator.render.OutputAdapterModel.OutputClass;
import dev.migrator.render.OutputAdapterModel.Property;
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

/** Works out the adapter of one function: names that are free, types as the file writes them. */
final class AdapterText {
  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String MVC = "Microsoft.AspNetCore.Mvc";

  private final Conversion conversion;
  private final FunctionPlan plan;
  private final Function function;
  private final MethodDeclaration method;
  private final ReturnedValues returned;
  private final CollapsedText code;

  AdapterText(Conversion conversion, FunctionPlan plan, List<Change> nameChanges) {
    this.conversion = conversion;
    this.plan = plan;
    this.function = plan.function();
    this.method = function.method();
    this.returned = ReturnedValues.of(method, conversion.app().code().names());
    this.code = new CollapsedText(method.file(), changes(nameChanges));
  }

  private List<Change> changes(List<Change> nameChanges) {
    List<Change> changes = new ArrayList<>(nameChanges);
    TriggerArguments arguments = new TriggerArguments(conversion.app().code().constants());
    for (Binding binding : function.bindings()) {
      binding
          .attribute()
          .ifPresent(attribute -> changes.addAll(arguments.of(binding.kind(), attribute)));
    }
    return changes;
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

  /** Bytes in a list leave the worker as base64 text. */
  private static boolean isSendable(FunctionParameter parameter) {
    String type = parameter.typeName().orElse("");
    boolean isBytes = type.endsWith("<System.Byte[]>") || type.equals("System.Byte[][]");
    return parameter.binding().isPresent()
        && !isBytes
        && (parameter.isCollector() || parameter.syntax().hasModifier("out"));
  }

  /** Usings and parts that the adapter's own text needs. */
  List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    String path = method.file().source().path();
    needs.add(new Need.Using(path, WORKER));
    if (function.isHttp() && plan.handsOutputs()) {
      needs.add(new Need.Using(path, MVC));
    }
    if (mapsResult() || hasCollectors()) {
      needs.add(new Need.Using(path, conversion.compatibilityNamespace()));
    }
    if (returned.isTask() && plan.handsOutputs()) {
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

  /** A response that may be something else than an action result. */
  private boolean mapsResult() {
    return plan.handsOutputs()
        && function.isHttp()
        && plan.returnOutput().isEmpty()
        && !returned.isAlwaysActionResult();
  }

  String render() {
    return plan.handsOutputs() ? outputs() : forwarded();
  }

  /** The same method under a name of its own. */
  private String forwarded() {
    List<String> attributes = attributes(false);
    plan.returnOutput()
        .flatMap(Binding::attribute)
        .ifPresent(attribute -> attributes.add("[" + code.of(attribute.span()) + "]"));
    String call = (method.returnType().text().equals("void") ? "" : "return ") + invocation() + ";";
    String declaration = declaration(code.of(method.returnType().span()));
    return new OutputAdapterModel(attributes, declaration, List.of(), call, null, "").text();
  }

  private String outputs() {
    List<FunctionParameter> outputs = plan.outputParameters();
    boolean isSingle = !function.isHttp() && outputs.size() == 1 && plan.returnOutput().isEmpty();
    Optional<OutputClass> outputClass = isSingle ? Optional.empty() : Optional.of(outputClass());
    String single = isSingle ? value(outputs.get(0)) : "";
    String result = isSingle ? type(outputs.get(0)) : outputClass.orElseThrow().name();
    return new OutputAdapterModel(
            attributes(isSingle),
            declaration(returned.isTask() ? taskOf(result) : result),
            outputs.stream()
                .filter(FunctionParameter::isCollector)
                .map(p -> new Collector(p.syntax().identifier().text(), itemType(p)))
                .toList(),
            call(),
            outputClass.orElse(null),
            single)
        .text();
  }

  private List<String> attributes(boolean isSingle) {
    List<String> lines =
        plan.movedLists().stream()
            .filter(list -> method.attributeLists().contains(list))
            .filter(list -> !isReturn(list))
            .map(list -> code.of(list.span()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (isSingle) {
      lines.add(outputAttribute(plan.outputParameters().get(0)));
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

  private String declaration(String returnType) {
    String modifiers =
        method.modifiers().stream()
            .map(Token::text)
            .filter(m -> Set.of("public", "internal", "private", "protected", "static").contains(m))
            .collect(Collectors.joining(" "));
    String parameters =
        function.parameters().stream()
            .filter(parameter -> !FunctionPlan.isOutput(parameter))
            .map(parameter -> code.of(parameter.syntax().span()))
            .collect(Collectors.joining(", "));
    return (modifiers.isEmpty() ? "" : modifiers + " ")
        + (returned.isTask() && plan.handsOutputs() ? "async " : "")
        + returnType
        + " "
        + adapterName()
        + "("
        + parameters
        + ")";
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
    String call = (returned.isTask() ? "await " : "") + invocation() + ";";
    return usesResult() ? "var " + resultName() + " = " + call : call;
  }

  private String invocation() {
    String arguments =
        function.parameters().stream().map(AdapterText::argument).collect(Collectors.joining(", "));
    return method.identifier().text() + "(" + arguments + ")";
  }

  private static String argument(FunctionParameter parameter) {
    String name = parameter.syntax().identifier().text();
    return parameter.syntax().hasModifier("out") ? "out var " + name : name;
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
                        isText(binding) ? "string[]" : code.of(returned.valueType().span()),
                        added("Returned", names),
                        isText(binding) ? inList(resultName()) : resultName())));
    for (FunctionParameter parameter : plan.outputParameters()) {
      properties.add(
          new Property(
              outputAttribute(parameter),
              type(parameter),
              added(capitalized(parameter.name()), names),
              value(parameter)));
    }
    boolean isNullable = conversion.app().project().nullable().filter("enable"::equals).isPresent();
    return new OutputClass(outputClassName(), properties, isNullable ? " = default!;" : "");
  }

  private boolean isText(Binding binding) {
    return returned.isText() && !binding.kind().equals("blob");
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
    if (parameter.isCollector()) {
      return itemType(parameter) + "[]";
    }
    String written = code.of(parameter.syntax().type().orElseThrow().span());
    return isSplitText(parameter) ? written + "[]" : written;
  }

  /** The host splits a text that is a JSON array into messages, but not an element of a list. */
  private static boolean isSplitText(FunctionParameter parameter) {
    return parameter.typeName().filter("System.String"::equals).isPresent()
        && parameter.binding().filter(b -> !b.kind().equals("blob")).isPresent();
  }

  private String itemType(FunctionParameter parameter) {
    TypeSyntax type = parameter.syntax().type().orElseThrow();
    return code.of(type.typeArguments().get(0).span());
  }

  private static String value(FunctionParameter parameter) {
    String name = parameter.syntax().identifier().text();
    if (parameter.isCollector()) {
      return name + ".ToArray()";
    }
    return isSplitText(parameter) ? inList(name) : name;
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
