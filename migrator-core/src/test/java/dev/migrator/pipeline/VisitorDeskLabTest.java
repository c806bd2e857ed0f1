package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
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

  private final DotnetLab lab;
  private final ConvertedApp app;
  private final Path folder;

  VisitorDeskLabTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lab = DotnetLab.assumePresent();
    this.app = ConvertedApp.of("visitor-desk", folder);
  }

  @BeforeAll
  void bothSidesBuild() {
    build(app.before());
    build(app.after());
  }

  private void build(Path side) {
    lab.dotnet("build", side.resolve(FOLDER).toString(), "-v:q", "-nologo").orFail();
  }

  @Test
  void callersNoticeNothing() {
    DotnetLab.Result diff = behaviour(app.after(), "whole");
    assertThat(diff.exitCode()).as(diff.stdout()).isZero();
    assertThat(diff.stdout()).contains("behaviour equal 14 of 14");
  }

  /** Each line that the rules asked for is needed: without it the app compiles and misbehaves. */
  @ParameterizedTest
  @CsvSource({
    "Program.cs, AddHttpClient(),                  Partner status",
    "Program.cs, AllowSynchronousIO,               Badge status",
    "Program.cs, AddConfiguration,                 Greet log",
    "InProcessCompatibility.cs, .HttpContext = http, Greet body",
    "InProcessCompatibility.cs, http.User = user,    Claims body",
  })
  void callersNoticeWhenALineIsMissing(String file, String text, String difference)
      throws IOException {
    Path broken = folder.resolve("broken-" + text.replaceAll("\\W", ""));
    ConvertedApp.copy(app.after().resolve("src"), broken.resolve("src"));
    Path edited = broken.resolve(FOLDER).resolve(file);
    String before = Files.readString(edited);
    String after = before.replaceAll("(?m)^.*" + java.util.regex.Pattern.quote(text) + ".*\n", "");
    assertThat(after.lines().count()).isEqualTo(before.lines().count() - 1);
    Files.writeString(edited, after);
    build(broken);
    DotnetLab.Result diff = behaviour(broken, text.replaceAll("\\W", ""));
    assertThat(diff.exitCode()).isNotZero();
    assertThat(diff.stdout()).contains(difference);
  }

  private DotnetLab.Result behaviour(Path after, String name) {
    return new BehaviourRun(lab, "visitor-desk", FOLDER, "VisitorDesk.dll")
        .compare(app.before(), after, folder.resolve(name));
  }
}
