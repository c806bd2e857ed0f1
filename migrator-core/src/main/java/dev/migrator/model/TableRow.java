package dev.migrator.model;

import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the class of a value becomes a row of a table. */
public enum TableRow {
  /** Columns that JSON carries. */
  PLAIN,
  /** Columns that JSON has no type for, or an entity of Azure.Data.Tables. */
  TYPED,
  /** An entity of Microsoft.Azure.Cosmos.Table. */
  EARLIER,
  /** An entity of Microsoft.WindowsAzure.Storage. */
  EARLIEST;

  private static final int MOST_BASES = 20;
  private static final Pattern CARRIED = Pattern.compile("(string|bool|int|double)\\??");

  /** What the host reads of every entity. */
  private static final Set<String> KEYS = Set.of("PartitionKey", "RowKey");

  /** Whether the class is an entity of an SDK before Azure.Data.Tables. */
  public static boolean isEarlier(TypeSyntax type, CodeBase code) {
    return of(type, new TypeNames(code.names())).compareTo(TYPED) > 0;
  }

  /** Of a parameter or result: of one value where it holds many. */
  static TableRow of(TypeSyntax written, TypeNames types) {
    TypeSyntax type = TypeNames.bare(written);
    if (type.kind() == SyntaxKind.ARRAY_TYPE) {
      return type.elementType().map(element -> of(element, types)).orElse(PLAIN);
    }
    List<TypeSyntax> arguments =
        type.nameParts().stream().flatMap(part -> part.typeArguments().stream()).toList();
    return arguments.size() == 1
        ? of(arguments.get(0), types)
        : types.symbol(type).map(symbol -> of(symbol, types, 0)).orElse(PLAIN);
  }

  private static TableRow of(TypeSymbol symbol, TypeNames types, int depth) {
    Optional<TableRow> known = ofPackage(symbol.metadataName());
    if (known.isPresent() || depth > MOST_BASES) {
      return known.orElse(PLAIN);
    }
    List<TypeDeclaration> parts = types.declarations(symbol);
    Stream<TableRow> bases =
        parts.stream()
            .flatMap(part -> part.baseTypes().stream())
            .flatMap(base -> types.symbol(base).stream())
            .map(base -> of(base, types, depth + 1));
    Stream<TableRow> columns =
        parts.stream().anyMatch(TableRow::hasTypedColumn) ? Stream.of(TYPED) : Stream.empty();
    return Stream.concat(bases, columns).max(Enum::compareTo).orElse(PLAIN);
  }

  private static Optional<TableRow> ofPackage(String name) {
    if (!name.endsWith("TableEntity")) {
      return Optional.empty();
    }
    if (name.startsWith("Azure.Data.Tables.")) {
      return Optional.of(TYPED);
    }
    if (name.startsWith("Microsoft.Azure.Cosmos.Table.")) {
      return Optional.of(EARLIER);
    }
    return name.startsWith("Microsoft.WindowsAzure.Storage.Table.")
        ? Optional.of(EARLIEST)
        : Optional.empty();
  }

  private static boolean hasTypedColumn(TypeDeclaration type) {
    return type.members().stream()
        .filter(PropertyDeclaration.class::isInstance)
        .map(PropertyDeclaration.class::cast)
        .filter(property -> !KEYS.contains(property.identifier().identifier()))
        .anyMatch(property -> !CARRIED.matcher(property.type().text()).matches());
  }
}
