package dev.migrator.model;

import dev.migrator.source.Location;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A method that a trigger starts.
 *
 * @param name as callers see it; empty where the argument of the attribute is no constant that can
 *     be told
 * @param nameAttribute {@code [FunctionName]} or {@code [Function]}
 * @param method the method that carries it
 * @param parameters in order
 * @param bindings trigger, inputs and outputs in the order of parameters, return value, implicit
 *     response
 * @param facts what is no binding: {@code retry} (text), {@code disabled} (true or the setting),
 *     {@code singleton}, {@code timeout}, {@code binder} (names of {@code IBinder} parameters); a
 *     {@link Binding.UnresolvedValue} where a value cannot be told
 * @param unresolvedAttributes attributes where bindings stand whose type cannot be told, in source
 *     order
 * @param mayHaveTrigger of a function without a trigger, whether a parameter has what an extension
 *     that the tables do not know may take for one: by its name, and no attribute of the worker,
 *     which the in-process host does not look at
 * @param problems things about the function that a person should read, in English
 */
public record Function(
    Optional<String> name,
    Attribute nameAttribute,
    MethodDeclaration method,
    List<FunctionParameter> parameters,
    List<Binding> bindings,
    SortedMap<String, Object> facts,
    List<Attribute> unresolvedAttributes,
    boolean mayHaveTrigger,
    List<String> problems) {

  private static final Set<String> CLASSES = Set.of("class", "record");

  public Function {
    parameters = List.copyOf(parameters);
    bindings = List.copyOf(bindings);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    unresolvedAttributes = List.copyOf(unresolvedAttributes);
    problems = List.copyOf(problems);
  }

  public CSharpFile file() {
    return method.file();
  }

  /** The name, or the method's where it does not resolve. */
  public String displayName() {
    return name.orElseGet(() -> method.identifier().identifier());
  }

  /** Where the name of the method stands. */
  public Location location() {
    return file().source().location(method.identifier().span().start());
  }

  /** The one trigger; empty where there is none or more than one. */
  public Optional<Binding> trigger() {
    List<Binding> triggers = bindings.stream().filter(Binding::isTrigger).toList();
    return triggers.size() == 1 ? Optional.of(triggers.get(0)) : Optional.empty();
  }

  public boolean isHttp() {
    return trigger().map(t -> t.kind().equals("httpTrigger")).orElse(false);
  }

  /** Whether the class stands in another one: such a function never ran in-process. */
  public boolean isNested() {
    return method.containingType().flatMap(TypeDeclaration::containingType).isPresent();
  }

  /** Whether only a person starts it: {@code [NoAutomaticTrigger]}. */
  public boolean isManual() {
    return bindings.stream().anyMatch(Binding::isManual);
  }

  /**
   * Why the in-process host never started it, in words that follow "it"; empty for a function that
   * ran, or of which it cannot be told.
   */
  public Optional<String> neverRan() {
    Optional<TypeDeclaration> holder = method.containingType();
    if (isNested()) {
      return Optional.of("stands in a nested class");
    }
    if (!method.typeParameters().isEmpty()) {
      return Optional.of("is generic");
    }
    if (holder.filter(type -> !type.typeParameters().isEmpty()).isPresent()) {
      return Optional.of("stands in a generic class");
    }
    if (holder.filter(type -> !CLASSES.contains(type.keyword())).isPresent()) {
      return Optional.of("stands in a type that is no class");
    }
    if (bindings.stream().anyMatch(binding -> binding.isManual() && binding.name().isEmpty())) {
      return Optional.of("has no trigger but a person, and no text alone that it could take");
    }
    long triggers = bindings.stream().filter(Binding::isTrigger).count();
    if (triggers > 1) {
      return Optional.of("has several triggers");
    }
    return triggers == 0 && unresolvedAttributes.isEmpty() && !mayHaveTrigger
        ? Optional.of("has no trigger")
        : Optional.empty();
  }

  /** Outputs other than the HTTP response. */
  public List<Binding> outputs() {
    return bindings.stream()
        .filter(b -> b.direction() == Direction.OUT && !b.kind().equals("http"))
        .toList();
  }
}
