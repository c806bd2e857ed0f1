package dev.migrator.discover;

import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.source.FileTree;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function app of C# scripts: each folder in it with a {@code function.json} and a {@code .csx}
 * file is a function.
 *
 * @param path of its {@code host.json}, or of the folder where there is none
 * @param functions in path order
 * @param problems of files that do not parse
 */
public record ScriptApp(String path, List<ScriptFunction> functions, List<Diagnostic> problems) {

  /**
   * One function.
   *
   * @param name of its folder
   * @param path of its {@code function.json}
   * @param bindings as the file names them; none where it does not parse
   */
  public record ScriptFunction(String name, String path, List<ScriptBinding> bindings) {
    public ScriptFunction {
      bindings = List.copyOf(bindings);
    }
  }

  /** The text members of one entry of {@code bindings}. */
  public record ScriptBinding(Map<String, String> members) {
    public ScriptBinding {
      members = Map.copyOf(members);
    }

    public String member(String name) {
      return members.getOrDefault(name, "");
    }
  }

  public ScriptApp {
    functions = List.copyOf(functions);
    problems = List.copyOf(problems);
  }

  /** The apps below a folder, in path order. */
  public static Collection<ScriptApp> below(String folder, FileTree tree) {
    RepositoryFiles files = new RepositoryFiles(tree);
    Map<String, List<String>> byFolder = new TreeMap<>();
    files
        .below(folder)
        .filter(path -> path.endsWith("/function.json") && !Discovery.isGenerated(path))
        .filter(path -> hasScript(files, RepositoryPath.directory(path)))
        .forEach(
            path ->
                byFolder
                    .computeIfAbsent(
                        RepositoryPath.directory(RepositoryPath.directory(path)),
                        app -> new ArrayList<>())
                    .add(path));
    return byFolder.entrySet().stream()
        .map(app -> read(pathOf(app.getKey(), files), app.getValue(), tree))
        .toList();
  }

  private static ScriptApp read(String path, List<String> functions, FileTree tree) {
    List<Diagnostic> problems = new ArrayList<>();
    return new ScriptApp(
        path, functions.stream().map(f -> function(f, tree, problems)).toList(), problems);
  }

  private static boolean hasScript(RepositoryFiles files, String folder) {
    return files
        .below(folder)
        .anyMatch(p -> p.endsWith(".csx") && RepositoryPath.directory(p).equals(folder));
  }

  private static String pathOf(String folder, RepositoryFiles files) {
    return files.find(RepositoryPath.child(folder, "host.json")).orElse(folder);
  }

  private static ScriptFunction function(String path, FileTree tree, List<Diagnostic> problems) {
    String folder = RepositoryPath.directory(path);
    List<ScriptBinding> bindings =
        JsonFiles.read(path, tree, problems).flatMap(file -> file.find("bindings")).stream()
            .filter(JsonValue.JsonArray.class::isInstance)
            .flatMap(array -> ((JsonValue.JsonArray) array).elements().stream())
            .map(ScriptApp::binding)
            .toList();
    return new ScriptFunction(RepositoryPath.name(folder), path, bindings);
  }

  private static ScriptBinding binding(JsonValue entry) {
    Map<String, String> members = new TreeMap<>();
    for (JsonMember member : entry.members()) {
      member.value().asText().ifPresent(text -> members.put(member.name(), text));
    }
    return new ScriptBinding(members);
  }
}
