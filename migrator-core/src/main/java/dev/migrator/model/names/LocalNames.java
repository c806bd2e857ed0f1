package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.CompilationUnit;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.LocalDeclaration;
import dev.migrator.syntax.csharp.LocalFunction;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TokenKind;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import dev.migrator.syntax.csharp.VariableDeclarator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Locals, parameters, range and pattern variables of one member, each with the text where it is in
 * scope. Scopes are rather too wide (the block around) than too narrow, so that a name is taken for
 * a value in doubt.
 */
final class LocalNames {
  /** Words inside of statements and patterns that are no names. */
  private static final Set<String> CONTEXTUAL =
      Set.of(
          "var",
          "when",
          "and",
          "or",
          "not",
          "in",
          "from",
          "let",
          "join",
          "on",
          "equals",
          "by",
          "into",
          "select",
          "where",
          "group",
          "orderby",
          "ascending",
          "descending",
          "await",
          "yield",
          "async",
          "with",
          "nameof",
          "scoped",
          "global",
          "alias",
          "add",
          "remove",
          "get",
          "set",
          "init",
          "value",
          "_");

  private record Scoped(ValueSymbol value, Span scope) {}

  private final Map<String, List<Scoped>> byName = new HashMap<>();

  private LocalNames() {}

  /** Everything below a member or compilation unit, types inside of it left out. */
  static LocalNames of(SyntaxNode member) {
    LocalNames names = new LocalNames();
    Deque<SyntaxNode> open = new ArrayDeque<>();
    open.push(member);
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      names.add(node);
      for (SyntaxNode child : node.children()) {
        if (!(child instanceof TypeDeclaration) && !(child instanceof TypeSyntax)) {
          open.push(child);
        }
      }
    }
    return names;
  }

  /** The innermost value of that name that is in scope at an offset. */
  Optional<ValueSymbol> at(String name, int offset) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(scoped -> scoped.scope().contains(offset))
        .reduce((a, b) -> a.scope().length() <= b.scope().length() ? a : b)
        .map(Scoped::value);
  }

  private void add(SyntaxNode node) {
    if (node instanceof Parameter parameter) {
      add(
          parameter,
          parameter.identifier(),
          parameter.type(),
          Optional.empty(),
          parameterScope(node));
    } else if (node instanceof VariableDeclarator variable) {
      Optional<TypeSyntax> type =
          node.parent().filter(LocalDeclaration.class::isInstance).isPresent()
              ? node.parent().map(parent -> ((LocalDeclaration) parent).type())
              : typeBefore(node);
      add(variable, variable.identifier(), type, variable.initializer(), scope(node));
    } else if (node instanceof LocalFunction function) {
      put(
          new ValueSymbol(
              function.identifier().identifier(),
              false,
              true,
              Optional.of(function.returnType()),
              Optional.empty(),
              Optional.of(node)),
          scope(node).span());
    } else if (isLoose(node)) {
      addLoose(node);
    }
  }

  /** The method or lambda around, whether or not a list stands between. */
  private static SyntaxNode parameterScope(SyntaxNode parameter) {
    Optional<SyntaxNode> parent = parameter.parent();
    return parent
        .filter(node -> node.kind() == SyntaxKind.PARAMETER_LIST)
        .flatMap(SyntaxNode::parent)
        .or(() -> parent)
        .orElse(parameter);
  }

  private static Optional<TypeSyntax> typeBefore(SyntaxNode declarator) {
    return declarator.parent().stream()
        .flatMap(parent -> parent.children().stream())
        .filter(TypeSyntax.class::isInstance)
        .map(TypeSyntax.class::cast)
        .findFirst();
  }

  /** Nodes without a view of their own may declare names: foreach, patterns, queries, out var. */
  private static boolean isLoose(SyntaxNode node) {
    return switch (node.kind()) {
      case OTHER_EXPRESSION,
          OTHER_STATEMENT,
          PATTERN,
          QUERY_CLAUSE,
          CATCH_CLAUSE,
          SWITCH_ARM,
          SWITCH_SECTION,
          OTHER ->
          true;
      default -> false;
    };
  }

  private void addLoose(SyntaxNode node) {
    List<? extends SyntaxNode> children = node.children();
    for (Token token : ownTokens(node)) {
      if (token.kind() == TokenKind.IDENTIFIER
          && !CONTEXTUAL.contains(token.text())
          && !isLabel(node, token)) {
        Optional<TypeSyntax> type =
            children.stream()
                .filter(child -> child.span().end() <= token.span().start())
                .reduce((first, second) -> second)
                .filter(TypeSyntax.class::isInstance)
                .map(TypeSyntax.class::cast);
        put(
            new ValueSymbol(
                token.identifier(), false, false, type, Optional.empty(), Optional.empty()),
            scope(node).span());
      }
    }
  }

  /** {@code A} of {@code new { A = 1 }}, {@code { A: 1 }}, {@code { A.B: 1 }} and {@code A:}. */
  private static boolean isLabel(SyntaxNode node, Token name) {
    String next = node.file().tokens().nextSignificant(name).map(Token::text).orElse("");
    return switch (next) {
      case ":", "." -> true;
      case "=" -> node.kind() != SyntaxKind.QUERY_CLAUSE;
      default -> false;
    };
  }

  /** Tokens of a node that are in none of its children. */
  static List<Token> ownTokens(SyntaxNode node) {
    List<Token> own = new ArrayList<>();
    int at = node.span().start();
    for (SyntaxNode child : node.children()) {
      if (child.span().start() > at) {
        own.addAll(node.file().tokens().significantIn(new Span(at, child.span().start())));
      }
      at = Math.max(at, child.span().end());
    }
    if (at < node.span().end()) {
      own.addAll(node.file().tokens().significantIn(new Span(at, node.span().end())));
    }
    return own;
  }

  private void add(
      SyntaxNode declaration,
      Token name,
      Optional<TypeSyntax> type,
      Optional<Expression> initializer,
      SyntaxNode scope) {
    put(
        new ValueSymbol(
            name.identifier(), false, false, type, initializer, Optional.of(declaration)),
        scope.span());
  }

  private void put(ValueSymbol value, Span scope) {
    byName.computeIfAbsent(value.name(), key -> new ArrayList<>(1)).add(new Scoped(value, scope));
  }

  /** The block, lambda or member around a declaration. */
  private static SyntaxNode scope(SyntaxNode node) {
    SyntaxNode last = node;
    Optional<SyntaxNode> parent = node.parent();
    while (parent.isPresent()) {
      last = parent.get();
      if (last instanceof Block
          || last instanceof Body
          || last instanceof LambdaExpression
          || last instanceof MemberDeclaration
          || last instanceof CompilationUnit
          || last.kind() == SyntaxKind.SWITCH_SECTION) {
        return last;
      }
      parent = last.parent();
    }
    return last;
  }
}
