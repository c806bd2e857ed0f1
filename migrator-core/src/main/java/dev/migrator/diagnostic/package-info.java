/** What the tool tells people: findings with code, place and advice. */
@NullMarked
package dev.migrator.diagnostic;

import org.jspecify.annotations.NullMarked;
