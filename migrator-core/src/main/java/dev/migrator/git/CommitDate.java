package dev.migrator.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The date of the commits; never the clock's. {@code --date}, then {@code SOURCE_DATE_EPOCH}: all
 * commits have that date. Otherwise commit k (from 1) is k seconds after its base commit. The zone
 * is always UTC.
 */
public final class CommitDate {
  private static final CommitDate OF_BASE = new CommitDate(null);

  private final @Nullable Instant fixed;

  private CommitDate(@Nullable Instant fixed) {
    this.fixed = fixed;
  }

  /** Counted from the base commit. */
  public static CommitDate ofBase() {
    return OF_BASE;
  }

  public static CommitDate at(Instant instant) {
    return new CommitDate(Instant.ofEpochSecond(instant.getEpochSecond()));
  }

  /**
   * Reads the option and the variable. Forms: {@code 2026-01-31}, {@code 2026-01-31T08:00:00Z},
   * with an offset, seconds since 1970, the same with {@code @} before it.
   *
   * @param option the text of {@code --date}, or null
   */
  public static Outcome<CommitDate> of(@Nullable String option, Map<String, String> environment) {
    if (option != null) {
      return read("--date", option);
    }
    @Nullable String variable = environment.get("SOURCE_DATE_EPOCH");
    return variable == null || variable.isBlank()
        ? Outcome.of(OF_BASE)
        : read("SOURCE_DATE_EPOCH", variable);
  }

  private static Outcome<CommitDate> read(String name, String text) {
    return parse(text.strip())
        .filter(instant -> instant.getEpochSecond() >= 0)
        .map(instant -> Outcome.of(at(instant)))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.INVALID_DATE,
                    name + " \"" + text + "\" is not a date",
                    "write it as 2026-01-31T08:00:00Z or as seconds since 1970"));
  }

  private static Optional<Instant> parse(String text) {
    try {
      if (text.matches("@?\\d{1,12}")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text.replace("@", ""))));
      }
      return Optional.of(
          text.matches("\\d{4}-\\d\\d-\\d\\d")
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The date of a commit.
   *
   * @param base when the base commit was made
   * @param number of the commit behind the base, from 1
   */
  public Instant of(Instant base, int number) {
    return fixed == null ? base.plusSeconds(number) : fixed;
  }

  /** The date that was asked for; empty when it is counted from the base commit. */
  public Optional<Instant> fixed() {
    return Optional.ofNullable(fixed);
  }
}
