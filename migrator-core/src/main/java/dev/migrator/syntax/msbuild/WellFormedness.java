package dev.migrator.syntax.msbuild;

import dev.migrator.grammar.MsBuildLexer;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.LosslessTokens;
import dev.migrator.syntax.TextError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first place where a text stops being well-formed and says so in plain words. The parser
 * generator would name its tokens instead, and it cannot compare the names of tags.
 */
final class WellFormedness {
  private final SourceFile source;
  private final LosslessTokens tokens;
  private final List<Token> visible;
  private final Deque<Token> open = new ArrayDeque<>();
  private boolean hasRoot;
  private int next;
  private @Nullable TextError error;

  private WellFormedness(SourceFile source, LosslessTokens tokens) {
    this.source = source;
    this.tokens = tokens;
    this.visible = tokens.visible();
  }

  static Optional<TextError> firstError(SourceFile source, LosslessTokens tokens) {
    WellFormedness check = new WellFormedness(source, tokens);
    while (check.error == null && check.peek().getType() != Token.EOF) {
      check.node();
    }
    if (check.error == null) {
      check.end();
    }
    return Optional.ofNullable(check.error);
  }

  private Token peek() {
    return visible.get(next);
  }

  private void node() {
    Token token = visible.get(next++);
    switch (token.getType()) {
      case MsBuildLexer.OPEN -> startTag(token);
      case MsBuildLexer.OPEN_END -> endTag(token);
      case MsBuildLexer.TEXT -> text(token);
      case MsBuildLexer.CDATA -> outside(token, "text");
      case MsBuildLexer.REFERENCE -> reference(token);
      case MsBuildLexer.STRAY_AMPERSAND -> report(token, "'&' must be written as '&amp;'");
      case MsBuildLexer.UNTERMINATED -> report(token, unterminated(token.getText()));
      default -> report(token, "unexpected '" + token.getText() + "'");
    }
  }

  private static String unterminated(String opening) {
    return switch (opening) {
      case "<!--" -> "the comment has no end '-->'";
      case "<![CDATA[" -> "the CDATA section has no end ']]>'";
      case "<?" -> "the processing instruction has no end '?>'";
      default -> "'<!' starts neither a comment nor a CDATA section";
    };
  }

  private void text(Token token) {
    if (!token.getText().isBlank()) {
      outside(token, "text");
    }
  }

  private void outside(Token token, String what) {
    if (open.isEmpty()) {
      report(token, what + " stands outside of the root element");
    }
  }

  private void reference(Token token) {
    outside(token, "text");
    if (error == null && XmlText.decode(token.getText()).equals(token.getText())) {
      report(token, "'" + token.getText() + "' is no reference that XML defines");
    }
  }

  private void startTag(Token start) {
    if (peek().getType() != MsBuildLexer.NAME) {
      report(start, "'<' must be followed by a name, or be written as '&lt;'");
      return;
    }
    Token name = visible.get(next++);
    if (open.isEmpty() && hasRoot) {
      report(name, "<" + name.getText() + "> stands behind the root element");
      return;
    }
    hasRoot = true;
    attributes(name);
    if (error != null) {
      return;
    }
    if (visible.get(next++).getType() == MsBuildLexer.CLOSE) {
      open.push(name);
    }
  }

  private void attributes(Token element) {
    Set<String> names = new HashSet<>();
    while (error == null && peek().getType() == MsBuildLexer.NAME) {
      Token name = visible.get(next++);
      if (!names.add(name.getText())) {
        report(name, "attribute " + name.getText() + " stands twice in " + tag(element));
      } else if (visible.get(next).getType() != MsBuildLexer.EQUALS) {
        report(name, "attribute " + name.getText() + " of " + tag(element) + " has no value");
      } else if (visible.get(next + 1).getType() != MsBuildLexer.STRING) {
        report(
            name,
            "the value of attribute %s of %s must stand in quotes, without '<'"
                .formatted(name.getText(), tag(element)));
      } else {
        next += 2;
      }
    }
    int type = peek().getType();
    if (error == null && type != MsBuildLexer.CLOSE && type != MsBuildLexer.SELF_CLOSE) {
      report(element, "the tag " + tag(element) + " is not closed with '>'");
    }
  }

  private void endTag(Token start) {
    Token name = peek();
    if (name.getType() != MsBuildLexer.NAME) {
      report(start, "'</' must be followed by a name");
    } else if (open.isEmpty()) {
      report(name, "</" + name.getText() + "> closes nothing");
    } else if (!open.peek().getText().equals(name.getText())) {
      report(
          name,
          "</%s> does not close %s of line %d"
              .formatted(name.getText(), tag(open.peek()), line(open.peek())));
    } else if (visible.get(next + 1).getType() != MsBuildLexer.CLOSE) {
      report(name, "the tag </" + name.getText() + "> is not closed with '>'");
    } else {
      open.pop();
      next += 2;
    }
  }

  private void end() {
    if (!open.isEmpty()) {
      report(open.peek(), tag(open.peek()) + " has no end tag");
    } else if (!hasRoot) {
      report(peek(), "the file has no element");
    }
  }

  private static String tag(Token name) {
    return "<" + name.getText() + ">";
  }

  private int line(Token token) {
    return source.position(tokens.span(token).start()).line();
  }

  private void report(Token token, String message) {
    Span span = tokens.span(token);
    error = TextError.at(source, span, message);
  }
}
