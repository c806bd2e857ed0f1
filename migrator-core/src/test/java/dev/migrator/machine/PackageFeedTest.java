package dev.migrator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds as NuGet reads them. */
class PackageFeedTest {
  @TempDir Path folder;

  private void config(String path, String sources) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<configuration>" + sources + "</configuration>");
  }

  private java.util.List<PackageFeed> feeds() {
    return PackageFeed.of(
        folder.resolve("repository/src"), Map.of("HOME", folder.resolve("home").toString()));
  }

  @Test
  void joinsTheFilesOfTheUserAndAboveTheFolder() throws IOException {
    config(
        "home/.nuget/NuGet/NuGet.Config",
        "<packageSources><add key='user' value='/feeds/user'/><add key='off' value='/off'/></packageSources>");
    config(
        "repository/NuGet.config",
        "<packageSources><add key='team' value='https://team.example.invalid/v3'/></packageSources>"
            + "<disabledPackageSources><add key='off' value='true'/></disabledPackageSources>");
    assertThat(feeds())
        .containsExactly(
            new PackageFeed("user", "/feeds/user"),
            new PackageFeed("team", "https://team.example.invalid/v3"));
    assertThat(feeds()).extracting(PackageFeed::isRemote).containsExactly(false, true);
  }

  @Test
  void forgetsWhatANearerFileClears() throws IOException {
    config(
        "home/.nuget/NuGet/NuGet.Config",
        "<packageSources><add key='user' value='/feeds/user'/></packageSources>");
    config(
        "repository/nuget.config",
        "<packageSources><clear/><add key='lab' value='feed'/></packageSources>");
    assertThat(feeds()).containsExactly(new PackageFeed("lab", "feed"));
  }

  @Test
  void hasNoneWhereNoFileIs() {
    assertThat(feeds()).isEmpty();
  }

  @Test
  void passesOverAFileThatIsNoXml() throws IOException {
    config("repository/nuget.config", "<packageSources>");
    Files.writeString(folder.resolve("repository/nuget.config"), "&");
    assertThat(feeds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:hush@example.invalid/v3,       https://example.invalid/v3",
    "https://hush@example.invalid/v3?sig=hush,   https://example.invalid/v3",
    "https://example.invalid/v3#hush,            https://example.invalid/v3",
    "https://example.invalid/with@sign/v3,       https://example.invalid/with@sign/v3",
    "/folder/feed,                               /folder/feed",
  })
  void showsNoSecret(String place, String shown) {
    assertThat(PackageFeed.withoutSecrets(place)).isEqualTo(shown);
  }
}
