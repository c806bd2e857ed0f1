package dev.migrator.syntax.json;

import dev.migrator.grammar.JsoncLexer;
import dev.migrator.grammar.JsoncParser;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.LosslessTokens;
import dev.migrator.syntax.TextError;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.jspecify.annotations.Nullable;

/**
 * One JSON file with comments, parsed without loss. A file with {@link #errors} shows what can be
 * read of it and must not be edited.
 */
public final class JsonFile {
  private static final Set<Integer> OPENING =
      Set.of(JsoncLexer.OPEN_BRACE, JsoncLexer.OPEN_BRACKET);
  private static final Set<Integer> CLOSING =
      Set.of(JsoncLexer.CLOSE_BRACE, JsoncLexer.CLOSE_BRACKET);
  private static final Set<Integer> COMMENT =
      Set.of(JsoncLexer.LINE_COMMENT, JsoncLexer.BLOCK_COMMENT);

  private final SourceFile source;
  private final @Nullable JsonValue root;
  private final List<TextError> errors;
  private final List<Span> tokenSpans;
  private final List<Span> comments;
  private final List<Span> commas;

  private JsonFile(
      SourceFile source, LosslessTokens tokens, @Nullable JsonValue root, List<TextError> errors) {
    this.source = source;
    this.root = root;
    this.errors = errors;
    this.tokenSpans = tokens.all().stream().map(tokens::span).toList();
    this.comments = spansOf(tokens, COMMENT);
    this.commas = spansOf(tokens, Set.of(JsoncLexer.COMMA));
  }

  private static List<Span> spansOf(LosslessTokens tokens, Set<Integer> types) {
    return tokens.all().stream()
        .filter(token -> types.contains(token.getType()))
        .map(tokens::span)
        .toList();
  }

  /** Never throws on bad text. */
  public static JsonFile parse(SourceFile source) {
    LosslessTokens tokens =
        LosslessTokens.of(new JsoncLexer(CharStreams.fromString(source.text())));
    if (tokens.depth(OPENING, CLOSING) > LosslessTokens.DEEPEST) {
      TextError error = TextError.at(source, Span.at(0), "values are nested too deep to be read");
      return new JsonFile(source, tokens, null, List.of(error));
    }
    JsoncParser parser = new JsoncParser(tokens.stream());
    JsonErrors errors = new JsonErrors(source, tokens);
    parser.removeErrorListeners();
    parser.addErrorListener(errors);
    JsonValue root = new ValueReader(tokens).value(parser.document().value());
    return new JsonFile(source, tokens, root, errors.first());
  }

  public SourceFile source() {
    return source;
  }

  public String path() {
    return source.path();
  }

  /** Empty only for a file that is broken from its start. */
  public Optional<JsonValue> root() {
    return Optional.ofNullable(root);
  }

  /** Empty for a file that may be edited; otherwise the first place that is wrong. */
  public List<TextError> errors() {
    return errors;
  }

  /** The value at the end of a path of names, each in the same case. */
  public Optional<JsonValue> find(String... names) {
    Optional<JsonValue> value = root();
    for (String name : names) {
      value = value.flatMap(v -> v.member(name)).map(JsonMember::value);
    }
    return value;
  }

  /** The member at the end of a path of at least one name. */
  public Optional<JsonMember> findMember(String... names) {
    String[] path = names.clone();
    String last = path[path.length - 1];
    return find(List.of(path).subList(0, path.length - 1).toArray(String[]::new))
        .flatMap(value -> value.member(last));
  }

  List<Span> tokenSpans() {
    return tokenSpans;
  }

  List<Span> comments() {
    return comments;
  }

  /** The comma behind an offset if only blanks and comments stand between. */
  Optional<Span> commaBehind(int offset) {
    return commas.stream()
        .filter(comma -> comma.start() >= offset && isTrivia(new Span(offset, comma.start())))
        .findFirst();
  }

  /** Whether the span holds blanks and comments only. */
  boolean isTrivia(Span span) {
    int at = span.start();
    while (at < span.end()) {
      int from = at;
      Optional<Span> comment = comments.stream().filter(c -> c.start() == from).findFirst();
      if (comment.isPresent()) {
        at = comment.get().end();
      } else if (Character.isWhitespace(source.text().charAt(at))) {
        at++;
      } else {
        return false;
      }
    }
    return at == span.end();
  }
}
