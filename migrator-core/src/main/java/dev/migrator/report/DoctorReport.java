package dev.migrator.report;

import java.util.List;

/**
 * What a machine has and what that allows.
 *
 * @param checks in the order in which people look
 * @param abilities what the commands of the tool could do here now
 */
public record DoctorReport(List<Check> checks, List<Ability> abilities) {
  public DoctorReport {
    checks = List.copyOf(checks);
    abilities = List.copyOf(abilities);
  }

  /** How a check ended. */
  public enum State {
    OK,
    /** It is there, but something must be done first. */
    ATTENTION,
    MISSING
  }

  /**
   * One thing that was looked for.
   *
   * @param detail what was found, or what stands in the way
   */
  public record Check(String name, State state, String detail) {}

  /**
   * One command.
   *
   * @param reasons why it cannot work here, each with what to do; empty when it can
   */
  public record Ability(String command, List<String> reasons) {
    public Ability {
      reasons = List.copyOf(reasons);
    }

    public boolean isPossible() {
      return reasons.isEmpty();
    }
  }
}
