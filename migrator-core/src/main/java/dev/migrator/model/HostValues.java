package dev.migrator.model;

import dev.migrator.model.project.Project;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonValue;
import java.util.Optional;

/**
 * What host.json says of bindings in the place of their attributes.
 *
 * @param leasePrefix of every trigger of Cosmos DB that names none, before version 4 of the
 *     extension (CosmosDBTriggerAttributeBindingProvider)
 */
public record HostValues(Optional<String> leasePrefix) {
  /** No host.json, or none that counts. */
  public static final HostValues NONE = new HostValues(Optional.empty());

  /** Those that the extensions of a project read. */
  public static HostValues of(Project project, Optional<JsonFile> hostJson) {
    return project.isBefore("CosmosDB", "4.0.0")
        ? new HostValues(
            hostJson
                .flatMap(file -> file.find("extensions", "cosmosDB", "leaseOptions", "leasePrefix"))
                .filter(JsonValue.JsonString.class::isInstance)
                .map(value -> ((JsonValue.JsonString) value).text()))
        : NONE;
  }
}
