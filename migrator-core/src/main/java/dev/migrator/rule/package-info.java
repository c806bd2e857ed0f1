/** What a rule is, and what it may answer. */
@NullMarked
package dev.migrator.rule;

import org.jspecify.annotations.NullMarked;
