/** FreeMarker set-up and one record per template; the only place that sees FreeMarker. */
@NullMarked
package dev.migrator.render;

import org.jspecify.annotations.NullMarked;
