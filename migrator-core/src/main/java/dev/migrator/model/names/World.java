package dev.migrator.model.names;

/** Which packages a compilation sees: those of the in-process model or those of the worker. */
public enum World {
  IN_PROCESS,
  ISOLATED
}
