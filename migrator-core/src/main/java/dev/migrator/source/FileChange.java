package dev.migrator.source;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of one file: new bytes or its deletion. Immutable; equal when the bytes are. */
public final class FileChange {
  private static final FileChange DELETION = new FileChange(null);

  private final byte @Nullable [] bytes;

  private FileChange(byte @Nullable [] bytes) {
    this.bytes = bytes;
  }

  /** The file has these bytes afterwards, whether it was there before or not. */
  public static FileChange write(byte[] bytes) {
    return new FileChange(bytes.clone());
  }

  public static FileChange delete() {
    return DELETION;
  }

  public boolean isDeletion() {
    return bytes == null;
  }

  /** The new bytes; empty for a deletion. Callers do not change the array. */
  public Optional<byte[]> bytes() {
    return Optional.ofNullable(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileChange that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes == null ? "delete" : "write " + bytes.length + " bytes";
  }
}
