package dev.migrator.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CommitDateTest {
  private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

  private static String read(String option) {
    return CommitDate.of(option, Map.of())
        .value()
        .map(date -> date.of(BASE, 3).toString())
        .orElse("refused");
  }

  @Test
  void readsDatesAndSeconds() {
    assertThat(read("2026-01-31")).isEqualTo("2026-01-31T00:00:00Z");
    assertThat(read("2026-01-31T08:00:00Z")).isEqualTo("2026-01-31T08:00:00Z");
    assertThat(read("2026-01-31T08:00:00+02:00")).isEqualTo("2026-01-31T06:00:00Z");
    assertThat(read("1700000000")).isEqualTo("2023-11-14T22:13:20Z");
    assertThat(read("@1700000000")).isEqualTo("2023-11-14T22:13:20Z");
    assertThat(read("2026-02-30")).isEqualTo("refused");
    assertThat(read("1969-01-01")).isEqualTo("refused");
    assertThat(read("now")).isEqualTo("refused");
  }

  @Test
  void theOptionWinsOverTheVariableAndBothOverTheBase() {
    Map<String, String> environment = Map.of("SOURCE_DATE_EPOCH", "0");
    assertThat(CommitDate.of("2026-01-31", environment).value().orElseThrow().fixed())
        .contains(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(CommitDate.of(null, environment).value().orElseThrow().fixed())
        .contains(Instant.EPOCH);
    assertThat(CommitDate.of(null, Map.of()).value().orElseThrow().of(BASE, 2))
        .isEqualTo("2026-01-01T00:00:02Z");
    assertThat(CommitDate.of(null, Map.of("SOURCE_DATE_EPOCH", "x")).refusal()).isPresent();
  }
}
