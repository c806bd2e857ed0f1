/** What the languages share: places of tokens in a file and errors in a text. */
@NullMarked
package dev.migrator.syntax;

import org.jspecify.annotations.NullMarked;
