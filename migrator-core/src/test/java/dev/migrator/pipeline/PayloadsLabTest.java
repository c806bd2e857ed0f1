package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads that rely on Newtonsoft.Json go through what the converted Program.cs registers. */
@TestInstance(Lifecycle.PER_CLASS)
final class PayloadsLabTest {
  private static final String PROJECT = "src/FormsIntake/FormsIntake.csproj";
  private static final String PROGRAM = "src/FormsIntake/Program.cs";

  private final LabRuns runs;
  private final ConvertedApp app;
  private final Path folder;

  PayloadsLabTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    DotnetLab lab = DotnetLab.assumePresent();
    this.app = ConvertedApp.of("forms-intake", folder);
    this.runs = new LabRuns(lab, app, PROJECT, folder);
    runs.build(PROJECT);
  }

  /** One side is what MVC writes and reads, the other what bindings do. */
  @ParameterizedTest
  @CsvSource({"AddNewtonsoftJson, GetForm body", "options.Serializer, RegisterForm log"})
  void callersNoticeWhenARegistrationIsMissing(String line, String difference) throws IOException {
    Path broken = app.withoutLine(PROGRAM, line, folder.resolve("broken-" + line));
    runs.build(broken, PROJECT);
    DotnetLab.Result diff = runs.behaviour(broken, "forms-intake.jsonl").diff();
    assertThat(diff.exitCode()).isNotZero();
    assertThat(diff.stdout()).contains(difference);
  }
}
