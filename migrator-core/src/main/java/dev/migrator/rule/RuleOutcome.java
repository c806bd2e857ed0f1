package dev.migrator.rule;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule answers.
 *
 * @param edits in any file of the app
 * @param newFiles files that do not exist yet
 * @param deletions files that go
 * @param findings for people
 * @param needs written once for all rules
 */
public record RuleOutcome(
    List<Edit> edits,
    List<NewFile> newFiles,
    List<Deletion> deletions,
    List<Diagnostic> findings,
    List<Need> needs) {
  public static final RuleOutcome NOTHING =
      new RuleOutcome(List.of(), List.of(), List.of(), List.of(), List.of());

  public RuleOutcome {
    edits = List.copyOf(edits);
    newFiles = List.copyOf(newFiles);
    deletions = List.copyOf(deletions);
    findings = List.copyOf(findings);
    needs = List.copyOf(needs);
  }

  /**
   * A file that the conversion adds.
   *
   * @param path relative to the repository
   * @param text with the line ends it is to have
   * @param ruleId the rule that asks
   */
  public record NewFile(String path, String text, String ruleId) {}

  /**
   * A file that the conversion takes away.
   *
   * @param path relative to the repository
   * @param ruleId the rule that asks
   */
  public record Deletion(String path, String ruleId) {}

  public static Builder builder() {
    return new Builder();
  }

  /** Collects an outcome piece by piece; used by one thread. */
  public static final class Builder {
    private final List<Edit> edits = new ArrayList<>();
    private final List<NewFile> newFiles = new ArrayList<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    public Builder edit(Edit edit) {
      edits.add(edit);
      return this;
    }

    public Builder edits(List<Edit> more) {
      edits.addAll(more);
      return this;
    }

    public Builder newFile(NewFile file) {
      newFiles.add(file);
      return this;
    }

    public Builder deletion(Deletion file) {
      deletions.add(file);
      return this;
    }

    /** Everything that another rule answered. */
    public Builder add(RuleOutcome other) {
      edits.addAll(other.edits);
      newFiles.addAll(other.newFiles);
      deletions.addAll(other.deletions);
      findings.addAll(other.findings);
      needs.addAll(other.needs);
      return this;
    }

    public Builder finding(Diagnostic finding) {
      findings.add(finding);
      return this;
    }

    public Builder need(Need need) {
      needs.add(need);
      return this;
    }

    public RuleOutcome build() {
      return new RuleOutcome(edits, newFiles, deletions, findings, needs);
    }
  }
}
