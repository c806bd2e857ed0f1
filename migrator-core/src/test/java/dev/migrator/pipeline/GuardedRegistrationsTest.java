package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.report.AppReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of a converted Program.cs that registers something is missed by verify. */
final class GuardedRegistrationsTest {
  private static final String MISSING = "FIN0703";

  @TempDir private Path folder;

  static Stream<String> apps() throws IOException {
    try (Stream<Path> apps = Files.list(ConvertedApp.source(""))) {
      return apps
          .filter(Files::isDirectory)
          .map(app -> app.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("apps")
  void everyRegistrationIsGuarded(String name) throws IOException {
    ConvertedApp app = ConvertedApp.of(name, folder);
    assertThat(verify(app.after()).exitCode()).isEqualTo(ExitCode.DONE);
    int guarded = 0;
    List<String> unguarded = new ArrayList<>();
    for (Path program : programs(app)) {
      for (String line : registrations(program)) {
        if (isGuarded(app.after(), program, line)) {
          guarded++;
        } else {
          unguarded.add(program + ": " + line.strip());
        }
      }
    }
    int all = guarded + unguarded.size();
    System.out.println(name + ": registrations guarded " + guarded + " of " + all);
    assertThat(unguarded).isEmpty();
    assertThat(all).isPositive();
  }

  /** The files that the conversion wrote and that start a worker. */
  private static List<Path> programs(ConvertedApp app) throws IOException {
    try (Stream<Path> files = Files.walk(app.after())) {
      List<Path> programs = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith("Program.cs")).sorted().toList()) {
        boolean isNew = Files.notExists(app.before().resolve(app.after().relativize(file)));
        if (isNew && Files.readString(file).contains("FunctionsApplication.CreateBuilder(")) {
          programs.add(file);
        }
      }
      return programs;
    }
  }

  private static List<String> registrations(Path program) throws IOException {
    return Files.readString(program)
        .lines()
        .filter(line -> line.matches("\\s+(builder\\.|new ).*;"))
        .toList();
  }

  private static boolean isGuarded(Path root, Path program, String line) throws IOException {
    String text = Files.readString(program);
    assertThat(text).containsOnlyOnce(line);
    Files.writeString(program, text.replace(line, ""));
    try {
      Result result = verify(root);
      return result.exitCode() == ExitCode.VERIFICATION_FAILED && errors(result).contains(MISSING);
    } finally {
      Files.writeString(program, text);
    }
  }

  private static List<String> errors(Result result) {
    return result.report().apps().stream()
        .map(AppReport::findings)
        .flatMap(List::stream)
        .filter(Diagnostic::isError)
        .map(finding -> finding.code().id())
        .toList();
  }

  private static Result verify(Path root) {
    return Migration.verify(ConvertedApp.request(root, Optional.empty()), Progress.SILENT);
  }
}
