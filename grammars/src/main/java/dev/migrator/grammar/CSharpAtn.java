package dev.migrator.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNDeserializer;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * The network of states of {@code CSharpParser.g4}, made when an error has to be explained or two
 * tokens do not decide.
 */
final class CSharpAtn {
  static final ATN STATES = new ATNDeserializer().deserialize(CSharpTables.STATES.toCharArray());

  private static final DFA[] DECISIONS = new DFA[STATES.getNumberOfDecisions()];
  private static final PredictionContextCache CONTEXTS = new PredictionContextCache();

  static {
    for (int i = 0; i < DECISIONS.length; i++) {
      DECISIONS[i] = new DFA(STATES.getDecisionState(i), i);
    }
  }

  private CSharpAtn() {}

  /** Prediction as the runtime does it, in its first stage. */
  static ParserATNSimulator simulator(Parser parser) {
    ParserATNSimulator simulator = new ParserATNSimulator(parser, STATES, DECISIONS, CONTEXTS);
    simulator.setPredictionMode(PredictionMode.SLL);
    return simulator;
  }
}
