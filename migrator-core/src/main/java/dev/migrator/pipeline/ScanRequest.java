package dev.migrator.pipeline;

import dev.migrator.rule.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be listed.
 *
 * @param paths repositories, folders of repositories, plain folders, solutions, projects
 * @param appGlob narrows the apps; empty for all
 * @param options of the conversion that the findings are about
 * @param environment variables of the process
 */
public record ScanRequest(
    List<Path> paths, Optional<String> appGlob, Options options, Map<String, String> environment) {

  public ScanRequest {
    paths = List.copyOf(paths);
    environment = Map.copyOf(environment);
  }
}
