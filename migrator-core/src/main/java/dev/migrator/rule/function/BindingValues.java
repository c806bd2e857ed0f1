package dev.migrator.rule.function;

import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.TriggerMetadata;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.FunctionPlan;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of a trigger that a parameter without a binding can ask for by its name. */
final class BindingValues {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\*{0,2}([^}:=?]+)");

  private BindingValues() {}

  /** Whether the in-process host may have had a value of that name; doubts count as yes. */
  static boolean mayHave(Function function, FunctionParameter parameter) {
    Optional<Binding> trigger = function.trigger();
    if (trigger.isEmpty() || isObject(function, trigger.get())) {
      return true;
    }
    return switch (trigger.get().kind()) {
      case "httpTrigger" -> isInRoute(trigger.get(), parameter.name());
      case "timerTrigger" -> parameter.name().equalsIgnoreCase("TimerTrigger");
      default -> TriggerMetadata.mayExist(function, parameter);
    };
  }

  /** Members of an own type are values too. */
  private static boolean isObject(Function function, Binding trigger) {
    return function.parameters().stream()
        .filter(parameter -> parameter.binding().filter(trigger::equals).isPresent())
        .flatMap(parameter -> FunctionPlan.typeOf(parameter).stream())
        .anyMatch(row -> row.parts().contains(CompatibilityPart.OBJECT_TRIGGER));
  }

  private static boolean isInRoute(Binding trigger, String name) {
    Object route = trigger.properties().getOrDefault("route", "");
    return !(route instanceof String template)
        || PLACEHOLDER
            .matcher(template)
            .results()
            .anyMatch(
                m -> m.group(1).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
  }
}
