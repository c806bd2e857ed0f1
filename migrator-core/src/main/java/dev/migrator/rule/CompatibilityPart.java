package dev.migrator.rule;

/** The parts of {@code InProcessCompatibility.cs}; see {@code templates/MODELS.md}. */
public enum CompatibilityPart {
  LOGGER,
  EXECUTION_CONTEXT,
  CLAIMS_PRINCIPAL,
  REQUEST_MESSAGE,
  BODY_TRIGGER,
  ROUTE_VALUES,
  HTTP_RESULTS,
  BODY_BUFFERING,
  HTTP_CONTEXT_ACCESSOR,
  COLLECTORS,
  MESSAGE_EXTENSIONS,
  TRACE_WRITER,
  TELEMETRY_NAMES
}
