/** Access to the .NET lab for tests. */
@NullMarked
package dev.migrator.lab;

import org.jspecify.annotations.NullMarked;
