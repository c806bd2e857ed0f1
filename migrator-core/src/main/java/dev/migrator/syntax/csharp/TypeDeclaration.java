package dev.migrator.syntax.csharp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A class, struct, interface, record, enum or extension block. */
public interface TypeDeclaration extends MemberDeclaration {
  /**
   * {@code class}, {@code struct}, {@code interface}, {@code record}, {@code record struct}, {@code
   * enum}, {@code extension}.
   */
  String keyword();

  /** The name; of an extension block the word {@code extension}. */
  Token identifier();

  List<TypeParameter> typeParameters();

  /** Of a primary constructor; the receiver of an extension block. */
  Optional<ParameterList> parameterList();

  /** Base class and interfaces. */
  List<TypeSyntax> baseTypes();

  /** Own members; of an enum its values. */
  List<MemberDeclaration> members();

  /** The methods among its own members. */
  default Stream<MethodDeclaration> methods() {
    return members().stream()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast);
  }

  /** The brace before the members; absent in {@code record R(int X);}. */
  Optional<Token> openBrace();

  Optional<Token> closeBrace();

  /** Metadata name: {@code N.Outer+Inner`1}. */
  default String metadataName() {
    String own =
        identifier().identifier()
            + (typeParameters().isEmpty() ? "" : "`" + typeParameters().size());
    return containingType()
        .map(outer -> outer.metadataName() + "+" + own)
        .orElseGet(() -> namespace().isEmpty() ? own : namespace() + "." + own);
  }
}
