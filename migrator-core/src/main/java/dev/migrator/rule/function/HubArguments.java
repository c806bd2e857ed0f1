package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Arguments that the SignalR trigger took from around it and that the worker's attribute names
 * (bindings 1.8).
 */
final class HubArguments {
  private static final String CONNECTION =
      "Microsoft.Azure.WebJobs.Extensions.SignalRService.SignalRConnectionAttribute";

  /** Those of the constructor before the names of the client's arguments. */
  private static final int FIXED = 3;

  private HubArguments() {}

  /** All that the class and the method of a hub say, for an attribute without arguments. */
  static List<String> all(Binding binding) {
    return isTrigger(binding) && binding.properties().containsKey("hubName")
        ? Stream.concat(
                Stream.of("hubName", "category", "event")
                    .map(name -> String.valueOf(binding.properties().get(name))),
                names(binding))
            .map(HubArguments::quoted)
            .toList()
        : List.of();
  }

  /** The names of parameters with an attribute, behind the other arguments. */
  static Optional<Change> more(Binding binding, Attribute attribute) {
    List<AttributeArgument> constructor = attribute.constructorArguments();
    if (!isTrigger(binding) || constructor.size() != FIXED) {
      return Optional.empty();
    }
    String names = names(binding).map(name -> ", " + quoted(name)).collect(Collectors.joining());
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Change(Span.at(constructor.get(FIXED - 1).span().end()), names));
  }

  /** The setting that the class of a hub names, as written. */
  static Optional<String> connection(Function function, Binding binding, CodeBase code) {
    return isTrigger(binding)
        ? function.method().containingType().stream()
            .filter(type -> !all(binding).isEmpty())
            .flatMap(type -> code.parts(type).stream())
            .flatMap(TypeDeclaration::attributes)
            .filter(attribute -> code.names().isAttribute(attribute, CONNECTION))
            .flatMap(attribute -> attribute.constructorArguments().stream())
            .map(argument -> argument.expression().text())
            .findFirst()
        : Optional.empty();
  }

  private static boolean isTrigger(Binding binding) {
    return binding.kind().equals("signalRTrigger");
  }

  private static Stream<String> names(Binding binding) {
    return binding.properties().getOrDefault("parameterNames", List.of()) instanceof List<?> names
        ? names.stream().map(String::valueOf)
        : Stream.empty();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
