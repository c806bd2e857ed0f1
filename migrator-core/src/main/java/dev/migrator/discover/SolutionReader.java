package dev.migrator.discover;

import dev.migrator.model.project.Solution;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonValue;
import dev.migrator.syntax.msbuild.MsBuildElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads which projects a solution lists: {@code .sln}, {@code .slnx} and {@code .slnf}. */
final class SolutionReader {
  private static final Pattern PROJECT_LINE =
      Pattern.compile("(?m)^\\s*Project\\(\"[^\"]*\"\\)\\s*=\\s*\"[^\"]*\"\\s*,\\s*\"([^\"]*)\"");

  private SolutionReader() {}

  static boolean isSolution(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".sln") || name.endsWith(".slnx") || name.endsWith(".slnf");
  }

  static Optional<Solution> read(RepositoryFiles files, String path) {
    Stream<String> listed =
        switch (RepositoryPath.extension(path).toLowerCase(Locale.ROOT)) {
          case ".slnx" -> ofXml(files, path);
          case ".slnf" -> ofFilter(files, path);
          default -> ofText(files, path);
        };
    String directory = RepositoryPath.directory(path);
    List<String> projects =
        listed
            .flatMap(project -> Stream.ofNullable(RepositoryPath.resolve(directory, project)))
            .map(project -> files.find(project).orElse(project))
            .filter(Discovery::isProject)
            .distinct()
            .toList();
    return files.source(path).map(source -> new Solution(path, projects));
  }

  private static Stream<String> ofText(RepositoryFiles files, String path) {
    return files.source(path).stream()
        .flatMap(source -> PROJECT_LINE.matcher(source.text()).results())
        .map(line -> line.group(1));
  }

  private static Stream<String> ofXml(RepositoryFiles files, String path) {
    return files.msBuild(path).flatMap(file -> file.root()).stream()
        .flatMap(MsBuildElement::selfAndDescendants)
        .filter(element -> element.isNamed("Project"))
        .flatMap(element -> element.attributeValue("Path").stream());
  }

  /** A filter names projects as its solution does, relative to the solution. */
  private static Stream<String> ofFilter(RepositoryFiles files, String path) {
    Optional<SourceFile> source = files.source(path);
    if (source.isEmpty()) {
      return Stream.empty();
    }
    JsonFile file = JsonFile.parse(source.get());
    String solution = file.find("solution", "path").flatMap(JsonValue::asText).orElse("");
    String folder = RepositoryPath.directory(solution.replace('\\', '/'));
    String prefix = folder.isEmpty() ? "" : folder + "/";
    return file.find("solution", "projects").stream()
        .filter(JsonValue.JsonArray.class::isInstance)
        .flatMap(array -> ((JsonValue.JsonArray) array).elements().stream())
        .flatMap(element -> element.asText().stream())
        .map(project -> prefix + project);
  }
}
