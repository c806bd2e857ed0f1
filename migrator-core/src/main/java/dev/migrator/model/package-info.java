/** Function apps as the rules see them: functions, triggers, bindings, startup classes. */
@NullMarked
package dev.migrator.model;

import org.jspecify.annotations.NullMarked;
