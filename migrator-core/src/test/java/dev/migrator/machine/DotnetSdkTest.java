package dev.migrator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which SDKs are found; scripts stand for {@code dotnet}. */
class DotnetSdkTest {
  @TempDir Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: no /bin/sh to stand for dotnet");
  }

  private Path dotnet(String name, String script) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Path command = Files.writeString(place.resolve("dotnet"), "#!/bin/sh\n" + script + "\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return place;
  }

  @Test
  void listsTheSdksOfTheOneOnThePath() throws IOException {
    Path place =
        dotnet(
            "a", "echo \"8.0.404 [/sdk]\"; echo \"10.0.100-rc.1 [/sdk]\"; test $1 = --list-sdks");
    Path root = dotnet("b", "echo '6.0.100 [/sdk]'");
    DotnetSdk sdk =
        DotnetSdk.find(
                Map.of(
                    "PATH",
                    folder.resolve("none") + File.pathSeparator + place,
                    "DOTNET_ROOT",
                    root.toString()))
            .orElseThrow();
    assertThat(sdk.versions()).isEqualTo(List.of("8.0.404", "10.0.100-rc.1"));
    assertThat(DotnetSdk.builds(10, sdk.versions())).isTrue();
    assertThat(DotnetSdk.builds(11, sdk.versions())).isFalse();
  }

  @Test
  void takesTheRootWhereThePathHasNone() throws IOException {
    Path root = dotnet("b", "echo '6.0.100 [/sdk]'");
    DotnetSdk sdk = DotnetSdk.find(Map.of("DOTNET_ROOT", root.toString())).orElseThrow();
    assertThat(sdk.command()).isEqualTo(root.resolve("dotnet"));
    assertThat(sdk.versions()).isEqualTo(List.of("6.0.100"));
  }

  @Test
  void knowsNoVersionOfACommandThatFails() throws IOException {
    Path place = dotnet("a", "echo '8.0.404 [/sdk]'; exit 1");
    assertThat(DotnetSdk.find(Map.of("PATH", place.toString())).orElseThrow().versions()).isEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(DotnetSdk.find(Map.of("PATH", folder.toString()))).isEmpty();
    assertThat(DotnetSdk.find(Map.of())).isEmpty();
  }
}
