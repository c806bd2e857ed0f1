package dev.migrator.grammar;

/** Keywords, and the words that mean something in some places only. */
final class CSharpWords {
  /** What stands for a word that is a name unless its surroundings say otherwise. */
  static final short CONTEXTUAL = -2;

  private static final int SLOTS = 1024;
  private static final char[][] WORDS = new char[SLOTS][];
  private static final int[] TYPES = new int[SLOTS];
  private static final int LONGEST = 10;

  static {
    // In the grammar the keywords are the rules from ABSTRACT to WHILE.
    for (int type = CSharpLexer.ABSTRACT; type <= CSharpLexer.WHILE; type++) {
      String quoted = CSharpParser.VOCABULARY.getLiteralName(type);
      put(quoted.substring(1, quoted.length() - 1), type);
    }
    String contextual =
        "not and or when with await scoped allows where async from select join on equals into let"
            + " orderby ascending descending group by";
    for (String word : contextual.split(" ")) {
      put(word, CONTEXTUAL);
    }
  }

  private CSharpWords() {}

  private static void put(String word, int type) {
    int slot = slot(word.charAt(0), word.charAt(1), word.charAt(word.length() - 1), word.length());
    while (WORDS[slot] != null) {
      slot = slot + 1 & SLOTS - 1;
    }
    WORDS[slot] = word.toCharArray();
    TYPES[slot] = type;
  }

  private static int slot(int first, int second, int last, int length) {
    return first * 37 + second * 101 + last * 7 + length * 211 & SLOTS - 1;
  }

  /** Type of the keyword in a range, {@link #CONTEXTUAL}, or that of other names. */
  static int type(char[] text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST || text[start] < 'a') {
      return CSharpLexer.IDENT;
    }
    int slot = slot(text[start], text[start + 1], text[end - 1], length);
    while (true) {
      char[] word = WORDS[slot];
      if (word == null) {
        return CSharpLexer.IDENT;
      }
      if (word.length == length && matches(word, text, start)) {
        return TYPES[slot];
      }
      slot = slot + 1 & SLOTS - 1;
    }
  }

  private static boolean matches(char[] word, char[] text, int start) {
    for (int i = 0; i < word.length; i++) {
      if (text[start + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
