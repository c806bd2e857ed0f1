package dev.migrator.model;

import dev.migrator.syntax.csharp.Parameter;
import java.util.Optional;

/**
 * A parameter of a function method.
 *
 * @param syntax where it stands
 * @param typeName full metadata name of its type without {@code ?}, arrays as {@code T[]}, generic
 *     arguments in angle brackets: {@code Microsoft.Azure.WebJobs.IAsyncCollector<Shop.Order>};
 *     empty where it does not resolve
 * @param binding what supplies it; empty for loggers, tokens, route values and the like
 */
public record FunctionParameter(
    Parameter syntax, Optional<String> typeName, Optional<Binding> binding) {

  public String name() {
    return syntax.identifier().identifier();
  }

  public boolean isByReference() {
    return syntax.hasModifier("out") || syntax.hasModifier("ref");
  }

  /** Whether the type is a collector of the in-process model. */
  public boolean isCollector() {
    return typeName
        .map(
            type ->
                type.startsWith("Microsoft.Azure.WebJobs.ICollector<")
                    || type.startsWith("Microsoft.Azure.WebJobs.IAsyncCollector<"))
        .orElse(false);
  }
}
