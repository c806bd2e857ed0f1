package dev.migrator.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What one token decides: worked out once for each decision, where prediction would work it out
 * anew for each token that comes.
 */
final class CSharpLookahead {
  /** The token does not decide. */
  static final int OPEN = 0;

  private static final int MIXED = -1;

  private final ATN atn;
  private final byte[][] alternatives;
  private final byte[][] precedences;
  private final BitSet[] firsts;
  private final boolean[] empty;
  private @Nullable List<List<RuleTransition>> calls;

  CSharpLookahead(ATN atn) {
    this.atn = atn;
    this.alternatives = new byte[atn.getNumberOfDecisions()][];
    this.precedences = new byte[atn.getNumberOfDecisions()][];
    this.firsts = new BitSet[atn.ruleToStartState.length];
    this.empty = new boolean[firsts.length];
  }

  /**
   * The only alternative of a decision that can begin with a token, or {@link #OPEN}; the one that
   * ends the rule where none can, since a mark may have yet to be put in there.
   */
  int alternative(int decision, int token) {
    byte[] table = alternatives[decision];
    if (table == null) {
      table = alternativesOf(atn.getDecisionState(decision));
      alternatives[decision] = table;
    }
    return Math.max(OPEN, table[token + 1]);
  }

  /**
   * How tightly what goes on with a token behind an operand binds, or {@link #OPEN}.
   *
   * @param decision whether a loop over the operators of a rule goes on
   */
  int precedence(int decision, int token) {
    byte[] table = precedences[decision];
    if (table == null) {
      table = precedencesOf(atn.getDecisionState(decision));
      precedences[decision] = table;
    }
    return Math.max(OPEN, table[token + 1]);
  }

  private synchronized byte[] alternativesOf(DecisionState state) {
    byte[] table = new byte[atn.maxTokenType + 2];
    int ending = OPEN;
    for (int i = state.getNumberOfTransitions(); i > 0; i--) {
      BitSet tokens = new BitSet();
      if (first(state.transition(i - 1).target, tokens)) {
        ending = i;
      }
      put(tokens, i, table);
    }
    for (int t = 0; t < table.length; t++) {
      table[t] = table[t] == OPEN ? (byte) ending : table[t];
    }
    return table;
  }

  private synchronized byte[] precedencesOf(DecisionState loop) {
    byte[] table = new byte[atn.maxTokenType + 2];
    ATNState operators = loop.transition(0).target;
    for (int i = 0; i < operators.getNumberOfTransitions(); i++) {
      ATNState operator = operators.transition(i).target;
      BitSet tokens = new BitSet();
      first(operator, tokens);
      put(tokens, precedence(operator), table);
    }
    // A token that an operator and what stands around the operand can begin with is left open.
    BitSet around = new BitSet();
    follow(loop.ruleIndex, around, new BitSet(), loop);
    for (int t = around.nextSetBit(0); t >= 0; t = around.nextSetBit(t + 1)) {
      table[t] = MIXED;
    }
    return table;
  }

  private static int precedence(ATNState operator) {
    ATNState state = operator;
    while (true) {
      Transition transition = state.transition(0);
      if (transition instanceof PrecedencePredicateTransition predicate) {
        return predicate.precedence;
      }
      state = transition.target;
    }
  }

  private static void put(BitSet tokens, int value, byte[] table) {
    for (int t = tokens.nextSetBit(0); t >= 0; t = tokens.nextSetBit(t + 1)) {
      table[t] = (byte) (table[t] == 0 || table[t] == value ? value : MIXED);
    }
  }

  /** Adds the tokens, moved up by one, that can come; returns whether the rule can end before. */
  private boolean first(ATNState state, BitSet tokens) {
    boolean ends = collect(state, tokens, new BitSet(), null);
    if (ends) {
      follow(state.ruleIndex, tokens, new BitSet(), null);
    }
    return ends;
  }

  /** Adds what comes first up to a state; returns whether the rule can end before. */
  private boolean collect(ATNState state, BitSet tokens, BitSet seen, @Nullable ATNState limit) {
    if (state instanceof RuleStopState) {
      return true;
    }
    boolean ends = false;
    if (!state.equals(limit) && !seen.get(state.stateNumber)) {
      seen.set(state.stateNumber);
      for (int i = 0; i < state.getNumberOfTransitions(); i++) {
        Transition transition = state.transition(i);
        if (transition instanceof RuleTransition call) {
          int rule = call.target.ruleIndex;
          tokens.or(firstOf(rule));
          ends |= empty[rule] && collect(call.followState, tokens, seen, limit);
        } else if (transition.isEpsilon()) {
          ends |= collect(transition.target, tokens, seen, limit);
        } else {
          for (Interval range : transition.label().getIntervals()) {
            tokens.set(range.a + 1, range.b + 2);
          }
        }
      }
    }
    return ends;
  }

  private BitSet firstOf(int rule) {
    BitSet known = firsts[rule];
    if (known == null) {
      known = new BitSet();
      empty[rule] = collect(atn.ruleToStartState[rule], known, new BitSet(), null);
      firsts[rule] = known;
    }
    return known;
  }

  /** Adds what can stand behind a rule; not what leads to a state. */
  private void follow(int rule, BitSet tokens, BitSet seen, @Nullable ATNState limit) {
    if (seen.get(rule)) {
      return;
    }
    seen.set(rule);
    for (RuleTransition call : calls().get(rule)) {
      if (collect(call.followState, tokens, new BitSet(), limit)) {
        follow(call.followState.ruleIndex, tokens, seen, limit);
      }
    }
  }

  private List<List<RuleTransition>> calls() {
    List<List<RuleTransition>> known = calls;
    if (known == null) {
      known = new ArrayList<>();
      for (int i = 0; i < firsts.length; i++) {
        known.add(new ArrayList<>());
      }
      for (ATNState state : atn.states) {
        if (state != null
            && state.getNumberOfTransitions() > 0
            && state.transition(0) instanceof RuleTransition call) {
          known.get(call.target.ruleIndex).add(call);
        }
      }
      calls = known;
    }
    return known;
  }
}
