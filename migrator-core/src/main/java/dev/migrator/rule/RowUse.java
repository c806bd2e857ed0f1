package dev.migrator.rule;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.FunctionParameter;
import dev.migrator.model.TableRow;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the in-process host did for rows of tables and documents beside reading and writing. */
final class RowUse {
  private static final Set<String> KINDS = Set.of("table", "cosmosDB");

  private RowUse() {}

  /**
   * What the kind of the binding of an output is followed by in the table of types: {@code :typed}
   * for rows that JSON does not carry, {@code :earlier} and {@code :earliest} for those of the SDKs
   * before.
   */
  static Optional<String> ofOutput(Binding binding) {
    return binding.row() == TableRow.PLAIN || binding.direction() != Direction.OUT
        ? Optional.empty()
        : Optional.of(":" + binding.row().name().toLowerCase(Locale.ROOT));
  }

  /**
   * The same of an input: {@code :saved} where the host saved what the method changes, {@code
   * :optional} where a missing row was null and the method would notice, {@code :keyless} without a
   * partition key, {@code :earlier} for rows of the SDKs before (bindings 6, traps 6, 9 and 10).
   */
  static Optional<String> ofInput(FunctionParameter parameter) {
    Binding binding = parameter.binding().orElseThrow();
    if (!KINDS.contains(binding.kind()) || binding.direction() != Direction.IN) {
      return Optional.empty();
    }
    boolean isTable = binding.kind().equals("table");
    boolean isOne = isTable ? has(binding, "rowKey") : has(binding, "id");
    String earlier =
        binding.row().compareTo(TableRow.TYPED) > 0
            ? "-" + binding.row().name().toLowerCase(Locale.ROOT)
            : "";
    if (isOne && ValueUse.isChanged(parameter)) {
      return Optional.of(":saved" + earlier);
    }
    if (isOne && isTable && ValueUse.mayTestForNull(parameter)) {
      return Optional.of(":optional" + earlier);
    }
    boolean isKeyless = !has(binding, "partitionKey") && (isTable || isOne);
    return isKeyless
        ? Optional.of(":keyless" + earlier)
        : Optional.of(earlier).filter(text -> !text.isEmpty()).map(text -> ":" + text.substring(1));
  }

  private static boolean has(Binding binding, String property) {
    return binding.properties().containsKey(property);
  }
}
