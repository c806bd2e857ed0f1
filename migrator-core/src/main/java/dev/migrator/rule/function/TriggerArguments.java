package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.rule.Removal;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.LiteralExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What changes in the arguments of HTTP triggers; names of types are not its business. */
final class TriggerArguments {
  private final ConstantEvaluator constants;

  TriggerArguments(ConstantEvaluator constants) {
    this.constants = constants;
  }

  /**
   * {@code [HttpTrigger("get")]} to {@code [HttpTrigger(AuthorizationLevel.Function, "get")]}: the
   * level stays what it was, and code that reads the attribute sees it (core-model 3.1); null for
   * the methods goes (AZFW0013); a route loses its leading slash (T42).
   */
  List<Change> http(Attribute attribute) {
    List<Change> changes = new ArrayList<>();
    List<AttributeArgument> arguments = attribute.constructorArguments();
    boolean levelOmitted = arguments.isEmpty() || isTextOrNull(arguments.get(0));
    if (levelOmitted) {
      changes.add(levelInserted(attribute));
    }
    Stream.concat(
            arguments.stream().skip(levelOmitted ? 0 : 1).filter(TriggerArguments::isNull),
            attribute.arguments().stream()
                .filter(a -> a.propertyName().filter(n -> n.is("WebHookType")).isPresent()))
        .map(argument -> new Change(Removal.withSeparator(argument, attribute.arguments()), ""))
        .forEach(changes::add);
    attribute.named("Route").ifPresent(route -> slashDropped(route.span(), attribute, changes));
    return changes;
  }

  private boolean isTextOrNull(AttributeArgument argument) {
    return isNull(argument) || constants.evaluate(argument.expression()).text().isPresent();
  }

  private static boolean isNull(AttributeArgument argument) {
    return argument.expression().text().equals("null");
  }

  private static Change levelInserted(Attribute attribute) {
    String level = "AuthorizationLevel.Function";
    int nameEnd = attribute.name().span().end();
    if (!attribute.hasArgumentList()) {
      return new Change(Span.at(nameEnd), "(" + level + ")");
    }
    boolean isOnlyNull =
        attribute.arguments().size() == 1
            && attribute.constructorArguments().stream().allMatch(TriggerArguments::isNull)
            && attribute.constructorArguments().size() == 1;
    boolean last = attribute.arguments().isEmpty() || isOnlyNull;
    int open = attribute.file().source().text().indexOf('(', nameEnd) + 1;
    return new Change(Span.at(open), last ? level : level + ", ");
  }

  private static void slashDropped(Span route, Attribute attribute, List<Change> changes) {
    Optional<LiteralExpression> literal =
        attribute
            .named("Route")
            .filter(LiteralExpression.class::isInstance)
            .map(LiteralExpression.class::cast);
    boolean starts =
        literal.flatMap(LiteralExpression::stringValue).map(v -> v.startsWith("/")).orElse(false);
    if (starts) {
      int slash = attribute.file().source().text().indexOf('/', route.start());
      changes.add(new Change(new Span(slash, slash + 1), ""));
    }
  }
}
