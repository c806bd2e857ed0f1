package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.project.Project;
import dev.migrator.syntax.csharp.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changes for an app that moves from version 3 of the Cosmos DB extension (bindings 1.4). */
final class CosmosVersion {
  private CosmosVersion() {}

  static List<Diagnostic> check(Function function, Project project) {
    List<Diagnostic> findings = new ArrayList<>();
    if (!ExtensionVersions.isBefore(project, "CosmosDB", "4.0.0")) {
      return findings;
    }
    for (Binding binding : function.bindings()) {
      Optional<Attribute> attribute = binding.attribute();
      if (!binding.kind().startsWith("cosmosDB") || attribute.isEmpty()) {
        continue;
      }
      if (binding.isTrigger()) {
        findings.add(leases(function, attribute.get()));
      }
      if (!binding.properties().containsKey("connection")) {
        findings.add(unnamed(function, attribute.get()));
      }
    }
    return findings;
  }

  private static Diagnostic leases(Function function, Attribute attribute) {
    return Diagnostic.of(
        Code.CHANGE_FEED_LEASES,
        attribute.location(),
        "the change feed of function `"
            + function.displayName()
            + "` moves from version 3 of its extension: the lease documents have another format",
        "check the lease container before the deployment, else the feed restarts from now");
  }

  private static Diagnostic unnamed(Function function, Attribute attribute) {
    return Diagnostic.of(
        Code.CONNECTION_NOT_NAMED,
        attribute.location(),
        "`"
            + attribute.name().text()
            + "` of function `"
            + function.displayName()
            + "` names no connection: the default differs between versions 3 and 4",
        "name the app setting in Connection");
  }
}
