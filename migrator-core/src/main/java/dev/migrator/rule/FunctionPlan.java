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
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeList;
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
  private final List<AttributeList> movedLists;
  private final NameResolver names;

  private FunctionPlan(Function function, CodeBase code) {
    this.function = function;
    this.names = code.names();
    this.needsOtherName = needsOtherName(function, code);
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
    return function.parameters().stream().filter(FunctionPlan::isOutput).toList();
  }

  public static boolean isOutput(FunctionParameter parameter) {
    return parameter.isCollector()
        || parameter.isByReference()
        || parameter.binding().map(b -> b.direction() == Direction.OUT).orElse(false);
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
                    .flatMap(type -> TYPES.find(binding.kind(), Direction.OUT, type)));
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
        || function.parameters().stream().anyMatch(FunctionPlan::isAdapted);
  }

  /** Whether an output goes through a client of the SDK. */
  public boolean usesSender() {
    return outputTypes().anyMatch(type -> type.verdict() == Verdict.SENDER);
  }

  /** Whether the worker sends an output when the adapter has returned. */
  public boolean hasOutputsOfTheWorker() {
    return hasOutputs() && outputTypes().anyMatch(type -> type.verdict() != Verdict.SENDER);
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
    return !outputParameters().isEmpty()
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
