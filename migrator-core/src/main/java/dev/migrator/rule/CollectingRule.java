package dev.migrator.rule;

/** A rule that writes once what the others need: usings, packages, Program.cs. */
public interface CollectingRule {
  RuleInfo info();

  /**
   * Edits, findings and files for the app.
   *
   * @param needs of all rules, in no particular order
   */
  RuleOutcome apply(Conversion conversion, Needs needs);
}
