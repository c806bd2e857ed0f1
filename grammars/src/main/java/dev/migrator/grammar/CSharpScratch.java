package dev.migrator.grammar;

/**
 * Room that reading a file needs for a moment. It is kept for the next file of the thread, since
 * memory costs most when it is first written to.
 */
final class CSharpScratch {
  /** Files longer than this get room of their own. */
  private static final int KEPT = 1 << 18;

  private static final ThreadLocal<CSharpScratch> OWN = ThreadLocal.withInitial(CSharpScratch::new);

  /** A text with a zero behind it. */
  char[] text = {};

  // Of the list of all tokens.
  short[] types = new short[1 << 12];
  int[] starts = new int[1 << 12];

  // Of the filter, one entry a token.
  int[] match = {};
  int[] outer = {};
  int[] commas = {};
  int[] angles = {};
  int[] notable = {};

  private CSharpScratch() {}

  static CSharpScratch of(String source) {
    int length = source.length();
    CSharpScratch own = length > KEPT ? new CSharpScratch() : OWN.get();
    if (length >= own.text.length) {
      own.text = new char[Math.max(length + 1, Math.min(KEPT + 1, 2 * length))];
    }
    source.getChars(0, length, own.text, 0);
    own.text[length] = 0;
    return own;
  }

  void expectTokens(int count) {
    if (count > match.length) {
      int size = count + count / 2;
      match = new int[size];
      outer = new int[size];
      commas = new int[size];
      angles = new int[size];
      notable = new int[size];
    }
  }
}
