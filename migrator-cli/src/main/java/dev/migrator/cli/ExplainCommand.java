package dev.migrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.Version;
import dev.migrator.pipeline.ExitCode;
import dev.migrator.pipeline.Explanation;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What, why, before and after, and what to check. */
@Command(
    name = "explain",
    description = "A rule or a finding: what, why, before and after, what to check.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "MIG0301 or FIN0301")
  private String id;

  @Option(names = "--format", description = "text (default) or json", defaultValue = "text")
  private OutputFormat format;

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Optional<Explanation> found = Explanation.of(id);
    if (found.isEmpty()) {
      console
          .err()
          .println("migrator: no rule or finding " + id + "; `migrator rules` lists the rules");
      return ExitCode.REFUSED.number();
    }
    console.out().println(format == OutputFormat.JSON ? json(found.get()) : found.get().text());
    return ExitCode.DONE.number();
  }

  private static String json(Explanation explanation) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    return mapper.writeValueAsString(
        mapper
            .createObjectNode()
            .put("schema", "migrator-explain/1")
            .put("tool", Version.TEXT)
            .put("id", explanation.id())
            .put("text", explanation.text()));
  }
}
