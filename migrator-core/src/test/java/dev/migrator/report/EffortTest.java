package dev.migrator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.source.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of docs/scan.md. */
class EffortTest {
  private static Diagnostic finding(Code code, String file) {
    return Diagnostic.of(code, Location.ofFile(file), "message", "advice");
  }

  @Test
  void growsWithTheFunctions() {
    assertThat(Effort.of(4, List.of())).isEqualTo(new Effort(80, 0, 0));
    assertThat(Effort.of(4, List.of()).hours()).isEqualTo(2);
  }

  @Test
  void countsFindingsBySeverity() {
    Effort effort =
        Effort.of(
            0,
            List.of(
                finding(Code.LOG_LEVELS_MOVED, "a.cs"),
                finding(Code.RUNTIME_DIFFERENCE, "a.cs"),
                finding(Code.FLUSH_RELIED_ON, "a.cs"),
                finding(Code.FLUSH_RELIED_ON, "b.cs")));
    assertThat(effort).isEqualTo(new Effort(60, 70, 0));
  }

  @Test
  void countsABlockerThatOccursOftenByItsFiles() {
    Effort effort =
        Effort.of(
            0,
            List.of(
                finding(Code.BINDING_UNKNOWN, "a.cs"),
                finding(Code.BINDING_UNKNOWN, "a.cs"),
                finding(Code.BINDING_UNKNOWN, "b.cs"),
                finding(Code.ASYNC_VOID, "b.cs")));
    assertThat(effort).isEqualTo(new Effort(60, 0, 2 * 120 + 2 * 15));
    assertThat(effort.minutes()).isEqualTo(330);
    assertThat(effort.hours()).isEqualTo(6);
  }
}
