package dev.migrator.model.project;

import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source file of a project.
 *
 * @param path relative to the repository
 * @param isLinked whether it lies outside of the folder of the project
 * @param source the item that includes it; null for the default glob
 * @param truth of the conditions around it: TRUE or UNKNOWN
 */
public record CompileItem(
    String path, boolean isLinked, @Nullable MsBuildItem source, Truth truth) {

  public Optional<MsBuildItem> item() {
    return Optional.ofNullable(source);
  }
}
