package dev.migrator.model.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a name means. */
public sealed interface Resolution {

  /** The type, where it is one. */
  default Optional<TypeSymbol> type() {
    return Optional.empty();
  }

  /** Whether it is surely the type of that metadata name. */
  default boolean is(String metadataName) {
    return type().map(symbol -> symbol.is(metadataName)).orElse(false);
  }

  /** Whether it is surely a type of one of these metadata names. */
  default boolean isAny(Set<String> metadataNames) {
    return type().map(symbol -> metadataNames.contains(symbol.metadataName())).orElse(false);
  }

  /**
   * A type.
   *
   * @param symbol the type
   * @param aliasUsed whether the name, or the first part of a qualified one, is a using alias
   */
  record Resolved(TypeSymbol symbol, boolean aliasUsed) implements Resolution {
    @Override
    public Optional<TypeSymbol> type() {
      return Optional.of(symbol);
    }
  }

  /** A namespace, dotted, as a full name. */
  record Namespace(String name) implements Resolution {}

  /** A type parameter of the method or type around. */
  record TypeParameter(String name) implements Resolution {}

  /** A keyword type, {@code var}, {@code dynamic}, a tuple: no name to look up. */
  record Predefined(String text) implements Resolution {}

  /**
   * Not known.
   *
   * @param reason why
   * @param candidates metadata names that came close, sorted
   */
  record Unresolved(Reason reason, List<String> candidates) implements Resolution {
    public Unresolved {
      candidates = List.copyOf(candidates);
    }
  }

  /** Why a name is not resolved. */
  enum Reason {
    /** Nothing of that name is in sight, or it cannot be told without doubt. */
    UNKNOWN,
    /** Several types are in sight at one level (CS0104). */
    AMBIGUOUS,
    /** Only types with another number of type parameters are in sight. */
    WRONG_ARITY
  }

  /** Nothing is known about the name. */
  static Resolution unknown() {
    return new Unresolved(Reason.UNKNOWN, List.of());
  }
}
