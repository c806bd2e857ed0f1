/** What is installed on this machine; the only place that starts a process. */
@NullMarked
package dev.migrator.machine;

import org.jspecify.annotations.NullMarked;
