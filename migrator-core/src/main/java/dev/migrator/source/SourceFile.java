package dev.migrator.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of one file and what is needed to write it back: {@code ofBytes(path, bytes).toBytes()}
 * equals {@code bytes} for every file that {@link #ofBytes} accepts.
 */
public final class SourceFile {
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The largest C# file of public Functions apps has less than a tenth of it. */
  private static final int LARGEST = 16 << 20;

  private final String path;
  private final String text;
  private final boolean hasByteOrderMark;
  private final LineEnd lineEnd;
  private final int[] lineStarts;

  private SourceFile(String path, String text, boolean hasByteOrderMark) {
    this.path = path;
    this.text = text;
    this.hasByteOrderMark = hasByteOrderMark;
    this.lineEnd = LineEnd.of(text);
    this.lineStarts = lineStarts(text);
  }

  /** A file that exists in memory only, without byte order mark. */
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text, false);
  }

  /**
   * Reads UTF-8 with or without byte order mark.
   *
   * @throws UnreadableSourceException when the bytes are another encoding, or too many
   */
  public static SourceFile ofBytes(String path, byte[] bytes) throws UnreadableSourceException {
    if (bytes.length > LARGEST) {
      throw new UnreadableSourceException(
          path,
          "has " + (bytes.length >> 20) + " MB, more than any source; take it out of the project");
    }
    boolean marked = startsWith(bytes, UTF8_MARK);
    if (!marked && bytes.length >= 2 && isUtf16Mark(bytes)) {
      throw new UnreadableSourceException(path, "is UTF-16; save it as UTF-8 and run again");
    }
    int from = marked ? UTF8_MARK.length : 0;
    return new SourceFile(path, decode(path, bytes, from), marked);
  }

  private static String decode(String path, byte[] bytes, int from)
      throws UnreadableSourceException {
    Charset charset = StandardCharsets.UTF_8;
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableSourceException(
          path, "is not valid UTF-8; save it as UTF-8 and run again", e);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static boolean isUtf16Mark(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Relative to the repository, with {@code /}. */
  public String path() {
    return path;
  }

  /** The text without byte order mark. */
  public String text() {
    return text;
  }

  public boolean hasByteOrderMark() {
    return hasByteOrderMark;
  }

  /** The line end that new lines of this file take. */
  public LineEnd lineEnd() {
    return lineEnd;
  }

  /** The same file with another text; byte order mark as before. */
  public SourceFile withText(String newText) {
    return new SourceFile(path, newText, hasByteOrderMark);
  }

  public byte[] toBytes() {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (!hasByteOrderMark) {
      return body;
    }
    byte[] all = Arrays.copyOf(UTF8_MARK, UTF8_MARK.length + body.length);
    System.arraycopy(body, 0, all, UTF8_MARK.length, body.length);
    return all;
  }

  public Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  /** Offset of the first character of the line that holds the offset. */
  public int lineStart(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return lineStarts[found >= 0 ? found : -found - 2];
  }

  /**
   * Offset behind the line end of the line that holds the offset; the text's length on the last.
   */
  public int nextLineStart(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
  }

  /** Blanks and tabs at the start of the line that holds the offset. */
  public String indentation(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  public Location location(int offset) {
    return new Location(path, position(offset).line());
  }
}
