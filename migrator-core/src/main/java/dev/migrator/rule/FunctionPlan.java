package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.BindingType.Verdict;
import dev.migrator.source.Span;
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
  private final List<AttributeList> movedLists;

  private FunctionPlan(Function function, NameResolver names) {
    this.function = function;
    this.movedLists = needsAdapter() ? movedLists(function, names) : List.of();
  }

  public static FunctionPlan of(Function function, NameResolver names) {
    return new FunctionPlan(function, names);
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
   * Collectors, {@code out}, {@code ref}, every output beside an HTTP trigger, and values of other
   * types than the worker has.
   */
  public boolean needsAdapter() {
    return hasOutputs() || function.parameters().stream().anyMatch(FunctionPlan::isAdapted);
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
