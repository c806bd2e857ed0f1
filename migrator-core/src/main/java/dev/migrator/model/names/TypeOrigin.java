package dev.migrator.model.names;

/** Where a type is defined. */
public enum TypeOrigin {
  /** In a file of the project itself. */
  OWN,
  /** In a file of a referenced project. */
  REFERENCED,
  /** In Microsoft.NETCore.App or Microsoft.AspNetCore.App, perhaps also in a package. */
  FRAMEWORK,
  PACKAGE
}
