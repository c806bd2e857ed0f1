package dev.migrator.model;

import dev.migrator.source.Location;

/**
 * A place in a file of the repository that is no code of an app, such as a pipeline.
 *
 * @param kind what was looked for: the first word of a row of repository-texts.tsv
 * @param text what stands there
 * @param at file and line
 */
public record RepositoryText(String kind, String text, Location at) {}
