package dev.migrator.pipeline;

import dev.migrator.rule.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be listed.
 *
 * @param paths repositories, folders of repositories, plain folders, solutions, projects
 * @param appGlob narrows the apps; empty for all
 * @param options of the conversion that the findings are about, by repository or folder
 * @param environment variables of the process
 */
public record ScanRequest(
    List<Path> paths,
    Optional<String> appGlob,
    Function<Path, Options> options,
    Map<String, String> environment) {

  public ScanRequest {
    paths = List.copyOf(paths);
    environment = Map.copyOf(environment);
  }
}
