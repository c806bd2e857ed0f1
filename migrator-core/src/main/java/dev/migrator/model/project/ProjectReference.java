package dev.migrator.model.project;

import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;

/**
 * A project that a project references.
 *
 * @param path relative to the repository
 * @param file that holds the reference
 * @param truth of the conditions around it: TRUE or UNKNOWN
 */
public record ProjectReference(String path, MsBuildFile file, MsBuildItem item, Truth truth) {}
