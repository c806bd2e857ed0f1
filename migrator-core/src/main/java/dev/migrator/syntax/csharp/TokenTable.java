package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd.Lexed;
import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpToken;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of a file as views, found by place. */
final class TokenTable implements Tokens {
  private static final Set<TokenKind> SPEAKING =
      Set.of(TokenKind.COMMENT, TokenKind.DOCUMENTATION_COMMENT, TokenKind.DIRECTIVE);

  private final List<Token> all;
  private final int[] starts;
  private final Set<Integer> inactiveDirectives;

  TokenTable(Lexed lexed) {
    List<Token> tokens = new ArrayList<>(lexed.all().size());
    for (CSharpToken token : lexed.all()) {
      tokens.add(
          new Token(
              TokenKinds.of(token),
              tokens.size(),
              new Span(token.getStartIndex(), token.end()),
              token.getText()));
    }
    this.all = List.copyOf(tokens);
    this.starts = tokens.stream().mapToInt(token -> token.span().start()).toArray();
    this.inactiveDirectives = lexed.inactiveDirectives();
  }

  /** The view of a token of the parser; not for marks. */
  Token of(CSharpToken token) {
    return all.get(token.place);
  }

  @Override
  public List<Token> all() {
    return all;
  }

  @Override
  public Token at(int offset) {
    return all.get(indexAt(offset));
  }

  private int indexAt(int offset) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public Optional<Token> nextSignificant(Token token) {
    for (int i = token.index() + 1; i < all.size(); i++) {
      if (!all.get(i).kind().isTrivia()) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Token> previousSignificant(Token token) {
    for (int i = token.index() - 1; i >= 0; i--) {
      if (!all.get(i).kind().isTrivia()) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Token> significantIn(Span span) {
    return in(span).stream().filter(token -> !token.kind().isTrivia()).toList();
  }

  @Override
  public List<Token> triviaIn(Span span) {
    return in(span).stream().filter(token -> SPEAKING.contains(token.kind())).toList();
  }

  private List<Token> in(Span span) {
    List<Token> found = new ArrayList<>();
    for (int i = indexAt(span.start()); i < all.size(); i++) {
      Token token = all.get(i);
      if (token.span().start() >= span.end()) {
        break;
      }
      if (span.contains(token.span()) && token.kind() != TokenKind.END_OF_FILE) {
        found.add(token);
      }
    }
    return found;
  }

  List<Directive> directives() {
    return all.stream()
        .filter(token -> token.kind() == TokenKind.DIRECTIVE)
        .map(this::directive)
        .toList();
  }

  private Directive directive(Token token) {
    String line = token.text().substring(1).strip();
    int end = 0;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    return new Directive(
        line.substring(0, end),
        line.substring(end).strip(),
        token.span(),
        !inactiveDirectives.contains(token.span().start()));
  }

  static boolean isIdentifier(int type) {
    return type == CSharpLexer.IDENT || type == CSharpLexer.LAMBDA_IDENT;
  }
}
