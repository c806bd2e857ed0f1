/**
 * What the names in C# source mean: types, namespaces, constants and extension methods, by the
 * compiler's lookup rules, without a compiler. In doubt a name stays unresolved.
 */
@NullMarked
package dev.migrator.model.names;

import org.jspecify.annotations.NullMarked;
