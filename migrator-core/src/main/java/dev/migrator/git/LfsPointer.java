package dev.migrator.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Recognises the small text that Git LFS stores in place of a file. */
public final class LfsPointer {
  private static final byte[] START = "version https://git-lfs.github.com/spec/".getBytes(US_ASCII);
  private static final int LARGEST = 1024;

  private LfsPointer() {}

  /** Whether the bytes of a blob are a pointer and not the file itself. */
  public static boolean isLfsPointer(byte[] bytes) {
    return bytes.length <= LARGEST
        && bytes.length > START.length
        && Arrays.equals(bytes, 0, START.length, START, 0, START.length);
  }
}
