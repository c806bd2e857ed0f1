package dev.migrator.pipeline;

import dev.migrator.rule.Options;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param path a repository, folder, solution or project
 * @param output where to put a copy; empty to work in place
 * @param appGlob narrows the apps; empty for all
 * @param author {@code Name <mail>}; empty to take it from environment or configuration
 * @param date ISO 8601 instant of the commits; empty for the default
 * @param isAllOrNothing whether one blocked app stops the others
 * @param options of the conversion
 * @param environment variables of the process
 */
public record Request(
    Path path,
    Optional<Path> output,
    Optional<String> appGlob,
    Optional<String> author,
    Optional<String> date,
    boolean isAllOrNothing,
    Options options,
    Map<String, String> environment) {

  public Request {
    environment = Map.copyOf(environment);
  }
}
