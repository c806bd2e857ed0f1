package dev.migrator.model.project;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Versions from one to another, {@code [3.0,5.0)}; {@code *} is every version, also an unknown one.
 *
 * @param from null without lower bound
 * @param to null without upper bound
 */
public record VersionRange(
    @Nullable NuGetVersion from,
    boolean includesFrom,
    @Nullable NuGetVersion to,
    boolean includesTo) {

  /**
   * Reads a range of a table.
   *
   * @throws IllegalArgumentException for what is no range
   */
  public static VersionRange parse(String text) {
    if (text.equals("*")) {
      return new VersionRange(null, false, null, false);
    }
    String[] bounds = text.substring(1, text.length() - 1).split(",", -1);
    if (bounds.length != 2) {
      throw new IllegalArgumentException("no version range: " + text);
    }
    return new VersionRange(
        NuGetVersion.parse(bounds[0]).orElse(null),
        text.startsWith("["),
        NuGetVersion.parse(bounds[1]).orElse(null),
        text.endsWith("]"));
  }

  public boolean isEverything() {
    return from == null && to == null;
  }

  /** Whether a version lies in the range; one that is not known lies only in {@code *}. */
  public boolean contains(Optional<NuGetVersion> version) {
    if (isEverything() || version.isEmpty()) {
      return isEverything();
    }
    int low = from == null ? 1 : version.get().compareTo(from);
    int high = to == null ? -1 : version.get().compareTo(to);
    return (low > 0 || low == 0 && includesFrom) && (high < 0 || high == 0 && includesTo);
  }
}
