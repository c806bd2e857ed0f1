package dev.migrator.report;

import java.util.Locale;

/** What an app of an inventory is. */
public enum AppKind {
  /** C# of the in-process model: the only kind that is converted. */
  IN_PROCESS("C# in-process"),
  ISOLATED("C# isolated worker"),
  CSHARP_SCRIPT("C# script"),
  FSHARP("F#"),
  VISUAL_BASIC("Visual Basic"),
  WEBJOBS("WebJobs SDK program"),
  WEB("web application"),
  /** A project file that does not say what it is. */
  UNREADABLE("unreadable project");

  private final String title;

  AppKind(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** As in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
