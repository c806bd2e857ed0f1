/** The trigger contract of an app: what callers and queues depend on. */
@NullMarked
package dev.migrator.model.contract;

import org.jspecify.annotations.NullMarked;
