package dev.migrator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrator.model.contract.Contract;
import dev.migrator.report.Inventory.BindingEntry;
import dev.migrator.report.Inventory.FunctionEntry;
import java.util.SortedMap;

/** Writes an inventory as the JSON of {@code docs/schemas/scan-1.schema.json}. */
public final class ScanJson {
  public static final String SCHEMA = "migrator-scan/1";

  private ScanJson() {}

  public static String write(ScanReport scan) {
    ObjectNode root = JsonReport.head(SCHEMA);
    ArrayNode roots = root.putArray("roots");
    scan.roots().forEach(r -> root(r, roots.addObject()));
    ArrayNode apps = root.putArray("apps");
    scan.apps().forEach(app -> apps.add(app(app)));
    return JsonReport.text(root);
  }

  private static void root(ScanReport.Root root, ObjectNode node) {
    node.put("path", root.path());
    node.put("commit", root.commit().orElse(""));
    node.put("projects", root.projects());
    JsonReport.findings(root.findings(), node);
  }

  /** What a run says of an app, then the inventory. */
  private static ObjectNode app(ScannedApp app) {
    Inventory inventory = app.inventory();
    ObjectNode node = JsonReport.app(app.outcome());
    node.put("functions", inventory.functions().size());
    node.put("root", app.root());
    node.put("kind", inventory.kind().id());
    ArrayNode frameworks = node.putArray("targetFrameworks");
    inventory.targetFrameworks().forEach(frameworks::add);
    node.put("functionsVersion", inventory.functionsVersion().orElse(""));
    ArrayNode functions = node.putArray("functionList");
    inventory.functions().forEach(function -> function(function, functions.addObject()));
    ArrayNode packages = node.putArray("packages");
    inventory
        .packages()
        .forEach(p -> packages.addObject().put("id", p.id()).put("version", p.version()));
    app.effort()
        .ifPresent(
            effort ->
                node.putObject("effort")
                    .put("minutes", effort.minutes())
                    .put("review", effort.review())
                    .put("findings", effort.findings())
                    .put("blockers", effort.blockers()));
    return node;
  }

  private static void function(FunctionEntry function, ObjectNode node) {
    node.put("name", function.name());
    node.put("trigger", function.trigger().map(BindingEntry::kind).orElse(""));
    node.put("file", function.at().path());
    node.put("line", function.at().line());
    ArrayNode bindings = node.putArray("bindings");
    for (BindingEntry binding : function.bindings()) {
      bindings
          .addObject()
          .put("kind", binding.kind())
          .put("direction", binding.direction())
          .put("name", binding.name())
          .set("properties", properties(binding.properties()));
    }
    ArrayNode unresolved = node.putArray("unresolved");
    function.unresolved().forEach(unresolved::add);
  }

  private static JsonNode properties(SortedMap<String, Object> properties) {
    try {
      return JsonReport.MAPPER.readTree(Contract.shown(properties));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
