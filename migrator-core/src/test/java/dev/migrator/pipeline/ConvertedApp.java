package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.rule.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An app of testdata, as it was and converted, in folders of a test. */
record ConvertedApp(Path before, Path after, Result result) {

  static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_AUTHOR_NAME", "Test",
          "GIT_AUTHOR_EMAIL", "test@example.invalid",
          "GIT_COMMITTER_NAME", "Test",
          "GIT_COMMITTER_EMAIL", "test@example.invalid");

  static Path source(String app) {
    return Path.of(System.getProperty("testdata.directory")).resolve("apps").resolve(app);
  }

  /** Copies the app twice and converts one copy. */
  static ConvertedApp of(String app, Path folder) throws IOException {
    Path before = folder.resolve("before");
    copy(source(app), before);
    Path after = folder.resolve("after");
    Result result = Migration.convert(request(source(app), Optional.of(after)), Progress.SILENT);
    assertThat(result.exitCode())
        .as("%s%n%s", result.messages(), result.report())
        .isEqualTo(ExitCode.DONE);
    return new ConvertedApp(before, after, result);
  }

  static Request request(Path path, Optional<Path> output) {
    return new Request(
        path,
        output,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Request.Switches.NONE,
        Options.DEFAULT,
        IDENTITY);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
