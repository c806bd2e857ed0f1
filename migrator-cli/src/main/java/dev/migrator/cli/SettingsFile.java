package dev.migrator.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code migrator.yaml} at the root of the repository: options by their long names without dashes.
 * What stands on the command line wins.
 *
 * <pre>
 * target: net8.0
 * author: Ada Lovelace &lt;ada@example.org&gt;
 * </pre>
 */
final class SettingsFile implements IDefaultValueProvider {
  private static final String NAME = "migrator.yaml";

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

  /** In the folder of the path that the command got, or above it as far as the repository goes. */
  private static Optional<Path> file(CommandSpec command) {
    Optional<Path> start =
        command.positionalParameters().stream()
            .map(ArgSpec::getValue)
            .filter(Path.class::isInstance)
            .map(Path.class::cast)
            .findFirst();
    return start.flatMap(
        path ->
            folders(path.toAbsolutePath().normalize())
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isRegularFile)
                .findFirst());
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

  private Map<String, String> values(Path file, CommandSpec command) {
    CommandLine commandLine = command.commandLine();
    Map<String, String> values = new TreeMap<>();
    Set<String> lasting = lasting();
    for (NodeTuple entry : entries(file, commandLine)) {
      String key = scalar(file, entry.getKeyNode(), commandLine);
      if (!lasting.contains(key)) {
        throw problem(
            file, entry.getKeyNode(), "`" + key + "` is no option that lasts", commandLine);
      }
      values.put(key, scalar(file, entry.getValueNode(), commandLine));
    }
    return values;
  }

  private static List<NodeTuple> entries(Path file, CommandLine commandLine) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build())
              .composeString(Files.readString(file));
      if (root.isEmpty()) {
        return List.of();
      }
      if (root.get() instanceof MappingNode mapping) {
        return mapping.getValue();
      }
      throw problem(file, root.get(), "expected lines of the form `option: value`", commandLine);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw problem(file, line, e.getProblem(), commandLine);
    } catch (MalformedInputException | YamlEngineException e) {
      throw problem(file, 0, "no text in UTF-8 and YAML", commandLine);
    } catch (IOException e) {
      throw problem(file, 0, "cannot be read: " + e.getMessage(), commandLine);
    }
  }

  private static String scalar(Path file, Node node, CommandLine commandLine) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(file, node, "expected one value", commandLine);
  }

  /** Options of any command: one file serves them all. */
  private Set<String> lasting() {
    return MigratorCommand.commandLine(console).getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .map(SettingsFile::key)
        .filter(key -> !OF_A_CALL.contains(key))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ParameterException problem(
      Path file, Node node, String message, CommandLine commandLine) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return problem(file, line, message, commandLine);
  }

  private static ParameterException problem(
      Path file, int line, String message, CommandLine commandLine) {
    String place = line == 0 ? file.toString() : file + ":" + line;
    return new ParameterException(commandLine, place + ": " + message);
  }
}
