/** Tests of reading C#. */
@NullMarked
package dev.migrator.syntax.csharp;

import org.jspecify.annotations.NullMarked;
