package dev.migrator.git;

import java.io.ByteArrayOutputStream;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout does to line ends. Follows git's {@code convert.c}; JGit's streams differ: they
 * turn CRLF into LF on checkout, and complete the line ends of files that mix both.
 */
enum LineEndConversion {
  NONE,
  /** LF stays, but git adds a CRLF of the work tree as LF: attribute {@code eol=lf}. */
  FROM_CRLF,
  /** LF becomes CRLF: attribute {@code eol=crlf}, or {@code text} where the system says so. */
  TO_CRLF,
  /** The same, but only for files that are text and have no CR yet: {@code text=auto}, autocrlf. */
  TO_CRLF_IF_TEXT;

  static LineEndConversion of(@Nullable EolStreamType checkout, @Nullable EolStreamType checkin) {
    if (checkout == EolStreamType.TEXT_CRLF) {
      return TO_CRLF;
    }
    if (checkout == EolStreamType.AUTO_CRLF) {
      return TO_CRLF_IF_TEXT;
    }
    return checkin == EolStreamType.TEXT_LF || checkin == EolStreamType.AUTO_LF ? FROM_CRLF : NONE;
  }

  /** The bytes of the work tree for the bytes of a blob. */
  byte[] toWorkTree(byte[] blob) {
    Statistics found = Statistics.of(blob);
    boolean converts =
        this != NONE
            && this != FROM_CRLF
            && found.lineFeeds > 0
            && !(this == TO_CRLF_IF_TEXT
                && (found.carriageReturns > 0 || found.pairs > 0 || found.isBinary()));
    if (!converts) {
      return blob;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(blob.length + found.lineFeeds);
    for (int i = 0; i < blob.length; i++) {
      if (blob[i] == '\n' && (i == 0 || blob[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(blob[i]);
    }
    return out.toByteArray();
  }

  /** The bytes with LF for every CRLF. */
  static byte[] withoutCarriageReturns(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  /** Counts as git's {@code gather_stats}. */
  private static final class Statistics {
    private int lineFeeds;
    private int carriageReturns;
    private int pairs;
    private int nulls;
    private int printable;
    private int unprintable;

    static Statistics of(byte[] bytes) {
      Statistics result = new Statistics();
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
          result.pairs++;
          i++;
        } else {
          result.count(bytes[i] & 0xFF);
        }
      }
      if (bytes.length > 0 && bytes[bytes.length - 1] == 0x1A) {
        result.unprintable--;
      }
      return result;
    }

    private void count(int b) {
      if (b == '\r') {
        carriageReturns++;
      } else if (b == '\n') {
        lineFeeds++;
      } else if (b == '\b' || b == '\t' || b == '\f' || b == 0x1B || b >= ' ' && b != 0x7F) {
        printable++;
      } else {
        unprintable++;
        nulls += b == 0 ? 1 : 0;
      }
    }

    boolean isBinary() {
      return carriageReturns > 0 || nulls > 0 || printable >> 7 < unprintable;
    }
  }
}
