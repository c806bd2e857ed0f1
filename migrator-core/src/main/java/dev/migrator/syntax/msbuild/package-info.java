/** Lossless MSBuild XML behind typed, immutable views. */
@NullMarked
package dev.migrator.syntax.msbuild;

import org.jspecify.annotations.NullMarked;
