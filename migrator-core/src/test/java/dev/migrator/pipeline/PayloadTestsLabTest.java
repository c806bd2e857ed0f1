package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import dev.migrator.rule.Options;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What --payload-tests writes passes, and fails where Program.cs registers less. */
@TestInstance(Lifecycle.PER_CLASS)
final class PayloadTestsLabTest {
  private static final String PROGRAM = "src/FormsIntake/Program.cs";
  private static final String TESTS = "tests/FormsIntake.Tests";

  private final DotnetLab lab;
  private final Path folder;
  private final Path app;

  PayloadTestsLabTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lab = DotnetLab.assumePresent();
    Options options =
        new Options(
            Options.DEFAULT_FRAMEWORK, false, false, false, false, true, Options.DEFAULT.maps());
    this.app = ConvertedApp.of("forms-intake", options, folder.resolve("app")).after();
  }

  private DotnetLab.Result test(Path root) throws IOException {
    String filter = "FullyQualifiedName~PayloadTests";
    return lab.dotnet("test", root.resolve(TESTS).toString(), "-nologo", "--filter", filter);
  }

  @Test
  void payloadsAreAsInProcess() throws IOException {
    assertThat(test(app).orFail().stdout()).contains("Passed:     8");
  }

  /** One is what MVC writes, the other what bindings write and read. */
  @ParameterizedTest
  @ValueSource(strings = {"AddNewtonsoftJson", "options.Serializer"})
  void testsFailWhenARegistrationIsMissing(String line) throws IOException {
    Path broken = folder.resolve("broken-" + line);
    ConvertedApp.copy(app, broken);
    ConvertedApp.deleteLine(broken.resolve(PROGRAM), line);
    DotnetLab.Result result = test(broken);
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.stdout()).contains("Renamed").contains("Passed:     4");
  }
}
