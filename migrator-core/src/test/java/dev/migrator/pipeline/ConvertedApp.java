package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.rule.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** Copies an app of testdata twice and converts one copy. */
  static ConvertedApp of(String app, Path folder) throws IOException {
    return of(app, Options.DEFAULT, folder);
  }

  /** The same with what a user chose. */
  static ConvertedApp of(String app, Options options, Path folder) throws IOException {
    return of(source(app), "", options, folder);
  }

  /** Copies a folder twice and converts an app of one copy. */
  static ConvertedApp of(Path source, String app, Path folder) throws IOException {
    return of(source, app, Options.DEFAULT, folder);
  }

  private static ConvertedApp of(Path source, String app, Options options, Path folder)
      throws IOException {
    Path before = folder.resolve("before");
    copy(source, before);
    Path after = folder.resolve("after");
    Result result =
        Migration.convert(
            request(source.resolve(app), Optional.of(after), options), Progress.SILENT);
    assertThat(result.exitCode())
        .as("%s%n%s", result.messages(), result.report())
        .isEqualTo(ExitCode.DONE);
    return new ConvertedApp(before, after, result);
  }

  /** A copy of the converted sources in which a file lacks the one line with a text. */
  Path withoutLine(String file, String text, Path to) throws IOException {
    copy(after.resolve("src"), to.resolve("src"));
    deleteLine(to.resolve(file), text);
    return to;
  }

  /** Takes the one line with a text out of a file. */
  static void deleteLine(Path file, String text) throws IOException {
    String before = Files.readString(file);
    String without = before.replaceAll("(?m)^.*" + Pattern.quote(text) + ".*\\R", "");
    assertThat(without.lines().count()).isEqualTo(before.lines().count() - 1);
    Files.writeString(file, without);
  }

  static Request request(Path path, Optional<Path> output) {
    return request(path, output, Options.DEFAULT);
  }

  private static Request request(Path path, Optional<Path> output, Options options) {
    return new Request(
        path,
        output,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Request.Switches.NONE,
        options,
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
