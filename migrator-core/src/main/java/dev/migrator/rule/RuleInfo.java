package dev.migrator.rule;

/**
 * What reports and documents say of a rule.
 *
 * @param id {@code MIG0301}; first two digits: area; never reused
 * @param title one line
 * @param step the commit its edits land in
 */
public record RuleInfo(String id, String title, Step step) {
  public static RuleInfo of(String id, String title, Step step) {
    return new RuleInfo(id, title, step);
  }
}
