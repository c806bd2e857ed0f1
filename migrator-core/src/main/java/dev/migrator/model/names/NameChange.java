package dev.migrator.model.names;

/**
 * A name that would mean something else with other using directives.
 *
 * @param reference the name and what it means now
 * @param after what it would mean
 */
public record NameChange(NameReference reference, Resolution after) {

  /** Whether the compiler would see several types (CS0104). */
  public boolean isAmbiguity() {
    return after instanceof Resolution.Unresolved unresolved
        && unresolved.reason() == Resolution.Reason.AMBIGUOUS;
  }

  /** Whether it would surely be another type, or surely none; false where it cannot be told. */
  public boolean isCertain() {
    return !(after instanceof Resolution.Unresolved unresolved)
        || unresolved.candidates().isEmpty()
        || isAmbiguity();
  }
}
