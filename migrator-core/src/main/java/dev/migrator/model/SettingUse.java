package dev.migrator.model;

import java.util.List;

/**
 * An app setting that an app asks for.
 *
 * @param name as it is asked for: {@code Orders} may be {@code Orders__queueServiceUri} or {@code
 *     AzureWebJobsOrders} where it is defined
 * @param kind how it is asked for
 * @param usedBy functions, or places in the code, sorted
 * @param definedIn places that define it, as far as the repository tells; empty where none does
 */
public record SettingUse(String name, Kind kind, List<String> usedBy, List<String> definedIn) {
  public SettingUse {
    usedBy = List.copyOf(usedBy);
    definedIn = List.copyOf(definedIn);
  }

  /** How a setting is asked for. */
  public enum Kind {
    /** The connection of a trigger or binding. */
    CONNECTION,
    /** {@code %name%} in an argument of a trigger or binding. */
    REFERENCE,
    /** By the code of the app: an environment variable or a key of the configuration. */
    CODE
  }
}
