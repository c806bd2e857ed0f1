/** Rules for project files. */
@NullMarked
package dev.migrator.rule.project;

import org.jspecify.annotations.NullMarked;
