package dev.migrator.pipeline;

import dev.migrator.lab.DotnetLab;
import java.nio.file.Path;

/**
 * The same calls on an app before and after its conversion, both built.
 *
 * @param app name of the file of calls
 * @param folder of the project, with its local.settings.json
 * @param assembly that the build makes
 */
record BehaviourRun(DotnetLab lab, String app, String folder, String assembly) {

  /** What {@code fnrun diff} says; the run itself where the app did not start. */
  DotnetLab.Result compare(Path before, Path after, Path out) {
    Path calls = Path.of(System.getProperty("testdata.directory"), "calls", app + ".jsonl");
    String settings = before.resolve(folder).resolve("local.settings.json").toString();
    String beforeOut = out + ".before.jsonl";
    String afterOut = out + ".after.jsonl";
    lab.fnrunInProcess(
            built(before, "net8.0/bin"),
            "--calls",
            calls.toString(),
            "--settings-file",
            settings,
            "--out",
            beforeOut)
        .orFail();
    DotnetLab.Result run =
        lab.fnrun(
            built(after, "net10.0"),
            "--calls",
            calls.toString(),
            "--settings-file",
            settings,
            "--out",
            afterOut);
    return run.succeeded() ? lab.fnrun("diff", beforeOut, afterOut) : run;
  }

  private String built(Path side, String framework) {
    return side.resolve(folder)
        .resolve("bin/Debug")
        .resolve(framework)
        .resolve(assembly)
        .toString();
  }
}
