package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import dev.migrator.pipeline.LabRuns.Behaviour;
import dev.migrator.report.AppReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lab's own app of 96 functions, converted without a hand edit: its calls are answered as
 * before at least as often as by the twin that the lab wrote by hand.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class MeasuredAppLabTest {
  private static final String PROJECT = "before/before.csproj";
  private static final int FUNCTIONS = 96;
  private static final int CALLS = 297;
  private static final int EQUAL_IN_THE_TWIN = 285;

  /** What the converted app may answer otherwise, and why. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "PocoRoute", "a route value that the old binder refused",
          "PocoAndRequest", "the body stays readable beside an object",
          "WriteOk", "a status behind a response that has begun",
          "Request", "forwarded headers are applied",
          "TriggerDynamic", "the stream behind dynamic",
          "PlaceOrder", "items added before a failure stay unsent",
          "Rows", "items flushed before a failure stay unsent");

  private final LabRuns runs;
  private final ConvertedApp app;
  private final Path calls;

  MeasuredAppLabTest(@TempDir Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path test = lab.directory().resolve("tools/fnrun-inprocess/test");
    Path source = folder.resolve("source");
    for (String part : List.of("before", "methods")) {
      DotnetLab.copy(test.resolve(part), source.resolve(part));
    }
    Files.copy(test.resolve("shop.json"), source.resolve("shop.json"));
    this.calls = test.resolve("calls/shop.jsonl");
    this.app = ConvertedApp.of(source, "before", folder);
    this.runs = new LabRuns(lab, app, PROJECT, folder);
  }

  @BeforeAll
  void bothSidesBuild() {
    runs.build(PROJECT);
  }

  @Test
  void isConvertedAsAWhole() {
    assertThat(app.result().report().apps())
        .singleElement()
        .extracting(AppReport::status, AppReport::functions)
        .containsExactly(AppReport.Status.CONVERTED, FUNCTIONS);
  }

  @Test
  void answersAsOftenAsTheTwinWrittenByHand() throws IOException {
    Behaviour behaviour = runs.behaviourOf(calls, "T=t", "K=k");
    System.out.println("measured app: " + behaviour.summary());
    behaviour.differences().forEach(difference -> System.out.println("  " + difference.line()));
    assertThat(behaviour.calls()).isEqualTo(CALLS);
    assertThat(behaviour.equal()).isGreaterThanOrEqualTo(EQUAL_IN_THE_TWIN);
    assertThat(behaviour.differences())
        .isNotEmpty()
        .allSatisfy(difference -> assertThat(KNOWN).containsKey(difference.function()));
  }
}
