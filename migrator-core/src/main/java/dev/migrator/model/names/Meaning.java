package dev.migrator.model.names;

import java.util.Optional;

/** What an expression stands for. */
sealed interface Meaning {

  /** A value; the symbol where one is known. */
  record Value(Optional<ValueSymbol> symbol) implements Meaning {}

  /** A type. */
  record OfType(Resolution.Resolved resolution) implements Meaning {}

  /** A namespace. */
  record OfNamespace(String name) implements Meaning {}

  /** Neither can be told. */
  record Unknown(Resolution.Unresolved why) implements Meaning {}

  /** A value of which nothing is known. */
  static Meaning value() {
    return new Value(Optional.empty());
  }
}
