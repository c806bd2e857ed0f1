package dev.migrator.model;

import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import java.util.List;
import java.util.Optional;

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
 */
public record Function(
    Optional<String> name,
    Attribute nameAttribute,
    MethodDeclaration method,
    List<FunctionParameter> parameters,
    List<Binding> bindings) {

  public Function {
    parameters = List.copyOf(parameters);
    bindings = List.copyOf(bindings);
  }

  public CSharpFile file() {
    return method.file();
  }

  /** The name, or the method's where it does not resolve. */
  public String displayName() {
    return name.orElseGet(() -> method.identifier().identifier());
  }

  /** The one trigger; empty where there is none or more than one. */
  public Optional<Binding> trigger() {
    List<Binding> triggers = bindings.stream().filter(Binding::isTrigger).toList();
    return triggers.size() == 1 ? Optional.of(triggers.get(0)) : Optional.empty();
  }

  public boolean isHttp() {
    return trigger().map(t -> t.kind().equals("httpTrigger")).orElse(false);
  }

  /** Outputs other than the HTTP response. */
  public List<Binding> outputs() {
    return bindings.stream()
        .filter(b -> b.direction() == Direction.OUT && !b.kind().equals("http"))
        .toList();
  }
}
