package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.report.AppReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app with all kept signatures, converted; what needs no .NET. */
final class SupportRowsTest {
  @TempDir private Path folder;

  @Test
  void verifyHasNoFalseAlarm() throws IOException {
    ConvertedApp app = ConvertedApp.of("support-rows", folder);
    Result result =
        Migration.verify(ConvertedApp.request(app.after(), Optional.empty()), Progress.SILENT);
    AppReport report = result.report().apps().get(0);
    assertThat(report.findings()).noneMatch(finding -> finding.isError());
    assertThat(report.contract()).isEqualTo(AppReport.ContractState.EQUAL);
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void secondRunFindsNothing() throws IOException {
    ConvertedApp app = ConvertedApp.of("support-rows", folder);
    Result second =
        Migration.convert(ConvertedApp.request(app.after(), Optional.empty()), Progress.SILENT);
    assertThat(second.exitCode()).isEqualTo(ExitCode.NOTHING_TO_CONVERT);
  }
}
