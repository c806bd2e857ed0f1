package dev.migrator.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.jspecify.annotations.Nullable;

/** Actions that classify what comes next, so the grammar decides by one token. */
public abstract class CSharpParserBase extends Parser {
  private final List<ParserRuleContext> candidates = new ArrayList<>();

  /** Set while the runtime's constructor runs. */
  @SuppressWarnings("NullAway.Init")
  private CSharpTokenList tokens;

  /** How tightly an operator has to bind. */
  private int precedence;

  /** Whether nothing is done about errors but to throw at the first. */
  private boolean isStrict;

  private boolean hasTables = true;

  protected CSharpParserBase(TokenStream input) {
    super(input);
  }

  /** The contexts that {@link CSharpChecks} has to see, once the tree is there. */
  List<ParserRuleContext> candidates() {
    return candidates;
  }

  @Override
  public void reset() {
    super.reset();
    if (candidates != null) {
      candidates.clear();
    }
  }

  @Override
  public void setTokenStream(TokenStream input) {
    tokens = (CSharpTokenList) input;
    super.setTokenStream(input);
  }

  /** With the states of the grammar, which the runtime looks at to explain an error. */
  ParserATNSimulator needStates() {
    if (_interp == null) {
      _interp = CSharpAtn.simulator(this);
    }
    return _interp;
  }

  @Override
  public void setProfile(boolean profile) {
    needStates();
    super.setProfile(profile);
  }

  /** Predicts by it alone, without the tables. */
  @Override
  public void setInterpreter(ParserATNSimulator interpreter) {
    super.setInterpreter(interpreter);
    hasTables = false;
  }

  /** The alternative that the input takes. */
  final int predict(int decision, ParserRuleContext context) {
    int cell = hasTables ? CSharpPrediction.of(decision, tokens) : CSharpPrediction.OPEN;
    if (cell >= CSharpPrediction.PRECEDENCE) {
      return precpred(context, cell - CSharpPrediction.PRECEDENCE) ? 1 : 2;
    }
    return cell > CSharpPrediction.OPEN
        ? cell
        : needStates().adaptivePredict(_input, decision, context);
  }

  void setStrict(ANTLRErrorStrategy thrower) {
    setErrorHandler(thrower);
    isStrict = true;
  }

  /** As the runtime does, without listeners; a statement is marked. */
  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    setState(state);
    _ctx = context;
    if (rule == CSharpParser.RULE_statement) {
      insert(classifier().statement(_input.index()));
    }
    context.start = tokens.current();
    if (context.parent instanceof CSharpContext parent) {
      parent.add(context);
    }
  }

  /** As the runtime does, without numbers of alternatives. */
  @Override
  public void enterOuterAlt(ParserRuleContext context, int alternative) {
    if (_ctx != context) {
      if (_ctx.parent instanceof CSharpContext parent) {
        parent.removeLastChild();
        parent.add(context);
      }
      _ctx = context;
    }
  }

  @Override
  public void exitRule() {
    switch (_ctx.getRuleIndex()) {
      case CSharpParser.RULE_statement,
          CSharpParser.RULE_simplePattern,
          CSharpParser.RULE_typeArguments,
          CSharpParser.RULE_elements,
          CSharpParser.RULE_arm,
          CSharpParser.RULE_accessor,
          CSharpParser.RULE_typeBody,
          CSharpParser.RULE_attributeArgument ->
          candidates.add(_ctx);
      default -> {}
    }
    _ctx.stop = matchedEOF ? tokens.current() : tokens.last();
    setState(_ctx.invokingState);
    _ctx = (ParserRuleContext) _ctx.parent;
  }

  @Override
  public void enterRecursionRule(ParserRuleContext context, int state, int rule, int tightness) {
    setState(state);
    _precedenceStack.push(tightness);
    precedence = tightness;
    _ctx = context;
    context.start = tokens.current();
  }

  @Override
  public boolean precpred(RuleContext context, int tightness) {
    return tightness >= precedence;
  }

  @Override
  public void pushNewRecursionContext(ParserRuleContext context, int state, int rule) {
    addExpression();
    ParserRuleContext operand = _ctx;
    operand.parent = context;
    operand.invokingState = state;
    operand.stop = tokens.last();
    context.start = operand.start;
    ((CSharpContext) context).add(operand);
    _ctx = context;
  }

  @Override
  public void unrollRecursionContexts(@Nullable ParserRuleContext parent) {
    addExpression();
    _precedenceStack.pop();
    precedence = getPrecedence();
    ParserRuleContext whole = _ctx;
    whole.stop = tokens.last();
    whole.parent = parent;
    if (parent != null) {
      ((CSharpContext) parent).add(whole);
    }
    _ctx = parent;
  }

  /** A left operand or a whole expression is complete. */
  private void addExpression() {
    if (CSharpChecks.isCandidate(_ctx)) {
      candidates.add(_ctx);
    }
  }

  private CSharpClassifier classifier() {
    return tokens.classifier();
  }

  @Override
  public Token match(int type) {
    CSharpToken token = tokens.current();
    if (token.type != type || type == Token.EOF) {
      return super.match(type);
    }
    if (!isStrict) {
      _errHandler.reportMatch(this);
    }
    return consume();
  }

  /** As the runtime does, without listeners; each tree is built. */
  @Override
  public Token consume() {
    CSharpToken token = tokens.current();
    if (token.type != Token.EOF) {
      tokens.advance();
    }
    if (isStrict || !_errHandler.inErrorRecoveryMode(this)) {
      ((CSharpContext) _ctx).add(token);
    } else {
      _ctx.addErrorNode(createErrorNode(_ctx, token));
    }
    return token;
  }

  /** Before each part of a rule: puts an error right, once errors are looked for. */
  final void sync() {
    if (!isStrict) {
      _errHandler.sync(this);
    }
  }

  private void insert(int mark) {
    if (mark != 0) {
      tokens.insertMark(mark);
    }
  }

  protected void markElement() {
    int mark = classifier().element(_input.index());
    if (mark == CSharpLexer.FIELD_MARK) {
      markMember();
    } else {
      insert(mark);
    }
  }

  protected void markMember() {
    classifier().member(_input.index(), tokens);
  }

  /** A name before a colon or, of an attribute, an equals sign. */
  protected void markName() {
    boolean isAttribute = _ctx.getRuleIndex() == CSharpParser.RULE_attributeArgument;
    insert(classifier().argumentName(_input.index(), isAttribute));
  }

  /** The end of what takes each operator behind it, so that nobody outside can take one. */
  protected void markEnd() {
    tokens.insertEnd(_input.index(), CSharpLexer.END_MARK);
  }

  /** Tells {@code f(ref x)} from an expression that begins with {@code ref}. */
  protected void markReference() {
    if (_input.LA(1) == CSharpLexer.REF) {
      tokens.get(_input.index()).setType(CSharpLexer.REF_ARGUMENT);
    }
  }

  /** An element {@code with(x)} holds the arguments of a collection; it calls nothing. */
  protected void markWith() {
    CSharpToken first = tokens.get(_input.index());
    boolean isWith =
        CSharpClassifier.isName(first.getType())
            && first.is("with")
            && CSharpClassifier.isParen(_input.LA(2));
    if (isWith) {
      first.setType(CSharpLexer.WITH);
    }
  }

  protected void markSubpattern() {
    insert(classifier().subpattern(_input.index()));
  }

  /** Says that an {@code if} has no {@code else}, so that no lookahead has to find the owner. */
  protected void markElse() {
    if (_input.LA(1) != CSharpLexer.ELSE) {
      tokens.insertEnd(_input.index(), CSharpLexer.NO_ELSE);
    }
  }

  /** The end of the type behind {@code as}: a dot behind it belongs to the type. */
  protected void markTypeEnd() {
    int end = classifier().scanOperandType(_input.index(), true);
    if (end >= 0) {
      tokens.insertEnd(end, CSharpLexer.TYPE_END);
    }
  }

  private void markPatternType() {
    int end = classifier().scanOperandType(_input.index(), true);
    boolean isPositional = CSharpClassifier.isParen(tokens.get(end).getType());
    tokens.insertEnd(end, isPositional ? CSharpLexer.POSITIONAL_MARK : CSharpLexer.TYPE_END);
  }

  protected void markParameter() {
    classifier().parameter(_input.index(), tokens, false);
  }

  /** The parameter of an extension block may have no name. */
  protected void markReceiver() {
    classifier().parameter(_input.index(), tokens, true);
  }

  /** Says that a query does not go on, so that no lookahead has to find the owner of into. */
  protected void markQueryEnd() {
    if (_input.LA(1) != CSharpLexer.INTO) {
      tokens.insertEnd(_input.index(), CSharpLexer.QUERY_END);
    }
  }

  protected void markPattern() {
    int mark = classifier().pattern(_input.index());
    if (mark == CSharpLexer.TYPE_MARK) {
      markPatternType();
    }
    insert(mark);
  }

  protected void markLabel() {
    insert(classifier().label(_input.index()));
  }

  protected void markDeclaration() {
    insert(classifier().declaration(_input.index()));
  }

  protected void markTupleElement() {
    insert(classifier().tupleElement(_input.index()));
  }

  protected void collapseBlock() {
    tokens.collapseBlock();
  }

  protected void collapseExpression() {
    tokens.collapseExpression();
  }
}
