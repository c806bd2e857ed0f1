package dev.migrator.verify;

import dev.migrator.model.UserMaps;
import dev.migrator.model.contract.Contract;
import java.util.List;

/**
 * What differs between two contracts. Every difference is real, by design with a named reason, or
 * cannot be told; nothing is dropped silently except CLR types, names of outputs, and where a
 * method stands, which are no part of it.
 *
 * @param differences real ones
 * @param unknown places where one side cannot be resolved and the texts differ
 * @param byDesign tolerated ones with their reason
 */
public record ContractDiff(
    List<Finding> differences, List<Finding> unknown, List<Finding> byDesign) {

  public ContractDiff {
    differences = List.copyOf(differences);
    unknown = List.copyOf(unknown);
    byDesign = List.copyOf(byDesign);
  }

  /**
   * One thing that is not the same.
   *
   * @param function its name before
   * @param part the kind of a binding or the name of a fact; {@code trigger}; empty for the
   *     function itself
   * @param text what was and what is
   */
  public record Finding(String function, String part, String text) {
    @Override
    public String toString() {
      return function + ": " + (part.isEmpty() ? "" : part + " ") + text;
    }
  }

  /** The answer in one word. */
  public enum Verdict {
    /** Callers notice nothing. */
    EQUAL,
    DRIFT,
    /** Nothing differs for sure, but something that cannot be resolved does not read the same. */
    UNKNOWN
  }

  public static ContractDiff of(Contract before, Contract after) {
    return of(before, after, UserMaps.NONE);
  }

  /** The same where a user says what arguments the worker does not have. */
  public static ContractDiff of(Contract before, Contract after, UserMaps maps) {
    return new ContractComparison(before, after, maps).compare();
  }

  public Verdict verdict() {
    if (!differences.isEmpty()) {
      return Verdict.DRIFT;
    }
    return unknown.isEmpty() ? Verdict.EQUAL : Verdict.UNKNOWN;
  }
}
