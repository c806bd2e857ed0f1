package dev.migrator.pipeline;

/** Hears what a run is doing, for people who wait. */
@FunctionalInterface
public interface Progress {
  Progress SILENT = message -> {};

  void report(String message);
}
