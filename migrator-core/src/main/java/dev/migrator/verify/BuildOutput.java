package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.machine.DotnetSdk;
import dev.migrator.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what MSBuild prints; paths below the folder of the build become relative. */
final class BuildOutput {
  /** {@code FILE(LINE,COLUMN): error ID: MESSAGE [PROJECT]}, the place being optional. */
  private static final Pattern ERROR =
      Pattern.compile(
          "\\s*(?<file>.*?)(?:\\((?<line>\\d+)(?:,\\d+)*\\))?\\s*: error (?<text>.*?)(?: \\[[^]]*\\])?");

  private static final int SHOWN = 20;

  private final Path folder;
  private final String project;

  BuildOutput(Path folder, String project) {
    this.folder = folder;
    this.project = project;
  }

  /** The errors, each once; at least one, so that a failure is never without a reason. */
  List<Diagnostic> errors(DotnetSdk.Ran ran, Code code, String advice) {
    List<Diagnostic> errors =
        ran.output()
            .lines()
            .map(ERROR::matcher)
            .filter(Matcher::matches)
            .map(match -> Diagnostic.of(code, at(match), match.group("text"), advice))
            .distinct()
            .limit(SHOWN)
            .toList();
    return errors.isEmpty() ? List.of(lastWords(ran, code, advice)) : errors;
  }

  private Diagnostic lastWords(DotnetSdk.Ran ran, Code code, String advice) {
    List<String> lines = ran.output().lines().filter(line -> !line.isBlank()).toList();
    String last = lines.isEmpty() ? "no output" : lines.get(lines.size() - 1).strip();
    return Diagnostic.of(
        code, Location.ofFile(project), "exit code " + ran.exitCode() + ": " + last, advice);
  }

  private Location at(Matcher match) {
    String file = match.group("file").strip();
    Path path = folder.resolve(file).normalize();
    boolean isOurs = !file.isEmpty() && path.startsWith(folder);
    if (!isOurs) {
      return Location.ofFile(project);
    }
    String relative = folder.relativize(path).toString().replace('\\', '/');
    String line = match.group("line");
    return line == null
        ? Location.ofFile(relative)
        : new Location(relative, Integer.parseInt(line));
  }
}
