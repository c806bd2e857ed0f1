/** Rules for files around the projects: images, pipelines, editors, what a build left behind. */
@NullMarked
package dev.migrator.rule.deployment;

import org.jspecify.annotations.NullMarked;
