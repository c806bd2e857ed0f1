/** Finds the projects of a repository and evaluates what MSBuild would make of them. */
@NullMarked
package dev.migrator.discover;

import org.jspecify.annotations.NullMarked;
