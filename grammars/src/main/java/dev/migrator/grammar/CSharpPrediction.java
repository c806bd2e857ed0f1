package dev.migrator.grammar;

/**
 * The tables that the build has made ({@code ParserTables}): what one token or two decide, and how
 * tightly operators bind.
 */
final class CSharpPrediction {
  /** The tables do not decide. */
  static final int OPEN = 0;

  /** From here on a cell says how tightly the operator binds with which the loop goes on. */
  static final int PRECEDENCE = CSharpTables.PRECEDENCE;

  private static final char[] ROW_OF_DECISION = CSharpTables.ROW_OF_DECISION.toCharArray();
  private static final char[] ROWS = CSharpTables.ROWS.toCharArray();
  private static final char[] SECOND_ROWS = CSharpTables.SECOND_ROWS.toCharArray();

  private CSharpPrediction() {}

  /** An alternative, or what {@link #PRECEDENCE} and {@link #OPEN} say. */
  static int of(int decision, CSharpTokenList input) {
    int cell = ROWS[ROW_OF_DECISION[decision] * CSharpTables.WIDTH + input.LA(1) + 1];
    if (cell >= CSharpTables.SECOND_TOKEN) {
      int row = cell - CSharpTables.SECOND_TOKEN;
      return SECOND_ROWS[row * CSharpTables.WIDTH + input.LA(2) + 1];
    }
    return cell;
  }
}
