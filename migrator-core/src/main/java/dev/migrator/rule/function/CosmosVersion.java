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

/** What changes for an app that moves from an earlier Cosmos DB extension (bindings 1.4). */
final class CosmosVersion {
  /** Of version 1 of the host: the same trigger, and {@code [DocumentDB]}. */
  private static final String FIRST_EXTENSION = "Microsoft.Azure.WebJobs.Extensions.DocumentDB";

  private CosmosVersion() {}

  static List<Diagnostic> check(Function function, Project project) {
    List<Diagnostic> findings = new ArrayList<>();
    boolean isOfFirstRuntime = project.references(FIRST_EXTENSION);
    if (!isOfFirstRuntime && !project.isBefore("CosmosDB", "4.0.0")) {
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
            + "` moves from an earlier version of its extension: the lease documents have another format",
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
            + "` names no connection: the default is another one in version 4 of the extension",
        "name the app setting in Connection");
  }
}
