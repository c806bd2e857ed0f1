/** Lossless JSON with comments behind typed, immutable views. */
@NullMarked
package dev.migrator.syntax.json;

import org.jspecify.annotations.NullMarked;
