package dev.migrator.cli;

/** How results are printed. */
enum OutputFormat {
  TEXT,
  JSON
}
