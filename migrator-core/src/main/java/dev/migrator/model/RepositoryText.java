package dev.migrator.model;

import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;

/**
 * A place in a file of the repository that is no code of an app, such as a pipeline.
 *
 * @param kind what was looked for: the first word of a row of repository-texts.tsv
 * @param file that holds it
 * @param span of what was found
 */
public record RepositoryText(String kind, SourceFile file, Span span) {

  /** What stands there. */
  public String text() {
    return span.of(file.text());
  }

  public Location at() {
    return file.location(span.start());
  }
}
