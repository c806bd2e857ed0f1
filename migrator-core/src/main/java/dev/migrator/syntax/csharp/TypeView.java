package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.IdentifierContext;
import dev.migrator.grammar.CSharpParser.NameContext;
import dev.migrator.grammar.CSharpParser.QualifierContext;
import dev.migrator.grammar.CSharpParser.SimpleNameContext;
import dev.migrator.grammar.CSharpParser.TypeArgumentContext;
import dev.migrator.grammar.CSharpParser.TypeContext;
import dev.migrator.grammar.CSharpParser.TypeSuffixContext;
import dev.migrator.grammar.CSharpToken;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * A type as written; each suffix ({@code ?}, {@code *}, {@code []}) is a type around its element.
 */
final class TypeView extends NodeView implements TypeSyntax {
  private final @Nullable IdentifierContext alias;
  private final List<SimpleNameContext> names;
  private final int suffixes;
  private final int end;

  /** Asked for at each lookup of the name. */
  private volatile @Nullable List<NamePart> parts;

  private TypeView(
      NodeView parent,
      ParserRuleContext context,
      SyntaxKind kind,
      @Nullable IdentifierContext alias,
      List<SimpleNameContext> names,
      int suffixes,
      int end) {
    super(parent.parsed(), parent, context, kind);
    this.alias = alias;
    this.names = names;
    this.suffixes = suffixes;
    this.end = end;
  }

  static TypeView of(NodeView parent, TypeContext type) {
    return of(parent, type, type.typeSuffix().size());
  }

  private static TypeView of(NodeView parent, TypeContext type, int suffixes) {
    if (suffixes > 0) {
      TypeSuffixContext suffix = type.typeSuffix(suffixes - 1);
      return new TypeView(
          parent, type, kind(suffix), null, List.of(), suffixes, spanOf(suffix).end());
    }
    if (type.refType() != null) {
      boolean isRef = type.refType().REF() != null;
      SyntaxKind kind = isRef ? SyntaxKind.REF_TYPE : SyntaxKind.SCOPED_TYPE;
      return new TypeView(
          parent, type.refType(), kind, null, List.of(), 0, spanOf(type.refType()).end());
    }
    if (type.getChildCount() == 0) {
      return new TypeView(
          parent, type, SyntaxKind.OMITTED_TYPE_ARGUMENT, null, List.of(), 0, spanOf(type).end());
    }
    int end = coreEnd(type);
    if (type.name() != null) {
      NameContext name = type.name();
      return new TypeView(parent, type, kind(name), name.identifier(), name.simpleName(), 0, end);
    }
    return new TypeView(parent, type, kind(type), null, List.of(), 0, end);
  }

  /** Where the suffixes begin. */
  private static int coreEnd(TypeContext type) {
    int end = type.getStart().getStartIndex();
    for (int i = 0; i < type.getChildCount(); i++) {
      ParseTree child = type.getChild(i);
      if (child instanceof TypeSuffixContext) {
        break;
      }
      if (child instanceof ParserRuleContext rule) {
        end = spanOf(rule).end();
      } else if (child instanceof TerminalNode leaf) {
        end = ((CSharpToken) leaf.getSymbol()).end();
      }
    }
    return end;
  }

  static TypeView ofName(NodeView parent, NameContext name) {
    return new TypeView(
        parent, name, kind(name), name.identifier(), name.simpleName(), 0, spanOf(name).end());
  }

  /** {@code I.} of {@code void I.M()}, without the dot. */
  static TypeView ofQualifier(NodeView parent, QualifierContext qualifier) {
    List<SimpleNameContext> names = qualifier.simpleName();
    if (names.isEmpty()) {
      return missing(parent, qualifier);
    }
    SyntaxKind kind =
        names.size() > 1 || qualifier.identifier() != null
            ? SyntaxKind.QUALIFIED_NAME
            : names.get(0).typeArguments() != null
                ? SyntaxKind.GENERIC_NAME
                : SyntaxKind.IDENTIFIER_NAME;
    int end = spanOf(names.get(names.size() - 1)).end();
    return new TypeView(parent, qualifier, kind, qualifier.identifier(), names, 0, end);
  }

  static TypeView ofPredefined(NodeView parent, ParserRuleContext context) {
    return new TypeView(
        parent, context, SyntaxKind.PREDEFINED_TYPE, null, List.of(), 0, spanOf(context).end());
  }

  static TypeView missing(NodeView parent, ParserRuleContext empty) {
    int end = spanOf(empty).end();
    return new TypeView(parent, empty, SyntaxKind.OMITTED_TYPE_ARGUMENT, null, List.of(), 0, end);
  }

  private static SyntaxKind kind(TypeSuffixContext suffix) {
    return switch (suffix.getStart().getType()) {
      case CSharpLexer.NULLABLE -> SyntaxKind.NULLABLE_TYPE;
      case CSharpLexer.PTR -> SyntaxKind.POINTER_TYPE;
      default -> SyntaxKind.ARRAY_TYPE;
    };
  }

  private static SyntaxKind kind(NameContext name) {
    List<SimpleNameContext> names = name.simpleName();
    if (names.size() > 1) {
      return SyntaxKind.QUALIFIED_NAME;
    }
    if (name.identifier() != null) {
      return SyntaxKind.ALIAS_QUALIFIED_NAME;
    }
    return !names.isEmpty() && names.get(0).typeArguments() != null
        ? SyntaxKind.GENERIC_NAME
        : SyntaxKind.IDENTIFIER_NAME;
  }

  private static SyntaxKind kind(TypeContext type) {
    return switch (type.getStart().getType()) {
      case CSharpLexer.DELEGATE -> SyntaxKind.FUNCTION_POINTER_TYPE;
      case CSharpLexer.LPAREN,
          CSharpLexer.CAST_OPEN,
          CSharpLexer.LAMBDA_OPEN,
          CSharpLexer.TUPLE_OPEN ->
          SyntaxKind.TUPLE_TYPE;
      default -> SyntaxKind.PREDEFINED_TYPE;
    };
  }

  @Override
  public Span span() {
    int start = context().getStart().getStartIndex();
    return new Span(start, Math.max(start, end));
  }

  @Override
  List<SyntaxNode> makeChildren() {
    if (suffixes > 0) {
      return List.of(of(this, (TypeContext) context(), suffixes - 1));
    }
    List<SyntaxNode> made = new ArrayList<>();
    if (names.isEmpty()) {
      NodeFactory.collect(context(), this, made);
    } else {
      names.forEach(name -> made.addAll(arguments(name)));
    }
    return made;
  }

  private List<TypeView> arguments(SimpleNameContext name) {
    List<TypeView> made = new ArrayList<>();
    if (name.typeArguments() != null) {
      for (TypeArgumentContext argument : name.typeArguments().typeArgument()) {
        made.add(
            argument.type() == null
                ? new TypeView(
                    this,
                    argument,
                    SyntaxKind.OMITTED_TYPE_ARGUMENT,
                    null,
                    List.of(),
                    0,
                    argument.getStart().getStartIndex())
                : of(this, argument.type()));
      }
    }
    return made;
  }

  @Override
  public Optional<Token> aliasQualifier() {
    return Optional.ofNullable(alias).map(this::tokenOf);
  }

  @Override
  public List<NamePart> nameParts() {
    List<NamePart> known = parts;
    if (known == null) {
      known = List.copyOf(makeParts());
      parts = known;
    }
    return known;
  }

  private List<NamePart> makeParts() {
    List<TypeSyntax> arguments = childrenOf(TypeSyntax.class);
    List<NamePart> made = new ArrayList<>();
    int used = 0;
    for (SimpleNameContext name : names) {
      int count = name.typeArguments() == null ? 0 : name.typeArguments().typeArgument().size();
      made.add(new NamePart(tokenOf(name), arguments.subList(used, used + count)));
      used += count;
    }
    return made;
  }

  @Override
  public Optional<TypeSyntax> elementType() {
    boolean hasElement =
        suffixes > 0 || kind() == SyntaxKind.REF_TYPE || kind() == SyntaxKind.SCOPED_TYPE;
    return hasElement ? first(TypeSyntax.class) : Optional.empty();
  }
}
