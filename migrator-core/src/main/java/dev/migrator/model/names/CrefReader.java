package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code cref="…"} attributes of documentation comments. */
final class CrefReader {
  private static final Pattern CREF = Pattern.compile("\\bcref\\s*=\\s*(\"([^\"]*)\"|'([^']*)')");

  /**
   * A name in a cref.
   *
   * @param qualifier before {@code ::}
   * @param parts names with their arity
   * @param ends offset behind each part, type arguments included
   * @param span the whole name
   * @param isParameter whether it is the type of a parameter
   */
  record Cref(
      Optional<String> qualifier,
      List<NamePart> parts,
      List<Integer> ends,
      Span span,
      boolean isParameter) {}

  private final String text;
  private final int offset;
  private final int end;
  private final List<Cref> found = new ArrayList<>();
  private int at;

  private CrefReader(String text, int offset, int start, int end) {
    this.text = text;
    this.offset = offset;
    this.at = start;
    this.end = end;
  }

  /** All names in the crefs of a comment; those with a prefix such as {@code T:} are no names. */
  static List<Cref> read(Token comment) {
    List<Cref> all = new ArrayList<>();
    Matcher matcher = CREF.matcher(comment.text());
    while (matcher.find()) {
      int group = matcher.group(2) != null ? 2 : 3;
      CrefReader reader =
          new CrefReader(
              comment.text(), comment.span().start(), matcher.start(group), matcher.end(group));
      if (!reader.isPrefixed()) {
        reader.name(false);
        reader.parameters();
        all.addAll(reader.found);
      }
    }
    return all;
  }

  private boolean isPrefixed() {
    return at + 1 < end && text.charAt(at + 1) == ':' && !text.startsWith("::", at + 1);
  }

  private void name(boolean isParameter) {
    blanks();
    int start = at;
    Optional<String> qualifier = Optional.empty();
    List<NamePart> parts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    while (at < end) {
      String identifier = identifier();
      if (identifier.isEmpty()) {
        break;
      }
      if (text.startsWith("::", at) && parts.isEmpty()) {
        qualifier = Optional.of(identifier);
        at += 2;
        continue;
      }
      parts.add(new NamePart(identifier, typeArguments()));
      ends.add(offset + at);
      if (at >= end || text.charAt(at) != '.') {
        break;
      }
      at++;
    }
    if (!parts.isEmpty()) {
      Span span = new Span(offset + start, ends.get(ends.size() - 1));
      found.add(new Cref(qualifier, parts, ends, span, isParameter));
    }
  }

  private void parameters() {
    if (at >= end || text.charAt(at) != '(') {
      return;
    }
    while (at < end && text.charAt(at) != ')') {
      int before = at;
      if (Character.isJavaIdentifierStart(text.charAt(at))) {
        name(true);
      }
      at = Math.max(at, before + 1);
    }
  }

  private String identifier() {
    int start = at;
    if (at < end && text.charAt(at) == '@') {
      at++;
    }
    while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).replace("@", "");
  }

  /** {@code {T}} or {@code <T>}: how many. */
  private int typeArguments() {
    if (at >= end
        || text.charAt(at) != '{' && text.charAt(at) != '<' && !text.startsWith("&lt;", at)) {
      return 0;
    }
    int depth = 0;
    int count = 1;
    while (at < end) {
      char c = text.charAt(at);
      boolean opens = c == '{' || c == '<' || text.startsWith("&lt;", at);
      boolean closes = c == '}' || c == '>' || text.startsWith("&gt;", at);
      at += c == '&' ? 4 : 1;
      depth += opens ? 1 : closes ? -1 : 0;
      if (c == ',' && depth == 1) {
        count++;
      }
      if (depth == 0) {
        break;
      }
    }
    return count;
  }

  private void blanks() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
