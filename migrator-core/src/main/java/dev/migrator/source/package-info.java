/**
 * Text as it stands on disk: files with charset, byte order mark and line ends, and places in it.
 */
@NullMarked
package dev.migrator.source;

import org.jspecify.annotations.NullMarked;
