package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;

/**
 * A type or namespace as written. The kind tells the form: {@code IDENTIFIER_NAME}, {@code
 * GENERIC_NAME}, {@code QUALIFIED_NAME}, {@code ALIAS_QUALIFIED_NAME}, {@code PREDEFINED_TYPE},
 * {@code ARRAY_TYPE}, {@code NULLABLE_TYPE}, {@code POINTER_TYPE}, {@code TUPLE_TYPE}, {@code
 * FUNCTION_POINTER_TYPE}, {@code REF_TYPE}, {@code SCOPED_TYPE}, {@code OMITTED_TYPE_ARGUMENT}.
 */
public interface TypeSyntax extends SyntaxNode {
  /** {@code global} or an extern alias of {@code global::A.B}. */
  Optional<Token> aliasQualifier();

  /** {@code A}, {@code B<T>} of {@code A.B<T>}; empty for forms that are no name. */
  List<NamePart> nameParts();

  /** The element of an array, nullable, pointer, ref or scoped type. */
  Optional<TypeSyntax> elementType();

  /** Whether it is a name, qualified or not. */
  default boolean isName() {
    return !nameParts().isEmpty();
  }

  /** The names joined by dots, type arguments and blanks left out; the text where it is no name. */
  default String dottedName() {
    if (!isName()) {
      return text();
    }
    List<NamePart> parts = nameParts();
    return parts.size() == 1
        ? parts.get(0).identifier().identifier()
        : String.join(".", parts.stream().map(p -> p.identifier().identifier()).toList());
  }

  /** The last name: {@code Task} of {@code System.Threading.Tasks.Task<int>}. */
  default String simpleName() {
    return isName() ? nameParts().get(nameParts().size() - 1).identifier().identifier() : text();
  }

  /** Of the last name. */
  default List<TypeSyntax> typeArguments() {
    return isName() ? nameParts().get(nameParts().size() - 1).typeArguments() : List.of();
  }

  /**
   * One name of a qualified name.
   *
   * @param identifier the name
   * @param typeArguments what stands between {@code <} and {@code >}
   */
  record NamePart(Token identifier, List<TypeSyntax> typeArguments) {
    public NamePart {
      typeArguments = List.copyOf(typeArguments);
    }
  }
}
