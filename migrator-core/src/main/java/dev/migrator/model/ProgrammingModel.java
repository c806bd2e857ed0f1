package dev.migrator.model;

/** Where the code of a function runs. */
public enum ProgrammingModel {
  /** In the process of the Functions host, with the types of {@code Microsoft.Azure.WebJobs}. */
  IN_PROCESS,
  /** In a worker process of its own, with the types of {@code Microsoft.Azure.Functions.Worker}. */
  ISOLATED
}
