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

/** What changes in the arguments of HTTP triggers; names of types are not its business. */
final class TriggerArguments {
  private static final String LEVEL = "AuthorizationLevel.Function";

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
    List<AttributeArgument> gone = gone(attribute, levelOmitted);
    if (levelOmitted && !gone.isEmpty() && gone.size() == attribute.arguments().size()) {
      int start = gone.get(0).span().start();
      changes.add(new Change(new Span(start, gone.get(gone.size() - 1).span().end()), LEVEL));
      return changes;
    }
    if (levelOmitted) {
      changes.add(levelInserted(attribute));
    }
    gone.stream()
        .map(argument -> new Change(Removal.withSeparator(argument, attribute.arguments()), ""))
        .forEach(changes::add);
    attribute.named("Route").ifPresent(route -> slashDropped(route.span(), attribute, changes));
    return changes;
  }

  /** Null for the methods, and the web hooks of version 1; in the order of the source. */
  private static List<AttributeArgument> gone(Attribute attribute, boolean levelOmitted) {
    List<AttributeArgument> nulls =
        attribute.constructorArguments().stream()
            .skip(levelOmitted ? 0 : 1)
            .filter(TriggerArguments::isNull)
            .toList();
    return attribute.arguments().stream()
        .filter(
            argument ->
                nulls.contains(argument)
                    || argument.propertyName().filter(n -> n.is("WebHookType")).isPresent())
        .toList();
  }

  private boolean isTextOrNull(AttributeArgument argument) {
    return isNull(argument) || constants.evaluate(argument.expression()).text().isPresent();
  }

  private static boolean isNull(AttributeArgument argument) {
    return argument.expression().text().equals("null");
  }

  private static Change levelInserted(Attribute attribute) {
    int nameEnd = attribute.name().span().end();
    if (!attribute.hasArgumentList()) {
      return new Change(Span.at(nameEnd), "(" + LEVEL + ")");
    }
    int open = attribute.file().source().text().indexOf('(', nameEnd) + 1;
    return new Change(Span.at(open), attribute.arguments().isEmpty() ? LEVEL : LEVEL + ", ");
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
