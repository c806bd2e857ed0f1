package dev.migrator.syntax.json;

import dev.migrator.edit.Edit;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The edits that one rule makes in one JSON file. Nothing but what a method names changes, commas
 * apart; new text takes indentation and line ends from its neighbours.
 */
public final class JsonEdits {
  private final JsonFile file;
  private final SourceFile source;
  private final String ruleId;

  private JsonEdits(JsonFile file, String ruleId) {
    this.file = file;
    this.source = file.source();
    this.ruleId = ruleId;
  }

  public static JsonEdits in(JsonFile file, String ruleId) {
    return new JsonEdits(file, ruleId);
  }

  /** A string in the place of a value. */
  public Edit replaceWithText(JsonValue value, String text) {
    return replaceWithJson(value, JsonText.encode(text));
  }

  /** Any JSON, as written, in the place of a value. */
  public Edit replaceWithJson(JsonValue value, String json) {
    return replace(value.span(), json);
  }

  /** Another name for a member. */
  public Edit rename(JsonMember member, String name) {
    return replace(member.nameSpan(), JsonText.encode(name));
  }

  /** A string as JSON writes it. */
  public static String encode(String text) {
    return JsonText.encode(text);
  }

  /** Members, as written, in the place of one; each on a line of its own if that one has one. */
  public Edit replaceWithMembers(JsonMember member, List<String> members) {
    boolean hasLine = startsLine(member.span());
    String separator = hasLine ? ",\n" + source.indentation(member.span().start()) : ", ";
    String indentation = source.indentation(member.span().start());
    String text =
        members.stream()
            .map(one -> hasLine ? one.replace("\n", "\n" + indentation) : inOneLine(one))
            .collect(Collectors.joining(separator));
    return replace(member.span(), text);
  }

  /**
   * A member with any JSON, as written, behind another one: on a line of its own if the other one
   * has one. The comma stands in front of the new member, so that it also fits if another rule
   * removes what follows; only where a comment ends the line of the anchor, it cannot.
   */
  public List<Edit> insertJsonAfter(JsonMember anchor, String name, String json) {
    String member = JsonText.encode(name) + separator(anchor) + json;
    if (!startsLine(anchor.span())) {
      return List.of(insert(anchor.span().end(), ", " + inOneLine(member)));
    }
    String indentation = source.indentation(anchor.span().start());
    String indented = indentation + member.replace("\n", "\n" + indentation);
    Optional<Span> comma = file.commaBehind(anchor.span().end());
    int behind = comma.map(Span::end).orElse(anchor.span().end());
    int lineEnd = source.nextLineStart(Math.max(anchor.span().end(), behind));
    if (!hasTrailingComment(behind, lineEnd)) {
      return List.of(insert(anchor.span().end(), ",\n" + indented));
    }
    Edit line = insert(lineEnd, indented + (comma.isPresent() ? ",\n" : "\n"));
    return comma.isPresent() ? List.of(line) : List.of(insert(anchor.span().end(), ","), line);
  }

  private static String inOneLine(String json) {
    return json.replaceAll("\n[ \t]*", " ");
  }

  private boolean hasTrailingComment(int start, int lineEnd) {
    return file.comments().stream().anyMatch(c -> c.start() >= start && c.start() < lineEnd)
        && file.isTrivia(new Span(start, lineEnd));
  }

  /** A member with any JSON, as written, as the last one of an object. */
  public List<Edit> addJson(JsonValue.JsonObject object, String name, String json) {
    if (!object.members().isEmpty()) {
      return insertJsonAfter(object.members().get(object.members().size() - 1), name, json);
    }
    return addMembers(object, JsonText.encode(name) + ": " + json);
  }

  /** Members, as written and with their commas, of an object that has none. */
  public List<Edit> addMembers(JsonValue.JsonObject object, String members) {
    String outer = source.indentation(object.span().start());
    String inner = outer + indentUnit();
    Span content = new Span(object.span().start() + 1, object.span().end() - 1);
    boolean isOneLine = content.of(source.text()).indexOf('\n') < 0;
    boolean isBlank = content.of(source.text()).isBlank();
    String text =
        "\n" + inner + members.replace("\n", "\n" + inner) + (isOneLine ? "\n" + outer : "");
    return List.of(isOneLine && isBlank ? replace(content, text) : insert(content.start(), text));
  }

  /** What one level of nesting adds; two blanks where the file does not show it. */
  private String indentUnit() {
    return file.root().stream()
        .flatMap(root -> root.members().stream())
        .filter(member -> startsLine(member.span()))
        .map(member -> source.indentation(member.span().start()))
        .filter(indentation -> !indentation.isEmpty())
        .findFirst()
        .orElse("  ");
  }

  /** What stands between name and value: {@code ": "} mostly. */
  private String separator(JsonMember member) {
    int nameEnd = member.nameSpan().end();
    String between = source.text().substring(nameEnd, member.value().span().start());
    return between.strip().equals(":") && between.indexOf('\n') < 0 ? between : ": ";
  }

  /** {@link #removeAll} of one member. */
  public List<Edit> remove(JsonMember member, JsonValue.JsonObject object) {
    return removeAll(List.of(member), object);
  }

  /**
   * Removes members of an object with their commas. A member that has its lines to itself takes
   * them along, with a trailing comment; comments above it stay.
   */
  public List<Edit> removeAll(List<JsonMember> members, JsonValue.JsonObject object) {
    if (members.isEmpty()) {
      return List.of();
    }
    Set<JsonMember> removed = new HashSet<>(members);
    List<Edit> edits = new ArrayList<>();
    boolean isLast = true;
    for (int i = object.members().size() - 1; i >= 0; i--) {
      JsonMember member = object.members().get(i);
      if (removed.contains(member)) {
        edits.add(Edit.delete(file.path(), removal(member, isLast), ruleId));
      } else {
        isLast = false;
      }
    }
    commaOfNewLast(object, removed).ifPresent(c -> edits.add(Edit.delete(file.path(), c, ruleId)));
    return List.copyOf(edits);
  }

  /** The comma of the last member that stays, if the last of all goes and had none. */
  private Optional<Span> commaOfNewLast(JsonValue.JsonObject object, Set<JsonMember> removed) {
    List<JsonMember> members = object.members();
    JsonMember last = members.get(members.size() - 1);
    if (!removed.contains(last) || file.commaBehind(last.span().end()).isPresent()) {
      return Optional.empty();
    }
    return members.stream()
        .filter(member -> !removed.contains(member))
        .reduce((first, second) -> second)
        .flatMap(member -> file.commaBehind(member.span().end()));
  }

  private Span removal(JsonMember member, boolean isLast) {
    Optional<Span> comma = file.commaBehind(member.span().end());
    int end = comma.map(Span::end).orElse(member.span().end());
    int lineEnd = source.nextLineStart(end);
    boolean endsLine = file.isTrivia(new Span(end, lineEnd));
    if (startsLine(member.span()) && endsLine) {
      return new Span(source.lineStart(member.span().start()), lineEnd);
    }
    int start = member.span().start();
    while ((isLast || endsLine) && isBlank(start - 1)) {
      start--;
    }
    while (!isLast && !endsLine && isBlank(end)) {
      end++;
    }
    return new Span(start, end);
  }

  private boolean isBlank(int offset) {
    char c = source.text().charAt(offset);
    return c == ' ' || c == '\t';
  }

  private boolean startsLine(Span span) {
    return source.text().substring(source.lineStart(span.start()), span.start()).isBlank();
  }

  private Edit replace(Span span, String text) {
    return Edit.replace(file.path(), span, source.lineEnd().apply(text), ruleId);
  }

  private Edit insert(int at, String text) {
    return replace(Span.at(at), text);
  }
}
