package dev.migrator.diagnostic;

/** How much a finding matters, from least to most. */
public enum Severity {
  INFO,
  WARNING,
  /** A person must act. */
  MANUAL,
  /** This app is not converted. */
  BLOCKER,
  /** Something failed. */
  ERROR
}
