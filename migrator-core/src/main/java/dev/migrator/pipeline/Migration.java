package dev.migrator.pipeline;

/** The commands: what a request does, from reading the repository to the report. */
public final class Migration {
  private Migration() {}

  /** Commits of the conversion on a new branch. */
  public static Result convert(Request request, Progress progress) {
    return new ConvertRun(request, progress).run();
  }

  /** The conversion as a diff; changes nothing. */
  public static Result preview(Request request, Progress progress) {
    return new PreviewRun(request, progress).run();
  }

  /** An inventory of repositories and folders; changes nothing. */
  public static ScanResult scan(ScanRequest request, Progress progress) {
    return new ScanRun(request, progress).run();
  }

  /** Isolated apps against their locks; changes nothing. */
  public static Result verify(Request request, Progress progress) {
    return new VerifyRun(request, progress).run();
  }
}
