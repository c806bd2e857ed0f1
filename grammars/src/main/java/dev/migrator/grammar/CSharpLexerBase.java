package dev.migrator.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** Strings with holes, raw strings and conditional compilation, scanned by hand. */
public abstract class CSharpLexerBase extends Lexer {

  private static final class Interpolation {
    final int dollars;
    final int quotes;
    final boolean verbatim;
    int depth;

    Interpolation(int dollars, int quotes, boolean verbatim) {
      this.dollars = dollars;
      this.quotes = quotes;
      this.verbatim = verbatim;
    }
  }

  private static final class Branch {
    final boolean outerActive;
    boolean isRegion;
    boolean isLast;
    boolean taken;
    boolean active;

    Branch(boolean outerActive, boolean active) {
      this.outerActive = outerActive;
      this.active = active;
      this.taken = active;
    }
  }

  private final Deque<Interpolation> interpolations = new ArrayDeque<>();

  /** The innermost string whose hole or text the lexer is in. */
  private @Nullable Interpolation string;

  private final Deque<Branch> branches = new ArrayDeque<>();
  private Set<String> symbols = new HashSet<>();
  private boolean sawToken;
  private final Set<Integer> inactiveDirectives = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();
  final String source;

  /** The source with a zero behind it. */
  final char[] text;

  final int length;

  /** The place in the text: actions go on from it. */
  int at;

  /** An error of the lexer. */
  public record Problem(int start, int end, String message) {}

  protected CSharpLexerBase(CharStream input) {
    super(input);
    length = input.size();
    source = length == 0 ? "" : input.getText(Interval.of(0, length - 1));
    text = Arrays.copyOf(source.toCharArray(), length + 1);
  }

  CSharpLexerBase(String source, char[] text) {
    super(new Utf16Stream(source));
    this.length = source.length();
    this.source = source;
    this.text = text;
  }

  public void define(Set<String> names) {
    symbols = new HashSet<>(names);
  }

  /** From here on no symbol can be defined. */
  void sawToken() {
    sawToken = true;
  }

  public List<Problem> problems() {
    return problems;
  }

  public Set<Integer> inactiveDirectives() {
    return inactiveDirectives;
  }

  // --- Directives

  protected boolean atLineStart() {
    return atLineStartBefore(_input.index() - 1);
  }

  /** Runs the action for a type of token, which may change it and take more text. */
  final void act(int type) {
    switch (type) {
      case CSharpLexer.INTERP_START -> openString();
      case CSharpLexer.INTERP_PART -> stringPart();
      case CSharpLexer.INACTIVE_PART -> skipped();
      case CSharpLexer.DIRECTIVE -> line();
      case CSharpLexer.RAW_STRING -> rawText();
      case CSharpLexer.RBRACE -> brace();
      case CSharpLexer.COLON, CSharpLexer.DOUBLE_COLON -> format();
      default -> {}
    }
  }

  /** The same for the lexer of the grammar, whose place is that of its stream. */
  private void actHere(int type) {
    at = _input.index();
    act(type);
    _input.seek(at);
  }

  protected void directive() {
    actHere(CSharpLexer.DIRECTIVE);
  }

  protected void inactivePart() {
    actHere(CSharpLexer.INACTIVE_PART);
  }

  protected void rawString() {
    actHere(CSharpLexer.RAW_STRING);
  }

  protected void startInterpolation() {
    actHere(CSharpLexer.INTERP_START);
  }

  protected void interpolatedPart() {
    actHere(CSharpLexer.INTERP_PART);
  }

  protected void closeBrace() {
    actHere(CSharpLexer.RBRACE);
  }

  protected void colon() {
    actHere(CSharpLexer.COLON);
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  static boolean isBlank(int c) {
    return c == ' '
        || c == '\t'
        || c == 0x0B
        || c == '\f'
        || c == 0x1A
        || c == 0xFEFF
        || c >= 0x80 && Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private String tokenText() {
    return source.substring(_tokenStartCharIndex, at);
  }

  private boolean active() {
    Branch top = branches.peek();
    return top == null || top.active;
  }

  private void line() {
    String text = tokenText().substring(1).strip();
    int comment = text.indexOf("//");
    if (comment >= 0) {
      text = text.substring(0, comment).strip();
    }
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String keyword = text.substring(0, end);
    String rest = text.substring(end).strip();
    boolean wasActive = active();
    boolean standsActive = wasActive;
    switch (keyword) {
      case "if" -> {
        boolean holds = condition(rest);
        branches.push(new Branch(wasActive, wasActive && holds));
      }
      case "elif" -> {
        boolean holds = condition(rest);
        Branch top = branch("elif", false);
        if (top != null) {
          standsActive = top.outerActive;
          top.active = top.outerActive && !top.taken && holds;
          top.taken |= top.active;
        }
      }
      case "else" -> {
        Branch top = branch("else", true);
        if (top != null) {
          standsActive = top.outerActive;
          top.active = top.outerActive && !top.taken;
          top.taken = true;
        }
      }
      case "endif" -> {
        closeRegions();
        Branch top = branches.poll();
        if (top == null) {
          problem("#endif without #if");
        } else {
          standsActive = top.outerActive;
        }
      }
      case "define", "undef" -> {
        if (wasActive) {
          define(keyword.equals("define"), rest);
        }
      }
      case "region" -> {
        Branch region = new Branch(wasActive, wasActive);
        region.isRegion = true;
        branches.push(region);
      }
      case "endregion" -> {
        Branch top = branches.peek();
        if (top == null || !top.isRegion) {
          problem("#endregion without #region");
        } else {
          branches.pop();
        }
      }
      case "error", "warning", "line", "pragma", "nullable" -> {}
      default -> unknown(text, keyword, wasActive);
    }
    if (!standsActive) {
      inactiveDirectives.add(_tokenStartCharIndex);
    }
    mode(active() ? 0 : CSharpLexer.INACTIVE);
  }

  /** The innermost {@code #if} that another branch may follow. */
  private @Nullable Branch branch(String keyword, boolean isLast) {
    closeRegions();
    Branch top = branches.peek();
    if (top == null) {
      problem("#" + keyword + " without #if");
      return null;
    }
    if (top.isLast) {
      problem("#" + keyword + " behind #else");
    }
    top.isLast |= isLast;
    return top;
  }

  private void closeRegions() {
    while (!branches.isEmpty() && branches.element().isRegion) {
      problem("#endregion expected");
      branches.pop();
    }
  }

  private void define(boolean isDefined, String name) {
    if (sawToken) {
      problem("#define and #undef must stand before all else");
    }
    if (isDefined) {
      symbols.add(name);
    } else {
      symbols.remove(name);
    }
  }

  /** {@code #:} and {@code #!} are lines of file-based programs. */
  private void unknown(String text, String keyword, boolean isActive) {
    boolean isProgramLine =
        keyword.isEmpty() && !text.isEmpty() && (text.charAt(0) == ':' || text.charAt(0) == '!');
    if (!isProgramLine && (isActive || keyword.startsWith("else"))) {
      problem("'#" + keyword + "' is no directive");
    }
  }

  private boolean condition(String text) {
    Condition condition = new Condition(text, symbols);
    boolean value = condition.value();
    if (condition.isBad()) {
      problem("a condition of #if that cannot be read");
    }
    return value;
  }

  private void problem(String message) {
    problems.add(new Problem(_tokenStartCharIndex, at, message));
  }

  /** A line end, blanks before {@code #}, a directive, or text up to the next directive. */
  private void skipped() {
    char c = text[at - 1];
    setChannel(CSharpLexer.TRIVIA);
    if (c == '#' && atLineStartBefore(_tokenStartCharIndex)) {
      at = lineEnd(at);
      setType(CSharpLexer.DIRECTIVE);
      setChannel(CSharpLexer.DIRECTIVES);
      line();
    } else if (isLineEnd(c) && atLineOf(_tokenStartCharIndex)) {
      at += c == '\r' && text[at] == '\n' ? 1 : 0;
      setType(CSharpLexer.NEWLINE);
    } else if (isBlank(c)
        && atLineStartBefore(_tokenStartCharIndex)
        && text[blanksEnd(at)] == '#') {
      at = blanksEnd(at);
      setType(CSharpLexer.WHITESPACE);
    } else {
      setType(CSharpLexer.INACTIVE_TEXT);
      skipLines(c);
    }
  }

  /** Goes to the start of the next line that holds a directive. */
  private void skipLines(char before) {
    boolean isLineStart = isLineEnd(before) && !(before == '\r' && text[at] == '\n');
    while (at < length) {
      if (isLineStart && text[blanksEnd(at)] == '#') {
        return;
      }
      at = lineEnd(at);
      if (at < length) {
        at += text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        isLineStart = true;
      }
    }
  }

  final int lineEnd(int from) {
    int end = from;
    char c = text[end];
    while (c != '\n' && c != '\r' && (c < 0x80 ? c != 0 || end < length : !isLineEnd(c))) {
      c = text[++end];
    }
    return end;
  }

  private int blanksEnd(int from) {
    int end = from;
    while (isBlank(text[end])) {
      end++;
    }
    return end;
  }

  /** Whether the line end at an offset ends the line of a directive. */
  private boolean atLineOf(int offset) {
    int i = offset - 1;
    while (i >= 0 && !isLineEnd(text[i])) {
      i--;
    }
    i = blanksEnd(i + 1);
    return i < offset && text[i] == '#';
  }

  final boolean atLineStartBefore(int offset) {
    int i = offset - 1;
    while (i >= 0 && isBlank(text[i])) {
      i--;
    }
    return i < 0 || isLineEnd(text[i]);
  }

  /** The line of a directive with an unbalanced end of file. */
  public void finish() {
    at = length;
    if (!branches.isEmpty()) {
      problem(branches.element().isRegion ? "#endregion expected" : "#endif expected");
    }
  }

  // --- Strings

  private int quotes() {
    int count = run('"');
    at += count;
    return count;
  }

  private void utf8Suffix() {
    if ((text[at] == 'u' || text[at] == 'U') && text[at + 1] == '8') {
      at += 2;
    }
  }

  private void rawText() {
    int quotes = 3 + quotes();
    // Six or more quotes on one line are opened and closed only when text follows.
    while (true) {
      if (at == length) {
        problem("unterminated raw string");
        break;
      }
      if (text[at] != '"') {
        at++;
      } else if (quotes() >= quotes) {
        break;
      }
    }
    utf8Suffix();
  }

  private void openString() {
    int dollars = 0;
    int quotes = 0;
    boolean verbatim = false;
    for (int i = _tokenStartCharIndex; i < at; i++) {
      switch (text[i]) {
        case '$' -> dollars++;
        case '"' -> quotes++;
        default -> verbatim |= text[i] == '@';
      }
    }
    if (quotes >= 3) {
      quotes += quotes();
    }
    string = new Interpolation(dollars, quotes, verbatim);
    interpolations.push(string);
  }

  private void closeString() {
    interpolations.pop();
    string = interpolations.peek();
  }

  /** Whether the text stands in a hole of a string. */
  final boolean isInterpolating() {
    return string != null;
  }

  /** How often a character stands here in a row. */
  private int run(char c) {
    int end = at;
    while (text[end] == c) {
      end++;
    }
    return end - at;
  }

  private void stringPart() {
    Interpolation top = string;
    if (top == null) {
      setType(CSharpLexer.BAD);
      popMode();
      return;
    }
    at = _tokenStartCharIndex;
    boolean raw = top.quotes >= 3;
    char first = text[at];
    if (first == '"' && run('"') >= top.quotes && !(top.verbatim && run('"') % 2 == 0)) {
      int run = raw ? run('"') : 1;
      if (!top.verbatim || run('"') == 1) {
        at += run;
        utf8Suffix();
        setType(CSharpLexer.INTERP_END);
        closeString();
        popMode();
        return;
      }
    }
    if (first == '{' && opensHole(top)) {
      at += raw ? top.dollars : 1;
      setType(CSharpLexer.INTERP_OPEN);
      top.depth = 0;
      pushMode(DEFAULT_MODE);
      return;
    }
    setType(CSharpLexer.INTERP_TEXT);
    stringText(top, raw);
  }

  private boolean opensHole(Interpolation top) {
    int run = run('{');
    return top.quotes >= 3 ? run == top.dollars : run == 1;
  }

  private void stringText(Interpolation top, boolean raw) {
    while (at < length) {
      char c = text[at];
      if (!raw && !top.verbatim && isLineEnd(c)) {
        problem("unterminated string");
        closeString();
        at++;
        popMode();
        return;
      }
      if (c == '"') {
        int run = run('"');
        if (raw) {
          if (run >= top.quotes) {
            return;
          }
          at += run;
        } else if (top.verbatim && run >= 2) {
          at += 2;
        } else {
          return;
        }
      } else if (c == '{') {
        int run = run('{');
        if (raw) {
          if (run >= top.dollars) {
            if (run >= 2 * top.dollars) {
              problem("more braces than the dollar signs allow");
            }
            at += run - top.dollars;
            return;
          }
          at += run;
        } else if (run >= 2) {
          at += 2;
        } else {
          return;
        }
      } else if (c == '}') {
        int run = run('}');
        if (raw && run >= top.dollars) {
          problem("more braces than the dollar signs allow");
        } else if (!raw && run % 2 == 1) {
          problem("a closing brace in a string with holes is written twice");
        }
        at += run;
      } else if (c == '\\' && !raw && !top.verbatim) {
        at++;
        if (at < length && !isLineEnd(text[at])) {
          at++;
        }
      } else {
        at++;
      }
    }
  }

  protected void open() {
    if (string != null) {
      string.depth++;
    }
  }

  protected void close() {
    if (string != null) {
      string.depth--;
    }
  }

  private void brace() {
    Interpolation top = string;
    if (top == null) {
      return;
    }
    if (top.depth > 0) {
      top.depth--;
      return;
    }
    if (top.quotes >= 3) {
      at += Math.min(top.dollars - 1, run('}'));
    }
    setType(CSharpLexer.INTERP_CLOSE);
    popMode();
  }

  private void format() {
    Interpolation top = string;
    if (top == null || top.depth > 0) {
      return;
    }
    while (at < length) {
      char c = text[at];
      if (c == '"' && top.verbatim && run('"') >= 2) {
        at += 2;
        continue;
      }
      if (c == '}' || c == '"' || isLineEnd(c) && !top.verbatim) {
        break;
      }
      if (c == '{') {
        problem("a brace in a format");
      }
      at = Math.min(length, at + (c == '\\' && !top.verbatim && top.quotes < 3 ? 2 : 1));
    }
    setType(CSharpLexer.INTERP_FORMAT);
  }

  @Override
  public void reset() {
    super.reset();
    if (interpolations != null) {
      interpolations.clear();
      string = null;
    }
  }

  /** Conditions of {@code #if}. */
  private static final class Condition {
    private final String text;
    private final Set<String> symbols;
    private int at;
    private boolean bad;

    Condition(String text, Set<String> symbols) {
      this.text = text;
      this.symbols = symbols;
    }

    boolean value() {
      return or();
    }

    /** Whether something is missing, or left over behind the condition. */
    boolean isBad() {
      eat("");
      return bad || at < text.length();
    }

    private boolean eat(String what) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (text.startsWith(what, at)) {
        at += what.length();
        return true;
      }
      return false;
    }

    private boolean or() {
      boolean left = and();
      while (eat("||")) {
        left |= and();
      }
      return left;
    }

    private boolean and() {
      boolean left = equality();
      while (eat("&&")) {
        left &= equality();
      }
      return left;
    }

    private boolean equality() {
      boolean left = unary();
      while (true) {
        if (eat("==")) {
          left = left == unary();
        } else if (eat("!=")) {
          left = left != unary();
        } else {
          return left;
        }
      }
    }

    private boolean unary() {
      if (eat("!")) {
        return !unary();
      }
      if (eat("(")) {
        boolean inner = or();
        bad |= !eat(")");
        return inner;
      }
      eat("");
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      String name = text.substring(start, at);
      bad |= name.isEmpty() || Character.isDigit(name.charAt(0));
      return name.equals("true") || !name.equals("false") && symbols.contains(name);
    }
  }
}
