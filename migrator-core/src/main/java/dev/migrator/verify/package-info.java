/** Whether a conversion kept its promises: the contract before and after, and what a build says. */
@NullMarked
package dev.migrator.verify;

import org.jspecify.annotations.NullMarked;
