package dev.migrator.grammar;

import dev.migrator.grammar.CSharpLexerBase.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** From text to tokens, from tokens to parse trees. */
public final class CSharpFrontEnd {
  /** All tokens of a file, and those that the parser sees. */
  public record Lexed(
      CSharpPlaces all,
      List<CSharpToken> significant,
      List<Problem> problems,
      Set<Integer> inactiveDirectives) {}

  /** A parse tree with its errors. */
  public record Parsed<C extends ParserRuleContext>(@Nullable C tree, List<Problem> problems) {}

  private static final CSharpTokenList NOTHING =
      new CSharpTokenList(List.of(new CSharpToken(Token.EOF, 0, 0)));

  /** One parser a thread: to make one costs more than many a body does. */
  private static final ThreadLocal<CSharpParser> PARSERS =
      ThreadLocal.withInitial(CSharpFrontEnd::strictParser);

  private CSharpFrontEnd() {}

  public static Lexed lex(String text, Set<String> symbols) {
    CSharpScratch scratch = CSharpScratch.of(text);
    CSharpScanner scanner = new CSharpScanner(text, scratch, symbols);
    CSharpPlaces places = new CSharpPlaces(scratch);
    CSharpTokenBuffer significant = scanner.scan(places);
    CSharpTokenFilter.classify(significant, places, scratch);
    places.trim(scratch);
    return new Lexed(places, significant, scanner.problems(), scanner.inactiveDirectives());
  }

  /**
   * Runs a rule over tokens. Those that {@link #lex} or {@link #tokensOf} made are taken over.
   *
   * @param tokens the end of file last
   */
  public static <C extends ParserRuleContext> Parsed<C> parse(
      List<CSharpToken> tokens, Function<CSharpParser, C> rule) {
    CSharpParser parser = PARSERS.get();
    parser.setTokenStream(new CSharpTokenList(tokens));
    try {
      C tree = rule.apply(parser);
      return new Parsed<>(tree, CSharpChecks.of(parser.candidates()));
    } catch (ParseCancellationException e) {
      return recover(CSharpTokenList.restored(tokens), rule);
    } catch (StackOverflowError e) {
      return tooDeep(tokens, new ArrayList<>());
    } finally {
      parser.setTokenStream(NOTHING);
    }
  }

  /** Once more, looking for errors all the way. */
  private static <C extends ParserRuleContext> Parsed<C> recover(
      List<CSharpToken> tokens, Function<CSharpParser, C> rule) {
    CSharpParser parser = parser();
    parser.needStates();
    parser.setErrorHandler(new Recovery());
    parser.setTokenStream(new CSharpTokenList(tokens));
    Errors errors = new Errors();
    parser.addErrorListener(errors);
    try {
      C tree = rule.apply(parser);
      if (errors.problems.isEmpty()) {
        errors.problems.addAll(CSharpChecks.of(parser.candidates()));
      }
      return new Parsed<>(tree, errors.problems);
    } catch (StackOverflowError e) {
      return tooDeep(tokens, errors.problems);
    }
  }

  private static <C extends ParserRuleContext> Parsed<C> tooDeep(
      List<CSharpToken> tokens, List<Problem> problems) {
    int offset = tokens.get(0).getStartIndex();
    problems.add(new Problem(offset, offset, "nested too deeply"));
    return new Parsed<>(null, problems);
  }

  /** The tokens of a body that stands in one token, without an arrow and with an end. */
  public static List<CSharpToken> tokensOf(ParserRuleContext body) {
    int count = 1;
    for (int i = 0; i < body.getChildCount(); i++) {
      count += body.getChild(i) instanceof CSharpToken leaf ? leaf.inside().size() + 1 : 0;
    }
    CSharpTokenBuffer tokens = new CSharpTokenBuffer(count + count / 8);
    int end = 0;
    for (int i = 0; i < body.getChildCount(); i++) {
      if (body.getChild(i) instanceof TerminalNode leaf) {
        CSharpToken token = (CSharpToken) leaf.getSymbol();
        if (!token.inside().isEmpty()) {
          token.inside().forEach(tokens::append);
        } else if (token.type != CSharpLexer.ARROW) {
          tokens.append(token);
        }
        end = token.end;
      }
    }
    tokens.append(new CSharpToken(Token.EOF, end, end));
    return tokens;
  }

  private static CSharpParser strictParser() {
    CSharpParser parser = parser();
    parser.setStrict(new Refusal());
    return parser;
  }

  private static CSharpParser parser() {
    CSharpParser parser = new CSharpParser(NOTHING);
    parser.removeErrorListeners();
    return parser;
  }

  /**
   * What the parser of an async function refuses besides.
   *
   * @param tokens those of the body
   */
  public static List<Problem> asyncProblems(ParserRuleContext body, List<CSharpToken> tokens) {
    for (CSharpToken token : tokens) {
      if (token.type == CSharpLexer.IDENT && token.is("await")) {
        return CSharpChecks.awaitNames(body);
      }
    }
    return List.of();
  }

  /** Gives up at the first error, and until then looks nowhere but at the next token. */
  private static final class Refusal implements ANTLRErrorStrategy {
    @Override
    public void reset(Parser recognizer) {}

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new ParseCancellationException();
    }

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw new ParseCancellationException(e);
    }

    @Override
    public void sync(Parser recognizer) {}

    @Override
    public boolean inErrorRecoveryMode(Parser recognizer) {
      return false;
    }

    @Override
    public void reportMatch(Parser recognizer) {}

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {}
  }

  private static final class Recovery extends DefaultErrorStrategy {
    private final IdentityHashMap<RuleContext, IntervalSet> resumable = new IdentityHashMap<>();
    private @Nullable Token last;
    private int count;

    /**
     * Goes on behind a token at which errors repeat: marks that actions insert hide the standstill.
     */
    private void advance(Parser recognizer) {
      Token current = recognizer.getCurrentToken();
      count = current == last ? count + 1 : 0;
      last = current;
      if (count > 8 && current.getType() != Token.EOF) {
        recognizer.consume();
      }
    }

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      advance(recognizer);
      if (!isAtEnd(recognizer)) {
        super.recover(recognizer, e);
      }
    }

    /** At the end each rule that is open fails; what is missing there was said once. */
    @Override
    public Token recoverInline(Parser recognizer) {
      advance(recognizer);
      if (isAtEnd(recognizer) && inErrorRecoveryMode(recognizer)) {
        throw new Mismatch(recognizer);
      }
      return super.recoverInline(recognizer);
    }

    /** As the runtime does; it looks at rules around only as far as it has to. */
    @Override
    protected boolean singleTokenInsertion(Parser recognizer) {
      int current = recognizer.getCurrentToken().getType();
      ATN atn = recognizer.getATN();
      IntervalSet next = atn.nextTokens(atn.states.get(recognizer.getState()).transition(0).target);
      RuleContext context = recognizer.getContext();
      while (!next.contains(current)) {
        if (!next.contains(Token.EPSILON)) {
          return false;
        }
        if (context.invokingState < 0) {
          if (current != Token.EOF) {
            return false;
          }
          break;
        }
        next = atn.nextTokens(call(atn, context).followState);
        context = context.parent;
      }
      reportMissingToken(recognizer);
      return true;
    }

    private static boolean isAtEnd(Parser recognizer) {
      return recognizer.getCurrentToken().getType() == Token.EOF;
    }

    /** As the runtime does; what holds of a rule around is not worked out again. */
    @Override
    protected IntervalSet getErrorRecoverySet(Parser recognizer) {
      Deque<RuleContext> open = new ArrayDeque<>();
      RuleContext context = recognizer.getContext();
      while (context != null && context.invokingState >= 0 && !resumable.containsKey(context)) {
        open.push(context);
        context = context.parent;
      }
      IntervalSet set = resumable.getOrDefault(context, new IntervalSet());
      for (RuleContext inner : open) {
        set = union(set, following(recognizer, inner));
        resumable.put(inner, set);
      }
      return set;
    }

    private static IntervalSet following(Parser recognizer, RuleContext context) {
      ATN atn = recognizer.getATN();
      IntervalSet next = new IntervalSet(atn.nextTokens(call(atn, context).followState));
      next.remove(Token.EPSILON);
      return next;
    }

    private static RuleTransition call(ATN atn, RuleContext context) {
      return (RuleTransition) atn.states.get(context.invokingState).transition(0);
    }

    private static IntervalSet union(IntervalSet set, IntervalSet added) {
      IntervalSet both = new IntervalSet(set);
      both.addAll(added);
      return both.equals(set) ? set : both;
    }

    @Override
    protected void reportNoViableAlternative(Parser recognizer, NoViableAltException e) {
      report(recognizer, e.getOffendingToken(), e);
    }

    @Override
    protected void reportInputMismatch(Parser recognizer, InputMismatchException e) {
      report(recognizer, e.getOffendingToken(), e);
    }

    @Override
    protected void reportUnwantedToken(Parser recognizer) {
      reportCurrent(recognizer);
    }

    @Override
    protected void reportMissingToken(Parser recognizer) {
      reportCurrent(recognizer);
    }

    private void reportCurrent(Parser recognizer) {
      if (!inErrorRecoveryMode(recognizer)) {
        beginErrorCondition(recognizer);
        report(recognizer, recognizer.getCurrentToken(), null);
      }
    }

    /** Without the runtime's message, which takes long to make and which nobody sees. */
    private static void report(
        Parser recognizer, Token token, @Nullable RecognitionException cause) {
      recognizer.notifyErrorListeners(token, "unexpected text", cause);
    }

    @Override
    protected Token getMissingSymbol(Parser recognizer) {
      Token current = recognizer.getCurrentToken();
      int offset = current.getStartIndex();
      return new CSharpToken(CSharpLexer.BAD, offset, offset);
    }
  }

  /** Without a trace, which takes long where rules are deep in one another. */
  private static final class Mismatch extends InputMismatchException {
    private static final long serialVersionUID = 1L;

    Mismatch(Parser recognizer) {
      super(recognizer);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private static final class Errors extends BaseErrorListener {
    final List<Problem> problems = new ArrayList<>();

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException cause) {
      if (symbol instanceof CSharpToken token) {
        String what = token.getText().isEmpty() ? "end of text" : "'" + token.getText() + "'";
        problems.add(new Problem(token.getStartIndex(), token.end(), "unexpected " + what));
      } else {
        problems.add(new Problem(0, 0, message));
      }
    }
  }
}
