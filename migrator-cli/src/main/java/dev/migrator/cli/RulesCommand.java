package dev.migrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrator.Version;
import dev.migrator.pipeline.RuleList;
import dev.migrator.rule.RuleInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The rules with their ids. */
@Command(
    name = "rules",
    description = "The list of rules, with ids.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  @Option(names = "--format", description = "text (default) or json", defaultValue = "text")
  private OutputFormat format;

  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (format == OutputFormat.JSON) {
      console.out().println(json());
    } else {
      RuleList.infos()
          .forEach(
              rule ->
                  console.out().println(rule.id() + "  " + rule.step().id() + "  " + rule.title()));
    }
    return 0;
  }

  private static String json() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "migrator-rules/1");
    root.put("tool", Version.TEXT);
    ArrayNode rules = root.putArray("rules");
    for (RuleInfo rule : RuleList.infos()) {
      rules
          .addObject()
          .put("id", rule.id())
          .put("title", rule.title())
          .put("step", rule.step().id());
    }
    return mapper.writeValueAsString(root);
  }
}
