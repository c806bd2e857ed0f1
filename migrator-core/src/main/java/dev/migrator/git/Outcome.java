package dev.migrator.git;

import java.util.Optional;

/** What came of an attempt: a value, or the reason why nothing was done. */
public sealed interface Outcome<T> {
  /** The value; empty when refused. */
  Optional<T> value();

  /** The reason; empty when there is a value. */
  Optional<Refusal> refusal();

  static <T> Outcome<T> of(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(RefusalCode code, String message, String advice) {
    return new Refused<>(new Refusal(code, message, advice));
  }

  record Done<T>(T done) implements Outcome<T> {
    @Override
    public Optional<T> value() {
      return Optional.of(done);
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.empty();
    }
  }

  record Refused<T>(Refusal reason) implements Outcome<T> {
    @Override
    public Optional<T> value() {
      return Optional.empty();
    }

    @Override
    public Optional<Refusal> refusal() {
      return Optional.of(reason);
    }
  }
}
