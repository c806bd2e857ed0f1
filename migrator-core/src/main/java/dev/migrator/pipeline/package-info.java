/** Wires the steps and holds the rule list; no logic of its own. */
@NullMarked
package dev.migrator.pipeline;

import org.jspecify.annotations.NullMarked;
