package dev.migrator.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A YAML file that a command reads; what is wrong in it is reported with file and line.
 *
 * @param path where it is
 * @param commandLine of the command
 */
record YamlFile(Path path, CommandLine commandLine) {

  /** The lines of the file itself. */
  List<NodeTuple> entries() {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(path.toString()).build())
              .composeString(Files.readString(path));
      return root.map(node -> entries(node, "lines of the form `option: value`")).orElse(List.of());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw problem(line, e.getProblem());
    } catch (MalformedInputException | YamlEngineException e) {
      throw problem(0, "no text in UTF-8 and YAML");
    } catch (IOException e) {
      throw problem(0, "cannot be read: " + e.getMessage());
    }
  }

  /** The keys and values of a node; where it has none, the problem names what was expected. */
  List<NodeTuple> entries(Node node, String expected) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw problem(node, "expected " + expected);
  }

  /** The values of a list; of anything else, itself. */
  List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(node, "expected one value");
  }

  String key(NodeTuple entry) {
    return scalar(entry.getKeyNode());
  }

  ParameterException problem(Node node, String message) {
    return problem(node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), message);
  }

  private ParameterException problem(int line, String message) {
    String place = line == 0 ? path.toString() : path + ":" + line;
    return new ParameterException(commandLine, place + ": " + message);
  }
}
