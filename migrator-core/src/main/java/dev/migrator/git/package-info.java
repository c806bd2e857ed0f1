/**
 * Git repositories and folders: reads snapshots, refuses what could lose work, writes commits and
 * checks them out. The only package that knows JGit.
 */
@NullMarked
package dev.migrator.git;

import org.jspecify.annotations.NullMarked;
