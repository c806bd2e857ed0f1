/** The migrator: from the in-process model of Azure Functions to the isolated worker. */
@NullMarked
package dev.migrator;

import org.jspecify.annotations.NullMarked;
