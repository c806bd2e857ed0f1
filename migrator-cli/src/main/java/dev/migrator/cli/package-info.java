/** The command line: options to a request, core, exit code. */
@NullMarked
package dev.migrator.cli;

import org.jspecify.annotations.NullMarked;
