package dev.migrator.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.dfa.DFAState;

/**
 * Predicts by one token where that is enough, operators by how tightly they bind; otherwise as the
 * runtime does, known ways through its tables being taken without moving in the tokens.
 */
final class CSharpPrediction extends ParserATNSimulator {
  private static final CSharpLookahead LOOKAHEAD = new CSharpLookahead(CSharpParser._ATN);

  CSharpPrediction(Parser parser, ParserATNSimulator tables) {
    super(parser, parser.getATN(), tables.decisionToDFA, tables.getSharedContextCache());
  }

  @Override
  public int adaptivePredict(TokenStream input, int decision, ParserRuleContext outerContext) {
    int token = input.LA(1);
    int alternative = LOOKAHEAD.alternative(decision, token);
    if (alternative > CSharpLookahead.OPEN) {
      return alternative;
    }
    DFA dfa = decisionToDFA[decision];
    if (dfa.isPrecedenceDfa()) {
      int precedence = LOOKAHEAD.precedence(decision, token);
      if (precedence != CSharpLookahead.OPEN) {
        return parser.precpred(outerContext, precedence) ? 1 : 2;
      }
    }
    DFAState state =
        dfa.isPrecedenceDfa() ? dfa.getPrecedenceStartState(parser.getPrecedence()) : dfa.s0;
    for (int look = 1; state != null && state.edges != null; look++) {
      int edge = input.LA(look) + 1;
      state = edge < state.edges.length ? state.edges[edge] : null;
      if (state != null && state.isAcceptState) {
        if (state.predicates != null) {
          break;
        }
        return state.prediction;
      }
    }
    return super.adaptivePredict(input, decision, outerContext);
  }
}
