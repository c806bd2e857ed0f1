package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeSymbol;
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
            function.parameters().stream().flatMap(p -> p.syntax().attributeLists().stream()))
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

  /** Whether a method beside this one is what the runtime calls. */
  public boolean needsAdapter() {
    return needsOtherName || handsOutputs();
  }

  /** Collectors, {@code out}, {@code ref}, and every output beside an HTTP trigger. */
  public boolean handsOutputs() {
    return !outputParameters().isEmpty() || function.isHttp() && returnOutput().isPresent();
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
