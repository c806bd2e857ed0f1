/** What a run did, for people and for machines. */
@NullMarked
package dev.migrator.report;

import org.jspecify.annotations.NullMarked;
