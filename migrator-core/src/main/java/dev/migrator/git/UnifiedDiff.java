package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrator.source.EditedTree;
import dev.migrator.source.FileTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.Base85;
import org.jspecify.annotations.Nullable;

/** What {@code git diff} would print between two trees: {@code git apply} gives the second one. */
public final class UnifiedDiff {
  private static final int BINARY_LINE = 52;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ObjectInserter.Formatter ids = new ObjectInserter.Formatter();

  private UnifiedDiff() {}

  /** The diff; executable files of a {@link CommitTree} keep their mode. */
  public static byte[] between(FileTree before, FileTree after) {
    FileTree bottom = before;
    while (bottom instanceof EditedTree edited) {
      bottom = edited.base();
    }
    return bottom instanceof CommitTree commit
        ? between(before, after, commit::isExecutable)
        : between(before, after, path -> false);
  }

  /**
   * The diff as bytes: the encoding of each file is kept. Empty when the trees are equal.
   *
   * @param isExecutable whether a file that is in the first tree has mode 100755
   */
  public static byte[] between(FileTree before, FileTree after, Predicate<String> isExecutable) {
    UnifiedDiff diff = new UnifiedDiff();
    for (String path : candidates(before, after)) {
      byte @Nullable [] old = before.read(path).orElse(null);
      byte @Nullable [] now = after.read(path).orElse(null);
      if (!Arrays.equals(old, now)) {
        diff.file(path, old, now, isExecutable.test(path) ? "100755" : "100644");
      }
    }
    return diff.out.toByteArray();
  }

  /** The diff as text; bytes that are not UTF-8 are replaced, so it may not apply then. */
  public static String text(FileTree before, FileTree after) {
    return new String(between(before, after), UTF_8);
  }

  private static SortedSet<String> candidates(FileTree before, FileTree after) {
    if (after instanceof EditedTree edited && edited.base() == before) {
      return new TreeSet<>(edited.changes().keySet());
    }
    SortedSet<String> all = new TreeSet<>(before.paths());
    all.addAll(after.paths());
    return all;
  }

  private void file(String path, byte @Nullable [] old, byte @Nullable [] now, String mode) {
    line("diff --git " + quote("a/" + path) + " " + quote("b/" + path));
    String suffix = "";
    if (old == null) {
      line("new file mode 100644");
    } else if (now == null) {
      line("deleted file mode " + mode);
    } else {
      suffix = " " + mode;
    }
    byte[] from = old == null ? new byte[0] : old;
    byte[] to = now == null ? new byte[0] : now;
    boolean isBinary =
        RawText.isBinary(from, from.length, true) || RawText.isBinary(to, to.length, true);
    line("index " + id(old, isBinary) + ".." + id(now, isBinary) + suffix);
    if (isBinary) {
      line("GIT binary patch");
      literal(to);
      literal(from);
    } else if (from.length + to.length > 0) {
      line("--- " + (old == null ? "/dev/null" : name("a/" + path)));
      line("+++ " + (now == null ? "/dev/null" : name("b/" + path)));
      hunks(new RawText(from), new RawText(to));
    }
  }

  private void line(String text) {
    out.writeBytes(text.getBytes(UTF_8));
    out.write('\n');
  }

  /** Git wants the full ids of binary files. */
  private String id(byte @Nullable [] bytes, boolean isFull) {
    ObjectId id = bytes == null ? ObjectId.zeroId() : ids.idFor(Constants.OBJ_BLOB, bytes);
    return isFull ? id.name() : id.abbreviate(7).name();
  }

  private void hunks(RawText from, RawText to) {
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, from, to);
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(edits, from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void literal(byte[] bytes) {
    line("literal " + bytes.length);
    byte[] packed = deflate(bytes);
    for (int i = 0; i < packed.length; i += BINARY_LINE) {
      int length = Math.min(BINARY_LINE, packed.length - i);
      out.write(length <= 26 ? 'A' + length - 1 : 'a' + length - 27);
      out.writeBytes(Base85.encode(packed, i, length));
      out.write('\n');
    }
    out.write('\n');
  }

  private static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  /** Behind a name with a blank git writes a tab, or other tools would cut the name there. */
  private static String name(String path) {
    String quoted = quote(path);
    return quoted.indexOf(' ') >= 0 && !quoted.startsWith("\"") ? quoted + "\t" : quoted;
  }

  /** Quotes as git does with {@code core.quotePath}: {@code ü} becomes {@code "\303\274"}. */
  static String quote(String path) {
    StringBuilder quoted = new StringBuilder();
    for (byte b : path.getBytes(UTF_8)) {
      int c = b & 0xFF;
      int escape = "\u0007\b\t\n\u000b\f\r\"\\".indexOf(c);
      if (escape >= 0) {
        quoted.append('\\').append("abtnvfr\"\\".charAt(escape));
      } else if (c < ' ' || c >= 0x7F) {
        quoted.append('\\').append((char) ('0' + (c >> 6)));
        quoted.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
      } else {
        quoted.append((char) c);
      }
    }
    return quoted.length() == path.length() && quoted.indexOf("\\") < 0
        ? path
        : '"' + quoted.toString() + '"';
  }
}
