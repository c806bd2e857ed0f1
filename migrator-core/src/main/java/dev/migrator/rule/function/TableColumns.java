package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns of table outputs that JSON cannot carry: a {@code DateTime} of a row arrives as text in
 * the table (bindings 1.3, worker issue 558).
 */
final class TableColumns {
  private static final Pattern CARRIED = Pattern.compile("(string|bool|int|double)\\??");

  /** What the host reads of every entity. */
  private static final Set<String> KEYS = Set.of("PartitionKey", "RowKey");

  private TableColumns() {}

  static List<Diagnostic> check(Function function, FunctionApp app) {
    return function.bindings().stream()
        .filter(binding -> binding.kind().equals("table"))
        .filter(binding -> binding.direction() == Direction.OUT)
        .flatMap(binding -> column(binding, app).stream().flatMap(c -> lossy(function, binding, c)))
        .toList();
  }

  /** The first column or base type that is lost; types of packages cannot be seen. */
  private static Optional<String> column(Binding binding, FunctionApp app) {
    String type =
        binding.clrType().orElse("").replaceAll("^.*<(.*)>$", "$1").replaceAll("\\[]$", "");
    return app.codeBases().stream()
        .flatMap(code -> code.declared(type))
        .flatMap(TableColumns::lost)
        .findFirst();
  }

  private static Stream<String> lost(TypeDeclaration type) {
    Stream<String> entity =
        type.baseTypes().stream()
            .map(base -> base.text())
            .filter(base -> base.matches("(.*\\.)?I?TableEntity"));
    return Stream.concat(
        entity,
        type.members().stream()
            .filter(PropertyDeclaration.class::isInstance)
            .map(PropertyDeclaration.class::cast)
            .filter(property -> !KEYS.contains(property.identifier().identifier()))
            .filter(property -> !CARRIED.matcher(property.type().text()).matches())
            .map(property -> property.type().text() + " " + property.identifier().text()));
  }

  private static Stream<Diagnostic> lossy(Function function, Binding binding, String column) {
    return binding.attribute().map(Attribute::location).stream()
        .map(
            place ->
                Diagnostic.of(
                    Code.COLUMN_OF_TEXT,
                    place,
                    "`"
                        + column
                        + "` of the rows that function `"
                        + function.displayName()
                        + "` writes: an output of the worker sends it as JSON, which has no such"
                        + " type",
                    "bind [TableInput] TableClient and call AddEntityAsync"));
  }
}
