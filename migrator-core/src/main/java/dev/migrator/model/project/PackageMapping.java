package dev.migrator.model.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a package of the in-process model.
 *
 * @param pattern its id, or the start of ids with {@code *} behind
 * @param range versions that the row is for
 * @param replacements in the order in which they are written
 * @param source section of the knowledge that says so
 * @param advice what to do where a person must act; empty for what the replacements say
 */
public record PackageMapping(
    String pattern,
    VersionRange range,
    Action action,
    List<Replacement> replacements,
    String source,
    String advice) {

  /** What to do with the reference. */
  public enum Action {
    /** The replacements take its place, as far as the app uses them. */
    REPLACE,
    DELETE,
    /** Belongs to both models; what it brought in-process only is added. */
    KEEP,
    /** No counterpart, or one whose version is not verified: a person must act. */
    REPORT
  }

  /**
   * A package of the isolated model.
   *
   * @param usedFor what the app must use for it to be needed, such as {@code blob} or {@code
   *     timer}; null where it is always needed
   */
  public record Replacement(String id, @Nullable String usedFor) {
    static Replacement parse(String text) {
      int mark = text.indexOf('?');
      return mark < 0
          ? new Replacement(text, null)
          : new Replacement(text.substring(0, mark), text.substring(mark + 1));
    }

    public Optional<String> condition() {
      return Optional.ofNullable(usedFor);
    }
  }

  public PackageMapping {
    replacements = List.copyOf(replacements);
  }

  static PackageMapping of(List<String> row) {
    return new PackageMapping(
        row.get(0),
        VersionRange.parse(row.get(1)),
        Action.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
        PackageTable.list(row.get(3)).stream().map(Replacement::parse).toList(),
        row.get(4),
        row.size() > 5 ? row.get(5) : "");
  }

  /**
   * Whether the package is an older edition of what a shared framework holds, which wins over it
   * wherever both are there: it need not go for the conversion's sake.
   */
  public boolean isOfFramework() {
    return action == Action.DELETE && !range.isEverything();
  }

  /** Whether the row is for the package, whatever its version. */
  public boolean isFor(String id) {
    String mine = pattern.toLowerCase(Locale.ROOT);
    String other = id.toLowerCase(Locale.ROOT);
    return mine.endsWith("*")
        ? other.startsWith(mine.substring(0, mine.length() - 1))
        : other.equals(mine);
  }
}
