package dev.migrator.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.jspecify.annotations.Nullable;

/**
 * Predicts by the tables that the build has made ({@code ParserTables}): by one token or two, and
 * operators by how tightly they bind. What the tables leave open is predicted as the runtime does.
 */
final class CSharpPrediction extends ParserATNSimulator {
  private static final char[] ROW_OF_DECISION = CSharpTables.ROW_OF_DECISION.toCharArray();
  private static final char[] ROWS = CSharpTables.ROWS.toCharArray();
  private static final char[] SECOND_ROWS = CSharpTables.SECOND_ROWS.toCharArray();

  private @Nullable ParserATNSimulator simulator;

  CSharpPrediction(Parser parser) {
    this(parser, null);
  }

  /**
   * With what the runtime's {@link org.antlr.v4.runtime.DefaultErrorStrategy} looks at.
   *
   * @param atn that of the parser
   */
  CSharpPrediction(Parser parser, @Nullable ATN atn) {
    super(parser, atn, null, null);
  }

  @Override
  public int adaptivePredict(TokenStream input, int decision, ParserRuleContext outerContext) {
    int cell = ROWS[ROW_OF_DECISION[decision] * CSharpTables.WIDTH + input.LA(1) + 1];
    if (cell >= CSharpTables.SECOND_TOKEN) {
      int row = cell - CSharpTables.SECOND_TOKEN;
      cell = SECOND_ROWS[row * CSharpTables.WIDTH + input.LA(2) + 1];
    }
    if (cell >= CSharpTables.PRECEDENCE) {
      return parser.precpred(outerContext, cell - CSharpTables.PRECEDENCE) ? 1 : 2;
    }
    return cell > 0 ? cell : byStates(input, decision, outerContext);
  }

  /** Whether the tables have left something open. */
  boolean hasAskedStates() {
    return simulator != null;
  }

  private int byStates(TokenStream input, int decision, ParserRuleContext outerContext) {
    ParserATNSimulator known = simulator;
    if (known == null) {
      known = CSharpAtn.simulator(parser);
      simulator = known;
    }
    return known.adaptivePredict(input, decision, outerContext);
  }
}
