/** Projects of a repository as MSBuild sees them, and the packages of both models. */
@NullMarked
package dev.migrator.model.project;

import org.jspecify.annotations.NullMarked;
