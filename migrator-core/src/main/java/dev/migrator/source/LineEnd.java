package dev.migrator.source;

/** How the lines of a file end. */
public enum LineEnd {
  LF("\n"),
  CRLF("\r\n");

  private final String text;

  LineEnd(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The line end that most lines of the text have; LF where there is none. */
  public static LineEnd of(String text) {
    int carriageReturns = 0;
    int lines = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines++;
      if (i > 0 && text.charAt(i - 1) == '\r') {
        carriageReturns++;
      }
    }
    return carriageReturns * 2 > lines ? CRLF : LF;
  }

  /** The same text with this line end on every line. */
  public String apply(String newText) {
    String bare = newText.replace("\r\n", "\n");
    return this == LF ? bare : bare.replace("\n", "\r\n");
  }
}
