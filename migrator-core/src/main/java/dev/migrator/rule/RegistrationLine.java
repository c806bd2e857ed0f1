package dev.migrator.rule;

/** Lines of Program.cs that the tool writes where an app needs them. */
public enum RegistrationLine {
  HTTP_INTEGRATION,
  HTTP_NEWTONSOFT,
  WORKER_NEWTONSOFT,
  XML_FORMATTERS,
  APPLICATION_INSIGHTS,
  OPEN_TELEMETRY,
  HTTP_CLIENT,
  REQUEST_BODY_SIZE,
  SYNCHRONOUS_WRITES,
  WORKER_CONFIGURATION
}
