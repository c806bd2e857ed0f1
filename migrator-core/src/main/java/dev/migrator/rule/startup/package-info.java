/** Rules for startup classes and for what takes their place. */
@NullMarked
package dev.migrator.rule.startup;

import org.jspecify.annotations.NullMarked;
