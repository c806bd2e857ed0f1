package dev.migrator.model;

import dev.migrator.model.names.DeclaredParts;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Full metadata names of types as written in source. */
final class TypeNames {
  private static final Map<String, String> KEYWORDS =
      Map.ofEntries(
          Map.entry("bool", "System.Boolean"),
          Map.entry("byte", "System.Byte"),
          Map.entry("sbyte", "System.SByte"),
          Map.entry("char", "System.Char"),
          Map.entry("decimal", "System.Decimal"),
          Map.entry("double", "System.Double"),
          Map.entry("float", "System.Single"),
          Map.entry("int", "System.Int32"),
          Map.entry("uint", "System.UInt32"),
          Map.entry("long", "System.Int64"),
          Map.entry("ulong", "System.UInt64"),
          Map.entry("short", "System.Int16"),
          Map.entry("ushort", "System.UInt16"),
          Map.entry("nint", "System.IntPtr"),
          Map.entry("nuint", "System.UIntPtr"),
          Map.entry("object", "System.Object"),
          Map.entry("dynamic", "System.Object"),
          Map.entry("string", "System.String"),
          Map.entry("void", "System.Void"));

  private final NameResolver names;
  private final DeclaredParts declared;

  TypeNames(NameResolver names) {
    this.names = names;
    this.declared = DeclaredParts.of(names);
  }

  /**
   * {@code int?[]} to {@code int[]}'s form: the type below {@code ?}, {@code ref} and {@code
   * scoped}.
   */
  static TypeSyntax bare(TypeSyntax type) {
    return switch (type.kind()) {
      case NULLABLE_TYPE, REF_TYPE, SCOPED_TYPE ->
          type.elementType().map(TypeNames::bare).orElse(type);
      default -> type;
    };
  }

  /**
   * Generic arguments in angle brackets, arrays as {@code T[]}; empty when any part does not
   * resolve.
   */
  Optional<String> full(TypeSyntax written) {
    TypeSyntax type = bare(written);
    if (type.kind() == SyntaxKind.ARRAY_TYPE) {
      return type.elementType().flatMap(this::full).map(element -> element + ranks(type));
    }
    if (type.kind() == SyntaxKind.TUPLE_TYPE) {
      return arguments(type.children().stream().flatMap(TypeNames::tupleElement).toList())
          .map(elements -> "System.ValueTuple<" + elements + ">");
    }
    List<TypeSyntax> arguments =
        type.nameParts().stream().flatMap(part -> part.typeArguments().stream()).toList();
    Optional<String> name = name(type).map(text -> text.replaceAll("`[0-9]+", ""));
    return arguments.isEmpty()
        ? name
        : name.flatMap(text -> arguments(arguments).map(list -> text + "<" + list + ">"));
  }

  private static Stream<TypeSyntax> tupleElement(SyntaxNode child) {
    return child instanceof TypeSyntax type
        ? Stream.of(type)
        : child.children().stream()
            .filter(TypeSyntax.class::isInstance)
            .map(TypeSyntax.class::cast)
            .limit(1);
  }

  private Optional<String> arguments(List<TypeSyntax> types) {
    List<Optional<String>> all = types.stream().map(this::full).toList();
    return all.stream().allMatch(Optional::isPresent)
        ? Optional.of(all.stream().flatMap(Optional::stream).collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  /** {@code []} or {@code [,]} behind the element. */
  private static String ranks(TypeSyntax array) {
    int elementEnd = array.elementType().map(e -> e.span().end()).orElse(array.span().end());
    return array
        .file()
        .source()
        .text()
        .substring(elementEnd, array.span().end())
        .replaceAll("[^\\[\\],]", "");
  }

  /**
   * The metadata name without type arguments, {@code N.Outer+Inner`1}; of a type that only a
   * package without a table can have, the name as written; empty for arrays.
   */
  Optional<String> name(TypeSyntax written) {
    TypeSyntax type = bare(written);
    if (KEYWORDS.containsKey(type.text())) {
      return Optional.ofNullable(KEYWORDS.get(type.text()));
    }
    if (!type.isName()) {
      return Optional.empty();
    }
    Resolution resolution = names.resolve(type);
    return resolution instanceof Resolution.TypeParameter parameter
        ? Optional.of(parameter.name())
        : resolution
            .type()
            .map(TypeSymbol::metadataName)
            .or(
                () ->
                    Optional.of(type.dottedName()).filter(n -> names.isLeftToPackages(resolution)));
  }

  boolean is(TypeSyntax type, String metadataName) {
    return name(type).filter(metadataName::equals).isPresent();
  }

  boolean isArray(TypeSyntax type) {
    return bare(type).kind() == SyntaxKind.ARRAY_TYPE;
  }

  /** Parts of the type's declaration in files of the solution; empty for others. */
  List<TypeDeclaration> declarations(TypeSymbol symbol) {
    return declared.of(symbol);
  }

  /** All parts of a partial class. */
  List<TypeDeclaration> parts(TypeDeclaration type) {
    return declared.of(type);
  }

  Optional<TypeSymbol> symbol(TypeSyntax type) {
    return names.resolve(bare(type)).type();
  }
}
