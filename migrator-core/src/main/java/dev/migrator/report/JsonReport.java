package dev.migrator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrator.Version;
import dev.migrator.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;

/**
 * Writes a run as the JSON of {@code docs/schemas/run-1.schema.json}; line ends are LF everywhere.
 */
public final class JsonReport {
  public static final String SCHEMA = "migrator-run/1";

  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonReport() {}

  public static String write(RunReport run) {
    ObjectNode root = head(SCHEMA);
    root.put("command", run.command());
    ArrayNode apps = root.putArray("apps");
    for (AppReport app : run.apps()) {
      ObjectNode node = app(app);
      app.tables().ifPresent(tables -> TablesJson.write(tables, node.putObject("tables")));
      apps.add(node);
    }
    run.diff().ifPresent(diff -> root.put("diff", diff));
    return text(root);
  }

  /** The members that every object of the tool begins with. */
  static ObjectNode head(String schema) {
    return MAPPER.createObjectNode().put("schema", schema).put("tool", Version.TEXT);
  }

  static String text(ObjectNode root) {
    try {
      return WRITER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode app(AppReport app) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("path", app.path());
    node.put("status", text(app.status()));
    if (app.isIncomplete()) {
      node.put("incomplete", true);
    }
    node.put("functions", app.functions());
    ArrayNode steps = node.putArray("steps");
    app.steps().forEach(s -> steps.addObject().put("name", s.name()).put("commit", s.commit()));
    findings(app.findings(), node);
    node.put("contract", text(app.contract()));
    node.put("build", text(app.build()));
    node.put("elapsedMillis", app.elapsedMillis());
    return node;
  }

  static void findings(List<Diagnostic> findings, ObjectNode node) {
    ArrayNode array = node.putArray("findings");
    findings.forEach(finding -> array.add(finding(finding)));
  }

  private static ObjectNode finding(Diagnostic finding) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", finding.code().id());
    node.put("severity", finding.severity().name());
    node.put("file", finding.at().path());
    node.put("line", finding.at().line());
    node.put("message", finding.message());
    node.put("advice", finding.advice());
    return node;
  }

  private static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
