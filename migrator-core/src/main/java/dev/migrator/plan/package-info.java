/** Which rules run, what they answer together, and whether an app can be converted. */
@NullMarked
package dev.migrator.plan;

import org.jspecify.annotations.NullMarked;
