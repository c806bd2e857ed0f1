package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler lets pass, verify does not: functions that people add to a converted app. */
@TestInstance(Lifecycle.PER_CLASS)
final class SilentFailuresTest {
  private static final String PROJECT = "src/OrderDesk";

  private final ConvertedApp app;

  SilentFailuresTest(@TempDir Path folder) throws IOException {
    this.app = ConvertedApp.of("order-desk", folder);
  }

  static List<SilentFailure> failures() {
    return SilentFailure.ALL;
  }

  @ParameterizedTest
  @MethodSource("failures")
  void verifyNamesTheFailureAndItsFile(SilentFailure failure) throws IOException {
    Path file = failure.addTo(app.after().resolve(PROJECT));
    try {
      Result result = verify(app.after());
      assertThat(result.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
      List<Diagnostic> found =
          result.report().apps().get(0).findings().stream()
              .filter(finding -> finding.at().path().endsWith(failure.name() + ".cs"))
              .toList();
      assertThat(found).extracting(finding -> finding.code().id()).containsExactly(failure.id());
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void verifyFindsAPackageOfTheInProcessModel(String id) throws IOException {
    Path project = app.after().resolve(PROJECT + "/OrderDesk.csproj");
    String text = Files.readString(project);
    String reference = "<ItemGroup><PackageReference Include=\"" + id + "\" Version=\"4.0.0\" />";
    Files.writeString(project, text.replace("</Project>", reference + "</ItemGroup></Project>"));
    try {
      Result result = verify(app.after());
      assertThat(result.exitCode()).isEqualTo(ExitCode.VERIFICATION_FAILED);
      assertThat(result.report().apps().get(0).findings())
          .anySatisfy(
              finding -> {
                assertThat(finding.code().id()).isEqualTo("FIN0704");
                assertThat(finding.message()).contains(id);
              });
    } finally {
      Files.writeString(project, text);
    }
  }

  static List<String> packages() {
    return List.of(
        "Microsoft.NET.Sdk.Functions",
        "Microsoft.Azure.Functions.Extensions",
        "Microsoft.Azure.WebJobs.Extensions.Storage.Queues");
  }

  /** Whatever the conversion leaves in a clone: without a lock the app itself still tells. */
  @Test
  void verifyNeedsNoLockForWhatTheAppItselfTells() throws IOException {
    Path copy = app.after().resolveSibling("clone");
    ConvertedApp.copy(app.after().resolve("src"), copy.resolve("src"));
    assertThat(verify(copy).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(verify(copy).messages()).anyMatch(message -> message.contains("no contract lock"));
    Path program = copy.resolve(PROJECT + "/Program.cs");
    String text = Files.readString(program);
    for (String line : ofTheCode(text)) {
      Files.writeString(program, text.replace(line, ""));
      assertThat(verify(copy).exitCode()).as(line).isEqualTo(ExitCode.VERIFICATION_FAILED);
    }
  }

  /** Filters and limits are known to the lock alone. */
  private static List<String> ofTheCode(String program) {
    return program
        .lines()
        .filter(line -> line.matches("\\s+(builder\\.|new ).*;"))
        .filter(line -> !line.matches(".*(AddFilter|KestrelServerOptions).*"))
        .toList();
  }

  @Test
  void theCompilerLetsThemPass() throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path copy = app.after().resolveSibling("silent");
    ConvertedApp.copy(app.after().resolve("src"), copy.resolve("src"));
    for (SilentFailure failure : SilentFailure.ALL) {
      if (failure.builds()) {
        failure.addTo(copy.resolve(PROJECT));
      }
    }
    lab.dotnet("build", copy.resolve(PROJECT).toString(), "-v:q", "-nologo").orFail();
  }

  private static Result verify(Path root) {
    return Migration.verify(ConvertedApp.request(root, Optional.empty()), Progress.SILENT);
  }
}
