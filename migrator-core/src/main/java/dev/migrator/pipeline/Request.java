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
 * @param switches what the user asked for beside the usual
 * @param options of the conversion
 * @param environment variables of the process
 */
public record Request(
    Path path,
    Optional<Path> output,
    Optional<String> appGlob,
    Optional<String> author,
    Optional<String> date,
    Switches switches,
    Options options,
    Map<String, String> environment) {

  public Request {
    environment = Map.copyOf(environment);
  }

  /**
   * What a run does only when it is told to.
   *
   * @param isBuilding the .NET SDK builds the result
   * @param isAllOrNothing one blocked app stops the others
   * @param isPartial of blocked apps is converted what can be
   * @param isLockCommitted the contract lock is part of the result, not only of the run record
   */
  public record Switches(
      boolean isBuilding, boolean isAllOrNothing, boolean isPartial, boolean isLockCommitted) {
    public static final Switches NONE = new Switches(false, false, false, false);

    /** Nothing but a build, where it is asked for. */
    public static Switches building(boolean isBuilding) {
      return new Switches(isBuilding, false, false, false);
    }
  }
}
