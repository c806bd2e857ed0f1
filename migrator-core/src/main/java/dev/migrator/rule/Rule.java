package dev.migrator.rule;

/** One documented change of an app; sees one snapshot, does no I/O, keeps no state. */
public interface Rule {
  RuleInfo info();

  /** Edits, findings and needs for the app; the same answer for the same app. */
  RuleOutcome apply(Conversion conversion);
}
