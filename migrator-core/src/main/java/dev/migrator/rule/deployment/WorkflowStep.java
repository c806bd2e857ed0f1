package dev.migrator.rule.deployment;

import dev.migrator.model.RepositoryText;
import dev.migrator.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a GitHub workflow in block style, read line by line: {@code - uses: …} and the inputs
 * below {@code with:}.
 */
final class WorkflowStep {
  private final SourceFile file;
  private final List<Input> inputs;

  /** One {@code name: value}, with the offset behind its last line. */
  private record Input(String name, String value, String indentation, int end) {}

  private WorkflowStep(SourceFile file, List<Input> inputs) {
    this.file = file;
    this.inputs = inputs;
  }

  static WorkflowStep around(RepositoryText uses) {
    return around(uses.file(), uses.span().start(), uses.span().end());
  }

  /** The step whose {@code uses} stands between the offsets, on one line. */
  static WorkflowStep around(SourceFile file, int start, int end) {
    String first = file.text().substring(file.lineStart(start), end);
    int column = first.indexOf("uses:");
    List<Input> inputs = new ArrayList<>();
    int at = file.nextLineStart(end);
    boolean isInside = false;
    while (at < file.text().length()) {
      int next = file.nextLineStart(at);
      String line = file.text().substring(at, next).stripTrailing();
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        int indent = line.length() - line.stripLeading().length();
        if (indent < column) {
          break;
        }
        if (indent == column) {
          isInside = line.strip().equals("with:");
        } else if (isInside) {
          add(inputs, line, indent, at + line.length());
        }
      }
      at = next;
    }
    return new WorkflowStep(file, inputs);
  }

  private static void add(List<Input> inputs, String line, int indent, int end) {
    int colon = line.indexOf(':');
    boolean continues = !inputs.isEmpty() && indent > inputs.get(0).indentation().length();
    if (continues || colon < 0) {
      Input last = inputs.isEmpty() ? null : inputs.remove(inputs.size() - 1);
      if (last != null) {
        inputs.add(new Input(last.name(), last.value(), last.indentation(), end));
      }
      return;
    }
    String value = line.substring(colon + 1).replaceFirst("\\s#.*$", "").strip();
    inputs.add(
        new Input(
            line.substring(0, colon).strip(),
            value.replaceFirst("^([\"'])(.*)\\1$", "$2"),
            line.substring(0, indent),
            end));
  }

  /** The value of an input without quotes; of a block, the sign that opens it. */
  Optional<String> input(String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).map(Input::value).findFirst();
  }

  /** Behind the last input; empty where there is none in this style. */
  Optional<Integer> endOfInputs() {
    return inputs.isEmpty() ? Optional.empty() : Optional.of(inputs.get(inputs.size() - 1).end());
  }

  /** A line for {@link #endOfInputs}. */
  String newInput(String text) {
    return file.lineEnd().text() + inputs.get(0).indentation() + text;
  }
}
