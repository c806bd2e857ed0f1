package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpToken;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** A view of one context of the parser; children are made once, when first asked for. */
class NodeView implements SyntaxNode {
  private final ParsedFile file;
  private final @Nullable SyntaxNode parent;
  private final ParserRuleContext context;
  private final SyntaxKind kind;
  private volatile @Nullable List<SyntaxNode> children;

  NodeView(
      ParsedFile file, @Nullable SyntaxNode parent, ParserRuleContext context, SyntaxKind kind) {
    this.file = file;
    this.parent = parent;
    this.context = context;
    this.kind = kind;
  }

  ParserRuleContext context() {
    return context;
  }

  @Override
  public final SyntaxKind kind() {
    return kind;
  }

  @Override
  public final CSharpFile file() {
    return file;
  }

  final ParsedFile parsed() {
    return file;
  }

  @Override
  public final Optional<SyntaxNode> parent() {
    return Optional.ofNullable(parent);
  }

  @Override
  public Span span() {
    return spanOf(context);
  }

  static Span spanOf(ParserRuleContext context) {
    int start = context.getStart().getStartIndex();
    int end = context.getStop() == null ? start : ((CSharpToken) context.getStop()).end();
    return new Span(start, Math.max(start, end));
  }

  @Override
  public List<SyntaxNode> children() {
    List<SyntaxNode> known = children;
    if (known == null) {
      synchronized (this) {
        known = children;
        if (known == null) {
          known = List.copyOf(makeChildren());
          children = known;
        }
      }
    }
    return known;
  }

  List<SyntaxNode> makeChildren() {
    List<SyntaxNode> made = new ArrayList<>();
    NodeFactory.collect(context, this, made);
    return made;
  }

  /** Children of a type, in order. */
  final <T> List<T> childrenOf(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (SyntaxNode child : children()) {
      if (type.isInstance(child)) {
        found.add(type.cast(child));
      }
    }
    return Collections.unmodifiableList(found);
  }

  final <T> Optional<T> first(Class<T> type) {
    for (SyntaxNode child : children()) {
      if (type.isInstance(child)) {
        return Optional.of(type.cast(child));
      }
    }
    return Optional.empty();
  }

  /** The first child of a type; an empty one where an error in the text leaves it out. */
  final <T> T only(Class<T> type) {
    return first(type).orElseGet(() -> type.cast(missing(type)));
  }

  /** The second expression; an empty one where an error in the text leaves it out. */
  final Expression second() {
    return childrenOf(Expression.class).stream()
        .skip(1)
        .findFirst()
        .orElseGet(() -> (Expression) missing(Expression.class));
  }

  private SyntaxNode missing(Class<?> type) {
    ParserRuleContext empty = new ParserRuleContext();
    empty.start = context.getStart();
    if (type == TypeSyntax.class) {
      return TypeView.missing(this, empty);
    }
    if (type == ArgumentList.class) {
      return new ArgumentListView(this, empty);
    }
    return type == ParameterList.class
        ? new ParameterListView(this, empty)
        : new ExpressionView(this, empty, SyntaxKind.OTHER_EXPRESSION);
  }

  /** The child that was made from a context. */
  final <T> Optional<T> view(@Nullable ParserRuleContext wanted, Class<T> type) {
    return children().stream()
        .filter(type::isInstance)
        .filter(child -> child instanceof NodeView view && view.context() == wanted)
        .map(type::cast)
        .findFirst();
  }

  final Token token(org.antlr.v4.runtime.Token token) {
    CSharpToken own = (CSharpToken) token;
    return own.place < 0
        ? new Token(
            TokenKind.PUNCTUATION,
            0,
            new Span(own.getStartIndex(), Math.max(own.getStartIndex(), own.end())),
            "")
        : file.table().of(own);
  }

  /** The first token of a context: of an identifier, a modifier. */
  final Token tokenOf(@Nullable ParserRuleContext of) {
    if (of == null) {
      Span at = Span.at(span().end());
      return new Token(TokenKind.PUNCTUATION, 0, at, "");
    }
    return token(of.getStart());
  }

  /** The first terminal of a type directly below this context. */
  final Optional<Token> terminal(int type) {
    return terminal(context, type);
  }

  final Optional<Token> terminal(ParserRuleContext of, int type) {
    for (int i = 0; i < of.getChildCount(); i++) {
      ParseTree child = of.getChild(i);
      if (child instanceof TerminalNode leaf && leaf.getSymbol().getType() == type) {
        return Optional.of(token(leaf.getSymbol()));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return kind + " " + span();
  }
}
