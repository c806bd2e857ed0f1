package dev.migrator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.machine.DotnetSdk;
import dev.migrator.source.Location;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildOutputTest {
  private static final BuildOutput OUTPUT = new BuildOutput(Path.of("/tmp/tree"), "src/A.csproj");

  @Test
  void placesAnErrorOfTheCompiler() {
    List<Diagnostic> errors =
        errors(
            """
            /tmp/tree/src/B.cs(31,7): error CS0246: The type 'X' could not be found [/tmp/tree/src/A.csproj]
            /tmp/tree/src/B.cs(31,7): error CS0246: The type 'X' could not be found [/tmp/tree/src/A.csproj]
            """);
    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.at()).hasToString("src/B.cs:31");
              assertThat(error.message()).isEqualTo("CS0246: The type 'X' could not be found");
            });
  }

  @Test
  void placesAnErrorOfRestoreAtTheProject() {
    assertThat(errors("/tmp/tree/src/A.csproj : error NU1101: Unable to find package P."))
        .singleElement()
        .hasToString(
            Diagnostic.of(
                    Code.BUILD_FAILED,
                    Location.ofFile("src/A.csproj"),
                    "NU1101: Unable to find package P.",
                    "advice")
                .toString());
  }

  @Test
  void namesTheProjectForAFileOutsideTheTree() {
    assertThat(errors("/opt/sdk/x.targets(3,2): error MSB4019: gone [/tmp/tree/src/A.csproj]"))
        .singleElement()
        .satisfies(error -> assertThat(error.at()).hasToString("src/A.csproj"));
  }

  @Test
  void aFailureWithoutAnErrorHasItsLastWords() {
    assertThat(errors("one\nCould not execute\n\n"))
        .singleElement()
        .satisfies(
            error -> assertThat(error.message()).isEqualTo("exit code 1: Could not execute"));
  }

  private static List<Diagnostic> errors(String output) {
    return OUTPUT.errors(new DotnetSdk.Ran(1, output), Code.BUILD_FAILED, "advice");
  }
}
