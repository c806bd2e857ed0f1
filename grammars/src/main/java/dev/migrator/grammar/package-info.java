/** Grammars with what their lexers and parsers need by hand. */
@NullMarked
package dev.migrator.grammar;

import org.jspecify.annotations.NullMarked;
