package dev.migrator.model.project;

import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildItem;

/** A shared framework that a project references, such as {@code Microsoft.AspNetCore.App}. */
public record FrameworkReference(String name, MsBuildFile file, MsBuildItem item, Truth truth) {}
