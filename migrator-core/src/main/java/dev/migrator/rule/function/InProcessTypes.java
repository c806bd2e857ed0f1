package dev.migrator.rule.function;

import dev.migrator.model.InProcessPackages;
import dev.migrator.model.names.TypeSymbol;

/** Which types go away with the packages of the in-process model. */
final class InProcessTypes {
  private InProcessTypes() {}

  static boolean isInProcess(TypeSymbol type) {
    return !type.packages().isEmpty()
        && type.packages().stream().allMatch(InProcessPackages::isVanishing);
  }
}
