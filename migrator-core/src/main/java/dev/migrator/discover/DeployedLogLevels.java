package dev.migrator.discover;

import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places in pipelines and infrastructure of a repository that set a log level of the host by an app
 * setting: {@code AzureFunctionsJobHost__logging__logLevel__Shop}.
 */
final class DeployedLogLevels {
  private static final List<String> ENDINGS =
      List.of(".bicep", ".bicepparam", ".tf", ".tfvars", ".yml", ".yaml", ".json", ".ps1", ".sh");
  private static final String LOCAL_SETTINGS = "local.settings.json";
  private static final int LARGEST = 1 << 20;
  private static final Pattern SETTING =
      Pattern.compile("(?i)AzureFunctionsJobHost(?:__|:)logging(?:__|:)logLevel(?:__|:)\\w");

  private DeployedLogLevels() {}

  /** In path order. */
  static List<Location> in(FileTree tree) {
    List<Location> places = new ArrayList<>();
    for (String path : tree.paths()) {
      if (mayDeploy(path.toLowerCase(Locale.ROOT))) {
        text(tree, path).ifPresent(file -> collect(file, places));
      }
    }
    return List.copyOf(places);
  }

  private static boolean mayDeploy(String path) {
    return ENDINGS.stream().anyMatch(path::endsWith) && !path.endsWith(LOCAL_SETTINGS);
  }

  private static Optional<SourceFile> text(FileTree tree, String path) {
    byte[] bytes = tree.read(path).orElse(new byte[0]);
    try {
      return bytes.length > LARGEST
          ? Optional.empty()
          : Optional.of(SourceFile.ofBytes(path, bytes));
    } catch (UnreadableSourceException e) {
      return Optional.empty();
    }
  }

  private static void collect(SourceFile file, List<Location> places) {
    Matcher setting = SETTING.matcher(file.text());
    while (setting.find()) {
      places.add(file.location(setting.start()));
    }
  }
}
