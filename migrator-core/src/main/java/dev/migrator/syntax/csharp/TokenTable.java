package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd.Lexed;
import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpPlaces;
import dev.migrator.grammar.CSharpToken;
import dev.migrator.source.Span;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a file as views, found by place; a view is made when first asked for. */
final class TokenTable implements Tokens {
  private static final Set<TokenKind> SPEAKING =
      Set.of(TokenKind.COMMENT, TokenKind.DOCUMENTATION_COMMENT, TokenKind.DIRECTIVE);

  private static final String[] SIGNS = new String[128];

  static {
    for (char sign = 0; sign < SIGNS.length; sign++) {
      SIGNS[sign] = String.valueOf(sign);
    }
  }

  private final String text;
  private final CSharpPlaces places;

  /** Made with the first view. */
  private Token @Nullable [] views;

  private final Set<Integer> inactiveDirectives;

  TokenTable(String text, Lexed lexed) {
    this.text = text;
    this.places = lexed.all();
    this.inactiveDirectives = lexed.inactiveDirectives();
  }

  /** The view of a token of the parser; not for marks. */
  Token of(CSharpToken token) {
    return view(token.place);
  }

  /** Two threads may each make a view of the same place; both are equal. */
  private Token view(int place) {
    Token[] all = views;
    if (all == null) {
      all = new Token[places.size()];
      views = all;
    }
    Token known = all[place];
    if (known == null) {
      int start = places.start(place);
      int end = places.end(place);
      char first = start < end ? text.charAt(start) : '\0';
      known =
          new Token(
              TokenKinds.of(places.type(place), first),
              place,
              new Span(start, end),
              textOf(start, end));
      all[place] = known;
    }
    return known;
  }

  /** Signs and blanks of one character share their text. */
  private String textOf(int start, int end) {
    return end == start + 1 && text.charAt(start) < SIGNS.length
        ? SIGNS[text.charAt(start)]
        : text.substring(start, end);
  }

  @Override
  public List<Token> all() {
    return new Views();
  }

  private final class Views extends AbstractList<Token> implements RandomAccess {
    @Override
    public Token get(int place) {
      return view(place);
    }

    @Override
    public int size() {
      return places.size();
    }
  }

  @Override
  public Token at(int offset) {
    return view(indexAt(offset));
  }

  private int indexAt(int offset) {
    int low = 0;
    int high = places.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (places.start(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public Optional<Token> nextSignificant(Token token) {
    for (int i = token.index() + 1; i < places.size(); i++) {
      if (!isTrivia(i)) {
        return Optional.of(view(i));
      }
    }
    return Optional.empty();
  }

  private boolean isTrivia(int place) {
    return TokenKinds.isTrivia(places.type(place));
  }

  @Override
  public Optional<Token> previousSignificant(Token token) {
    for (int i = token.index() - 1; i >= 0; i--) {
      if (!isTrivia(i)) {
        return Optional.of(view(i));
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
    for (int i = indexAt(span.start()); i < places.size(); i++) {
      Token token = view(i);
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
    return all().stream()
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
