package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.FunctionParameter;
import java.util.Optional;

/** What the in-process host did for a blob beside reading and writing. */
final class BlobUse {
  private BlobUse() {}

  /**
   * What the kind of the binding is followed by in the table of types: {@code :optional} where a
   * missing blob was null in-process and the method would notice, {@code :created} where the
   * in-process binding made the container (bindings 6, traps 6 and 8).
   */
  static Optional<String> suffix(FunctionParameter parameter) {
    Binding binding = parameter.binding().orElseThrow();
    if (!binding.kind().equals("blob") || binding.direction() == Direction.OUT) {
      return Optional.empty();
    }
    boolean isRead = "read".equals(binding.properties().get("access"));
    if (binding.direction() == Direction.INOUT) {
      return isRead ? Optional.empty() : Optional.of(":created");
    }
    return ValueUse.mayTestForNull(parameter) ? Optional.of(":optional") : Optional.empty();
  }
}
