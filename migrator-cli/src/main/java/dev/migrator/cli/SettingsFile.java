package dev.migrator.cli;

import dev.migrator.model.UserMaps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code migrator.yaml} at the root of the repository: options by their long names without dashes,
 * and {@code maps}. What stands on the command line wins.
 *
 * <pre>
 * target: net8.0
 * author: Ada Lovelace &lt;ada@example.org&gt;
 * </pre>
 */
final class SettingsFile implements IDefaultValueProvider {
  private static final String NAME = "migrator.yaml";

  /** What the user knows of packages, types and attributes; see {@link UserMapsReader}. */
  private static final String MAPS = "maps";

  /** Options that are about one call, not about a repository. */
  private static final List<String> OF_A_CALL = List.of("help", "version", "output");

  private final Console console;
  private final Map<Path, Map<String, String>> read = new TreeMap<>();

  SettingsFile(Console console) {
    this.console = console;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    Optional<Path> file = file(option.command());
    if (file.isEmpty()) {
      return null;
    }
    return read.computeIfAbsent(file.get(), path -> values(path, option.command()))
        .get(key(option));
  }

  private static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** What the user maps, in the file that counts for a path; nothing where there is no file. */
  static UserMaps maps(Path start, CommandLine commandLine) {
    Optional<YamlFile> file = file(start).map(path -> new YamlFile(path, commandLine));
    return file.stream()
        .flatMap(yaml -> yaml.entries().stream())
        .filter(entry -> file.get().key(entry).equals(MAPS))
        .map(entry -> UserMapsReader.read(file.get(), entry.getValueNode()))
        .findFirst()
        .orElse(UserMaps.NONE);
  }

  private static Optional<Path> file(CommandSpec command) {
    return command.positionalParameters().stream()
        .map(ArgSpec::getValue)
        .filter(Path.class::isInstance)
        .map(Path.class::cast)
        .findFirst()
        .flatMap(SettingsFile::file);
  }

  /** In the folder of a path, or above it as far as the repository goes. */
  private static Optional<Path> file(Path path) {
    return folders(path.toAbsolutePath().normalize())
        .map(folder -> folder.resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Stream<Path> folders(Path start) {
    List<Path> folders = new ArrayList<>();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      folders.add(folder);
      if (Files.exists(folder.resolve(".git"))) {
        break;
      }
    }
    return folders.stream();
  }

  private Map<String, String> values(Path path, CommandSpec command) {
    YamlFile file = new YamlFile(path, command.commandLine());
    Map<String, String> values = new TreeMap<>();
    Set<String> lasting = lasting();
    for (NodeTuple entry : file.entries()) {
      String key = file.key(entry);
      if (key.equals(MAPS)) {
        continue;
      }
      if (!lasting.contains(key)) {
        throw file.problem(entry.getKeyNode(), "`" + key + "` is no option that lasts");
      }
      values.put(key, file.scalar(entry.getValueNode()));
    }
    return values;
  }

  /** Options of any command: one file serves them all. */
  private Set<String> lasting() {
    return MigratorCommand.commandLine(console).getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .map(SettingsFile::key)
        .filter(key -> !OF_A_CALL.contains(key))
        .collect(Collectors.toUnmodifiableSet());
  }
}
