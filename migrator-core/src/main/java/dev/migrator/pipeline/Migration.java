package dev.migrator.pipeline;

import dev.migrator.report.DoctorReport;
import dev.migrator.syntax.csharp.DeepStack;
import java.nio.file.Path;
import java.util.Map;

/** The commands: what a request does, from reading the repository to the report. */
public final class Migration {
  private Migration() {}

  /** Commits of the conversion on a new branch. */
  public static Result convert(Request request, Progress progress) {
    return DeepStack.call(new ConvertRun(request, progress)::run);
  }

  /** The conversion as a diff; changes nothing. */
  public static Result preview(Request request, Progress progress) {
    return DeepStack.call(new PreviewRun(request, progress)::run);
  }

  /** An inventory of repositories and folders; changes nothing. */
  public static ScanResult scan(ScanRequest request, Progress progress) {
    return DeepStack.call(new ScanRun(request, progress)::run);
  }

  /** What this machine and a folder have, and what that allows; changes nothing. */
  public static DoctorReport doctor(Path folder, Map<String, String> environment) {
    return new DoctorRun(folder, environment).run();
  }

  /** Isolated apps against their locks; changes nothing. */
  public static Result verify(Request request, Progress progress) {
    return DeepStack.call(new VerifyRun(request, progress)::run);
  }
}
