package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An app that lives on services of the in-process host: run before and after its conversion. */
@TestInstance(Lifecycle.PER_CLASS)
final class VisitorDeskLabTest {
  private static final String FOLDER = "src/VisitorDesk";
  private static final String PROJECT = FOLDER + "/VisitorDesk.csproj";
  private static final String CALLS = "visitor-desk.jsonl";

  private final LabRuns runs;
  private final ConvertedApp app;
  private final Path folder;

  VisitorDeskLabTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    DotnetLab lab = DotnetLab.assumePresent();
    this.app = ConvertedApp.of("visitor-desk", folder);
    this.runs = new LabRuns(lab, app, PROJECT, folder);
  }

  @BeforeAll
  void bothSidesBuild() {
    runs.build(PROJECT);
  }

  @Test
  void callersNoticeNothing() throws IOException {
    DotnetLab.Result diff = runs.behaviour(CALLS).diff();
    assertThat(diff.exitCode()).as(diff.stdout()).isZero();
    assertThat(diff.stdout()).contains("behaviour equal 56 of 56");
  }

  /** Each line that the rules asked for is needed: without it the app compiles and misbehaves. */
  @ParameterizedTest
  @CsvSource({
    "Program.cs, AddHttpClient(),                  Partner status",
    "Program.cs, AllowSynchronousIO,               Badge status",
    "Program.cs, AddConfiguration,                 Greet log",
    "InProcessCompatibility.cs, .HttpContext = http, Greet body",
    "InProcessCompatibility.cs, http.User = user,    Claims body",
    "InProcessCompatibility.cs, UseMiddleware<InProcessFilters>, Enter body",
    "InProcessCompatibility.cs, FunctionObjects>(),  Enter body",
    "Startup.cs, IFunctionFilter,                    ReadJournal body",
  })
  void callersNoticeWhenALineIsMissing(String file, String text, String difference)
      throws IOException {
    Path broken =
        app.withoutLine(
            FOLDER + "/" + file, text, folder.resolve("broken-" + text.replaceAll("\\W", "")));
    runs.build(broken, PROJECT);
    DotnetLab.Result diff = runs.behaviour(broken, CALLS).diff();
    assertThat(diff.exitCode()).isNotZero();
    assertThat(diff.stdout()).contains(difference);
  }
}
