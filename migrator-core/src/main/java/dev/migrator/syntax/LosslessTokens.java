package dev.migrator.syntax;

import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * All tokens of a text with their places. Only for the syntax packages, as it shows types of the
 * parser generator. The generator counts code points; the spans here count UTF-16 units.
 */
public final class LosslessTokens {
  /** Far above any project or settings file, far below what the stack of a thread holds. */
  public static final int DEEPEST = 200;

  private final CommonTokenStream stream;
  private final List<Span> spans;

  private LosslessTokens(CommonTokenStream stream, List<Span> spans) {
    this.stream = stream;
    this.spans = spans;
  }

  /** Reads the lexer to its end; the lexer has a rule for every character. */
  public static LosslessTokens of(Lexer lexer) {
    lexer.removeErrorListeners();
    CommonTokenStream stream = new CommonTokenStream(lexer);
    stream.fill();
    List<Span> spans = new ArrayList<>(stream.size());
    int offset = 0;
    for (Token token : stream.getTokens()) {
      int end = token.getType() == Token.EOF ? offset : offset + token.getText().length();
      spans.add(new Span(offset, end));
      offset = end;
    }
    return new LosslessTokens(stream, List.copyOf(spans));
  }

  /** What a parser reads. */
  public CommonTokenStream stream() {
    return stream;
  }

  /** Every token, the one for the end of the file last. */
  public List<Token> all() {
    return stream.getTokens();
  }

  /** The tokens that a parser sees, the one for the end of the file last. */
  public List<Token> visible() {
    return stream.getTokens().stream()
        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
        .toList();
  }

  /** How deep tokens of the one set nest that tokens of the other one close. */
  public int depth(Set<Integer> opening, Set<Integer> closing) {
    int depth = 0;
    int deepest = 0;
    for (Token token : all()) {
      depth += opening.contains(token.getType()) ? 1 : closing.contains(token.getType()) ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  public Span span(Token token) {
    return spans.get(token.getTokenIndex());
  }

  /** From the first token to the last one; empty for a node that has no token. */
  public Span span(ParserRuleContext node) {
    Span first = span(node.getStart());
    Token stop = node.getStop();
    if (stop == null || stop.getTokenIndex() < node.getStart().getTokenIndex()) {
      return Span.at(first.start());
    }
    return first.union(span(stop));
  }
}
