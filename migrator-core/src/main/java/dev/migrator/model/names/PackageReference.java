package dev.migrator.model.names;

/**
 * A package that a project names itself.
 *
 * @param id as written; compared without case
 * @param version as written, empty where it is not known
 */
public record PackageReference(String id, String version) {}
