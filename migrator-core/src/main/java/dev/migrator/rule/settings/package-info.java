/** Rules for settings files. */
@NullMarked
package dev.migrator.rule.settings;

import org.jspecify.annotations.NullMarked;
