package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.BindingType.Verdict;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeList;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the outputs of one function move: with its method, or by an adapter beside it. Every rule
 * asks here, so that no two rules answer differently.
 */
public final class FunctionPlan {
  private static final BindingTypes TYPES = BindingTypes.standard();

  private final Function function;
  private final boolean needsOtherName;
  private final List<FunctionParameter> outputParameters;
  private final List<FunctionParameter> workerOutputs;
  private final List<AttributeList> movedLists;
  private final NameResolver names;
  private final CodeBase code;

  private FunctionPlan(Function function, CodeBase code) {
    this.function = function;
    this.names = code.names();
    this.code = code;
    this.needsOtherName = needsOtherName(function, code);
    this.outputParameters = function.parameters().stream().filter(FunctionPlan::isOutput).toList();
    this.workerOutputs =
        outputParameters.stream()
            .filter(p -> typeOf(p).filter(BindingType::isOutsideOfTheWorker).isEmpty())
            .toList();
    this.movedLists = needsAdapter() ? movedLists(function, code.names()) : List.of();
  }

  public static FunctionPlan of(Function function, CodeBase code) {
    return new FunctionPlan(function, code);
  }

  /** The worker finds a method by its name alone, and takes no keyword for one. */
  private static boolean needsOtherName(Function function, CodeBase code) {
    return code.isOverloaded(function.method())
        || function.method().identifier().text().startsWith("@");
  }

  private static List<AttributeList> movedLists(Function function, NameResolver names) {
    return Stream.concat(
            function.method().attributeLists().stream()
                .filter(list -> !StayingAttributes.containsAll(list, names))
                .filter(list -> list.target().isEmpty() || holdsBinding(list, function)),
            function.parameters().stream()
                .flatMap(p -> p.syntax().attributeLists().stream())
                .filter(list -> !StayingAttributes.containsAll(list, names)))
        .toList();
  }

  /**
   * The attributes of a list that the sources declare. Their code may read them from the method
   * itself, a permission for instance, so they stand at the adapter and stay at the method.
   */
  public List<Attribute> declaredAttributes(AttributeList list) {
    return list.attributes().stream()
        .filter(
            attribute ->
                names.resolveAttribute(attribute).type().filter(TypeSymbol::isDeclared).isPresent())
        .toList();
  }

  /** Other attributes of the return value speak of the method's own value. */
  private static boolean holdsBinding(AttributeList list, Function function) {
    return function.bindings().stream()
        .flatMap(binding -> binding.attribute().stream())
        .anyMatch(attribute -> list.attributes().contains(attribute));
  }

  public Function function() {
    return function;
  }

  /** Parameters that carry an output: collectors, {@code out} and {@code ref}. */
  public List<FunctionParameter> outputParameters() {
    return outputParameters;
  }

  /** Those of them that have an output binding in the worker. */
  public List<FunctionParameter> workerOutputs() {
    return workerOutputs;
  }

  public static boolean isOutput(FunctionParameter parameter) {
    return parameter.isCollector()
        || parameter.isByReference()
        || parameter.binding().map(b -> b.direction() == Direction.OUT).orElse(false)
        || typeOf(parameter).filter(type -> type.verdict() == Verdict.CLIENT).isPresent();
  }

  /** {@code [return: Queue("x")]}. */
  public Optional<Binding> returnOutput() {
    return function.outputs().stream()
        .filter(Binding::isReturn)
        .filter(b -> b.attribute().isPresent())
        .findFirst();
  }

  /** What the worker makes of the value that goes to the output of the return value. */
  public Optional<BindingType> returnType() {
    return returnOutput()
        .flatMap(
            binding ->
                binding
                    .clrType()
                    .map(FunctionPlan::withoutTask)
                    .flatMap(type -> TYPES.of(binding, type)));
  }

  private static String withoutTask(String type) {
    int open = type.indexOf('<');
    return type.startsWith("System.Threading.Tasks.") && open > 0
        ? type.substring(open + 1, type.length() - 1)
        : type;
  }

  /** How the worker supplies a parameter with a binding. */
  public static Optional<BindingType> typeOf(FunctionParameter parameter) {
    return TYPES.of(parameter);
  }

  /** Whether the worker supplies another type than the method takes. */
  public static boolean isAdapted(FunctionParameter parameter) {
    return !isOutput(parameter) && typeOf(parameter).filter(BindingType::isAdapted).isPresent();
  }

  /**
   * Whether a method beside this one is what the runtime calls: for overloads, collectors, {@code
   * out}, {@code ref}, every output beside an HTTP trigger, and values of other types than the
   * worker has.
   */
  public boolean needsAdapter() {
    return needsOtherName
        || hasOutputs()
        || !outputParameters().isEmpty()
        || function.parameters().stream().anyMatch(FunctionPlan::isAdapted);
  }

  /** Whether a client takes the place of an output that the worker does not have. */
  public boolean sendsWithoutBinding() {
    return outputTypes().anyMatch(BindingType::isOutsideOfTheWorker);
  }

  /** Whether messages with properties go through a client of the SDK. */
  public boolean usesSender() {
    return outputTypes()
        .filter(type -> type.verdict() == Verdict.SENDER)
        .anyMatch(type -> type.unless().stream().anyMatch(this::isSet) || addsForPartition());
  }

  /** {@code AddAsync(item, "key")} of event hubs. */
  private boolean addsForPartition() {
    return function
        .method()
        .descendants(Invocation.class)
        .filter(call -> call.target() instanceof MemberAccess a && a.name().is("AddAsync"))
        .map(call -> call.argumentList().arguments())
        .anyMatch(
            arguments ->
                arguments.size() > 1
                    && !arguments.get(1).text().matches("(?i).*(cancel|token|^ct$|default).*"));
  }

  /**
   * Whether the app sets a member of messages, or adds to it; {@code To} alone is a common name.
   */
  private boolean isSet(String member) {
    return code.files().stream()
        .map(CSharpFile::root)
        .anyMatch(
            root ->
                root.descendants(AssignmentExpression.class).anyMatch(a -> isOf(a.left(), member))
                    || root.descendants(Invocation.class).anyMatch(c -> addsTo(c, member)));
  }

  private static boolean isOf(Expression expression, String member) {
    return expression.text().matches("(?s)(.*\\.\\s*)?" + member + "\\s*(\\[.*])?");
  }

  private static boolean addsTo(Invocation call, String member) {
    return call.target() instanceof MemberAccess access
        && access.name().identifier().matches("(Try)?Add")
        && access.target().filter(target -> isOf(target, member)).isPresent();
  }

  /** Whether the adapter makes a client, for which it needs to know the call. */
  public boolean usesContext() {
    return outputTypes().anyMatch(BindingType::needsContext)
        || function.parameters().stream()
            .filter(FunctionPlan::isAdapted)
            .flatMap(parameter -> typeOf(parameter).stream())
            .anyMatch(BindingType::needsContext);
  }

  /** Whether the adapter takes what settles the message, for the value that the method takes. */
  public boolean usesActions() {
    return function.parameters().stream()
        .filter(FunctionPlan::isAdapted)
        .flatMap(parameter -> typeOf(parameter).stream())
        .anyMatch(BindingType::needsActions);
  }

  /** Whether the worker sends an output when the adapter has returned. */
  public boolean hasOutputsOfTheWorker() {
    return hasOutputs() && outputTypes().anyMatch(type -> !type.isClient());
  }

  private Stream<BindingType> outputTypes() {
    return Stream.concat(
        outputParameters().stream().flatMap(parameter -> typeOf(parameter).stream()),
        returnType().stream());
  }

  /** Whether the adapter hands outputs to the worker itself. */
  public boolean hasOutputs() {
    boolean isReturnAdapted =
        returnType()
            .filter(
                type ->
                    type.isAdapted()
                        || type.verdict() == Verdict.SENDER
                        || type.verdict() == Verdict.TEXT && !type.type().equals("System.String"))
            .isPresent();
    return !workerOutputs().isEmpty()
        || isReturnAdapted
        || function.isHttp() && returnOutput().isPresent();
  }

  /** Attribute lists that leave the method and its parameters for the adapter. */
  public List<AttributeList> movedLists() {
    return movedLists;
  }

  /** Whether a place lies in text that moves to the adapter. */
  public boolean moves(Span place) {
    return movedLists.stream().anyMatch(list -> list.span().contains(place));
  }
}
