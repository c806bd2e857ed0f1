package dev.migrator.model.names;

import java.util.Optional;

/** The value of an expression that the compiler computes. */
public sealed interface Constant {

  /** The value, where it is a known string. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** A string. */
  record Text(String value) implements Constant {
    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }
  }

  /** An integer. */
  record Whole(long value) implements Constant {}

  /** {@code true} or {@code false}. */
  record Flag(boolean value) implements Constant {}

  /**
   * A member of an enum.
   *
   * @param enumType the enum
   * @param name of the member
   */
  record Member(TypeSymbol enumType, String name) implements Constant {}

  /** {@code null}. */
  record Null() implements Constant {}

  /**
   * Not known.
   *
   * @param reason in words a C# developer understands
   */
  record Unknown(String reason) implements Constant {}
}
