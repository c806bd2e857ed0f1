package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.edit.Edit.Change;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Removal;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes attributes off that the worker does not have, wherever they stand: in place, and out of
 * lists that move to an adapter.
 *
 * @param types metadata names
 * @param ruleId of the rule that removes them
 */
record GoneAttributes(Set<String> types, String ruleId) {
  GoneAttributes {
    types = Set.copyOf(types);
  }

  boolean isOne(Attribute attribute, CodeBase code) {
    return code.names().resolveAttribute(attribute).isAny(types);
  }

  /** Of all files of the app, but for lists that move. */
  Stream<Edit> edits(Conversion conversion) {
    CodeBase code = conversion.app().code();
    return code.files().stream().flatMap(file -> edits(file, conversion, code));
  }

  private Stream<Edit> edits(CSharpFile file, Conversion conversion, CodeBase code) {
    return file.root()
        .descendants(Attribute.class)
        .filter(attribute -> isOne(attribute, code))
        .filter(attribute -> !conversion.moves(file, attribute.span()))
        .map(attribute -> Removal.ofAttribute(attribute, ruleId));
  }

  /** Changes in the attribute lists that move to an adapter. */
  List<Change> changes(FunctionPlan plan, CodeBase code) {
    return plan.movedLists().stream()
        .flatMap(list -> list.attributes().stream())
        .filter(attribute -> isOne(attribute, code))
        .map(attribute -> Removal.ofAttribute(attribute, ruleId).change())
        .toList();
  }
}
