package dev.migrator.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of joining the edits of all rules. */
public sealed interface Merge {

  /** No two edits want the same text changed differently. */
  record Clean(EditList edits) implements Merge {}

  /** Two edits that cannot both be done. */
  record Conflict(Edit first, Edit second) implements Merge {}

  /**
   * Joins the edits of all rules; the outcome does not depend on their order. Equal changes
   * collapse, insertions at one point stand in rule-id order, any other overlap is a conflict.
   */
  static Merge of(List<Edit> edits) {
    Map<String, Edit> distinct = new LinkedHashMap<>();
    edits.stream()
        .sorted(Edit.ORDER)
        .forEach(e -> distinct.putIfAbsent(e.path() + "\0" + e.change(), e));
    List<Edit> kept = new ArrayList<>();
    @Nullable Edit widest = null;
    for (Edit edit : distinct.values()) {
      if (widest != null && widest.collidesWith(edit)) {
        return new Conflict(widest, edit);
      }
      kept.add(edit);
      if (widest == null
          || !widest.path().equals(edit.path())
          || edit.span().end() >= widest.span().end()) {
        widest = edit;
      }
    }
    return new Clean(new EditList(kept));
  }
}
