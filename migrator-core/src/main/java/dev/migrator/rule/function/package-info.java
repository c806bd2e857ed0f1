/** Rules for function methods: attributes, parameters, outputs, the names they use. */
@NullMarked
package dev.migrator.rule.function;

import org.jspecify.annotations.NullMarked;
