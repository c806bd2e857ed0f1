package dev.migrator.model.project;

/** What a project is for, as far as the conversion cares. */
public enum ProjectKind {
  /** A function app that the tool converts. */
  FUNCTION_APP_IN_PROCESS,
  /** A function app on the isolated worker already. */
  FUNCTION_APP_ISOLATED,
  /** A program that hosts the WebJobs SDK itself: no function app. */
  WEBJOBS,
  WEB,
  TEST,
  LIBRARY,
  /** A program or a project of another SDK. */
  OTHER,
  /** Not read: only C# is. */
  FSHARP,
  /** Not read: only C# is. */
  VISUAL_BASIC;

  public boolean isFunctionApp() {
    return this == FUNCTION_APP_IN_PROCESS || this == FUNCTION_APP_ISOLATED;
  }

  /** Whether the tool reads the sources of such a project. */
  public boolean isCSharp() {
    return this != FSHARP && this != VISUAL_BASIC;
  }
}
