package dev.migrator.machine;

import dev.migrator.source.SourceFile;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source of packages, as NuGet would take it from its configuration files.
 *
 * @param name its key
 * @param place folder or address, without anything that could be a secret
 */
public record PackageFeed(String name, String place) {

  /** The feeds for a folder: from the files of the user, then from above it down to it. */
  public static List<PackageFeed> of(Path folder, Map<String, String> environment) {
    Map<String, PackageFeed> feeds = new LinkedHashMap<>();
    for (Path file : files(folder, environment)) {
      root(file).ifPresent(root -> apply(root, feeds));
    }
    return List.copyOf(feeds.values());
  }

  /** NuGet's order: a nearer file is read later and wins. */
  private static List<Path> files(Path folder, Map<String, String> environment) {
    List<Path> files = new ArrayList<>();
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path here = at;
      Stream.of("nuget.config", "NuGet.config", "NuGet.Config")
          .map(here::resolve)
          .filter(Files::isRegularFile)
          .findFirst()
          .ifPresent(files::add);
    }
    String roaming = environment.get("APPDATA");
    String home = environment.get("HOME");
    if (roaming != null) {
      files.add(Path.of(roaming, "NuGet", "NuGet.Config"));
    } else if (home != null) {
      files.add(Path.of(home, ".nuget", "NuGet", "NuGet.Config"));
    }
    Collections.reverse(files);
    return files;
  }

  private static Optional<MsBuildElement> root(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return MsBuildFile.parse(SourceFile.ofBytes(file.toString(), bytes)).root();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void apply(MsBuildElement root, Map<String, PackageFeed> feeds) {
    children(root, "packageSources")
        .forEach(
            source -> {
              if (source.isNamed("clear")) {
                feeds.clear();
              } else if (source.isNamed("add")) {
                String name = source.attributeValue("key").orElse("");
                String place = source.attributeValue("value").orElse("");
                feeds.put(name, new PackageFeed(name, withoutSecrets(place)));
              }
            });
    children(root, "disabledPackageSources")
        .filter(
            source -> source.attributeValue("value").filter("true"::equalsIgnoreCase).isPresent())
        .flatMap(source -> source.attributeValue("key").stream())
        .forEach(feeds::remove);
  }

  private static Stream<MsBuildElement> children(MsBuildElement root, String section) {
    return root.children(section).flatMap(element -> element.children().stream());
  }

  /** Without user, password, query and fragment: each may hold a token. */
  static String withoutSecrets(String place) {
    return place.replaceFirst("^(https?://)[^/?#]*@", "$1").replaceFirst("[?#].*$", "");
  }

  /** Whether a restore would use the network. */
  public boolean isRemote() {
    return place.toLowerCase(Locale.ROOT).startsWith("http");
  }
}
