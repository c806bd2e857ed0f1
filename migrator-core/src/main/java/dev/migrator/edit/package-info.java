/** Changes to spans of original text, their merge and their application. */
@NullMarked
package dev.migrator.edit;

import org.jspecify.annotations.NullMarked;
