package dev.migrator.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
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
  private final Deque<Branch> branches = new ArrayDeque<>();
  private Set<String> symbols = new HashSet<>();
  private boolean sawToken;
  private final Set<Integer> inactiveDirectives = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /** An error of the lexer. */
  public record Problem(int start, int end, String message) {}

  protected CSharpLexerBase(CharStream input) {
    super(input);
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
    int back = -2;
    while (true) {
      int c = _input.LA(back);
      if (c == IntStream.EOF || c == 0 && _input.index() + back < 0 || isLineEnd(c)) {
        return true;
      }
      if (!isBlank(c)) {
        return false;
      }
      back--;
    }
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
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private String tokenText() {
    return _input.getText(Interval.of(_tokenStartCharIndex, _input.index() - 1));
  }

  private boolean active() {
    Branch top = branches.peek();
    return top == null || top.active;
  }

  protected void directive() {
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
    problems.add(new Problem(_tokenStartCharIndex, _input.index(), message));
  }

  /** A line end, blanks before {@code #}, a directive, or text up to the next directive. */
  protected void inactivePart() {
    int c = _input.LA(-1);
    setChannel(CSharpLexer.TRIVIA);
    if (c == '#' && atLineStartBefore(_tokenStartCharIndex)) {
      while (_input.LA(1) != IntStream.EOF && !isLineEnd(_input.LA(1))) {
        _input.consume();
      }
      setType(CSharpLexer.DIRECTIVE);
      setChannel(CSharpLexer.DIRECTIVES);
      directive();
      return;
    }
    if (isLineEnd(c) && atLineOf(_tokenStartCharIndex)) {
      if (c == '\r' && _input.LA(1) == '\n') {
        _input.consume();
      }
      setType(CSharpLexer.NEWLINE);
      return;
    }
    if (isBlank(c) && atLineStartBefore(_tokenStartCharIndex) && directiveFollows()) {
      while (_input.LA(1) != '#') {
        _input.consume();
      }
      setType(CSharpLexer.WHITESPACE);
      return;
    }
    setType(CSharpLexer.INACTIVE_TEXT);
    boolean lineStart = isLineEnd(c) && !(c == '\r' && _input.LA(1) == '\n');
    while (_input.LA(1) != IntStream.EOF) {
      if (lineStart && directiveFollows()) {
        return;
      }
      int next = _input.LA(1);
      _input.consume();
      lineStart = isLineEnd(next) && !(next == '\r' && _input.LA(1) == '\n');
    }
  }

  /** Whether the line end at an offset ends the line of a directive. */
  private boolean atLineOf(int offset) {
    int i = offset - 1;
    while (i >= 0 && !isLineEnd(at(i))) {
      i--;
    }
    i++;
    while (i < offset && isBlank(at(i))) {
      i++;
    }
    return i < offset && at(i) == '#';
  }

  private int at(int offset) {
    return _input.LA(offset - _input.index() + (offset >= _input.index() ? 1 : 0));
  }

  final boolean atLineStartBefore(int offset) {
    int i = offset - 1;
    while (i >= 0 && isBlank(at(i))) {
      i--;
    }
    return i < 0 || isLineEnd(at(i));
  }

  private boolean directiveFollows() {
    int k = 1;
    while (_input.LA(k) != IntStream.EOF && isBlank(_input.LA(k))) {
      k++;
    }
    return _input.LA(k) == '#';
  }

  /** The line of a directive with an unbalanced end of file. */
  public void finish() {
    if (!branches.isEmpty()) {
      problem(branches.element().isRegion ? "#endregion expected" : "#endif expected");
    }
  }

  // --- Strings

  private int quotes() {
    int count = 0;
    while (_input.LA(1) == '"') {
      _input.consume();
      count++;
    }
    return count;
  }

  protected void rawString() {
    int quotes = 3 + quotes();
    // Six or more quotes on one line are opened and closed only when text follows.
    while (true) {
      int c = _input.LA(1);
      if (c == IntStream.EOF) {
        problem("unterminated raw string");
        break;
      }
      if (c == '"') {
        if (quotes() >= quotes) {
          break;
        }
      } else {
        _input.consume();
      }
    }
    if ((_input.LA(1) == 'u' || _input.LA(1) == 'U') && _input.LA(2) == '8') {
      _input.consume();
      _input.consume();
    }
  }

  protected void startInterpolation() {
    String text = tokenText();
    int dollars = (int) text.chars().filter(c -> c == '$').count();
    int quotes = (int) text.chars().filter(c -> c == '"').count();
    if (quotes >= 3) {
      quotes += quotes();
    }
    interpolations.push(new Interpolation(dollars, quotes, text.indexOf('@') >= 0));
  }

  /** Whether the text stands in a hole of a string. */
  final boolean isInterpolating() {
    return !interpolations.isEmpty();
  }

  private int run(int c) {
    int count = 0;
    while (_input.LA(count + 1) == c) {
      count++;
    }
    return count;
  }

  private void consume(int count) {
    for (int i = 0; i < count; i++) {
      _input.consume();
    }
  }

  protected void interpolatedPart() {
    Interpolation top = interpolations.peek();
    if (top == null) {
      setType(CSharpLexer.BAD);
      popMode();
      return;
    }
    _input.seek(_tokenStartCharIndex);
    boolean raw = top.quotes >= 3;
    int first = _input.LA(1);
    if (first == '"' && run('"') >= top.quotes && !(top.verbatim && run('"') % 2 == 0)) {
      int run = raw ? run('"') : 1;
      if (!top.verbatim || run('"') == 1) {
        consume(run);
        if ((_input.LA(1) == 'u' || _input.LA(1) == 'U') && _input.LA(2) == '8') {
          consume(2);
        }
        setType(CSharpLexer.INTERP_END);
        interpolations.pop();
        popMode();
        return;
      }
    }
    if (first == '{' && opensHole(top)) {
      consume(top.quotes >= 3 ? top.dollars : 1);
      setType(CSharpLexer.INTERP_OPEN);
      top.depth = 0;
      pushMode(DEFAULT_MODE);
      return;
    }
    setType(CSharpLexer.INTERP_TEXT);
    text(top, raw);
  }

  private boolean opensHole(Interpolation top) {
    int run = run('{');
    return top.quotes >= 3 ? run == top.dollars : run % 2 == 1 && run == 1;
  }

  private void text(Interpolation top, boolean raw) {
    while (true) {
      int c = _input.LA(1);
      if (c == IntStream.EOF) {
        return;
      }
      if (!raw && !top.verbatim && isLineEnd(c)) {
        problem("unterminated string");
        interpolations.pop();
        consume(1);
        popMode();
        return;
      }
      if (c == '"') {
        int run = run('"');
        if (raw) {
          if (run >= top.quotes) {
            return;
          }
          consume(run);
        } else if (top.verbatim && run >= 2) {
          consume(2);
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
            if (run > top.dollars) {
              consume(run - top.dollars);
            }
            return;
          }
          consume(run);
        } else if (run >= 2) {
          consume(2);
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
        consume(run);
      } else if (c == '\\' && !raw && !top.verbatim) {
        consume(1);
        if (_input.LA(1) != IntStream.EOF && !isLineEnd(_input.LA(1))) {
          consume(1);
        }
      } else {
        consume(1);
      }
    }
  }

  protected void open() {
    Interpolation top = interpolations.peek();
    if (top != null) {
      top.depth++;
    }
  }

  protected void close() {
    Interpolation top = interpolations.peek();
    if (top != null) {
      top.depth--;
    }
  }

  protected void closeBrace() {
    Interpolation top = interpolations.peek();
    if (top == null) {
      return;
    }
    if (top.depth > 0) {
      top.depth--;
      return;
    }
    if (top.quotes >= 3) {
      consume(Math.min(top.dollars - 1, run('}')));
    }
    setType(CSharpLexer.INTERP_CLOSE);
    popMode();
  }

  protected void colon() {
    Interpolation top = interpolations.peek();
    if (top == null || top.depth > 0) {
      return;
    }
    while (true) {
      int c = _input.LA(1);
      if (c == '"' && top.verbatim && run('"') >= 2) {
        consume(2);
        continue;
      }
      if (c == IntStream.EOF || c == '}' || c == '"' || isLineEnd(c) && !top.verbatim) {
        break;
      }
      if (c == '{') {
        problem("a brace in a format");
      }
      consume(c == '\\' && !top.verbatim && top.quotes < 3 ? 2 : 1);
    }
    setType(CSharpLexer.INTERP_FORMAT);
  }

  @Override
  public void reset() {
    super.reset();
    if (interpolations != null) {
      interpolations.clear();
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
