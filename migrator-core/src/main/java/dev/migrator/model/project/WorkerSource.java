package dev.migrator.model.project;

import java.util.Set;

/**
 * The source of the worker's part of an extension, beside that of the host's part.
 *
 * @param reference what a reference of the app names
 * @param version of the package that is made of it
 * @param files of the source, without {@code .cs}: one for each type, as extensions are written
 * @param filesOfHost the same of the host's part
 */
public record WorkerSource(
    String reference, String version, Set<String> files, Set<String> filesOfHost) {
  public WorkerSource {
    files = Set.copyOf(files);
    filesOfHost = Set.copyOf(filesOfHost);
  }
}
