package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.model.ResourceTable;
import java.util.List;
import java.util.Optional;

/**
 * A finding that may stop the conversion of an app. The list is closed: nothing else does.
 *
 * @param id of the finding
 * @param reason why the app is better left as it is
 * @param section of the knowledge that says so
 */
public record Blocker(String id, String reason, String section) {
  private static final List<Blocker> ALL =
      ResourceTable.rows(Blocker.class, "blockers.tsv").stream()
          .map(cells -> new Blocker(cells.get(0), cells.get(1), cells.get(2)))
          .toList();

  /** All rows of {@code blockers.tsv}, by id. */
  public static List<Blocker> all() {
    return ALL;
  }

  /** The row of a finding; empty for one that never stops a conversion. */
  public static Optional<Blocker> of(Code code) {
    return ALL.stream().filter(blocker -> blocker.id().equals(code.id())).findFirst();
  }
}
