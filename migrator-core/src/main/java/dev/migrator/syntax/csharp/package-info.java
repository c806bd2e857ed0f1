/** Lossless C# syntax behind typed, immutable views; no type of the parser generator leaves it. */
@NullMarked
package dev.migrator.syntax.csharp;

import org.jspecify.annotations.NullMarked;
