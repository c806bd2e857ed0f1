package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.Function;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeList;

/**
 * Takes {@code [FunctionName]} off methods of nested classes: the in-process SDK skipped them, the
 * worker would find them and fail to load (core-model 2.1).
 */
public final class NestedFunctions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0313", "Methods of nested classes are no functions", Step.CODE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (Function function : conversion.nestedFunctions()) {
      outcome.edit(dropped(function.nameAttribute()));
      outcome.finding(
          Diagnostic.of(
              Code.FUNCTION_NEVER_RAN,
              function.location(),
              "function `"
                  + function.displayName()
                  + "` stands in a nested class: it never ran, and has lost its attribute",
              "move the class out to make it a function, or delete the method"));
    }
    return outcome.build();
  }

  private static Edit dropped(Attribute attribute) {
    AttributeList list = attribute.list();
    return list.attributes().size() == 1
        ? Removal.ofLines(list, INFO.id())
        : Removal.ofListElement(attribute, list.attributes(), INFO.id());
  }
}
