package dev.migrator.model.project;

import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A using that the build puts in front of every file.
 *
 * @param target namespace or type
 * @param aliasName null without alias
 * @param source the item; null for one that {@code ImplicitUsings} brings
 */
public record GlobalUsing(
    String target, @Nullable String aliasName, boolean isStatic, @Nullable MsBuildItem source) {

  public Optional<String> alias() {
    return Optional.ofNullable(aliasName);
  }

  public boolean isImplicit() {
    return source == null;
  }
}
