package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One function for each form of trigger, input and output: compiled, compared, run. */
@TestInstance(Lifecycle.PER_CLASS)
final class BindingZooLabTest {
  private static final String PROJECT = "src/BindingZoo/BindingZoo.csproj";
  private static final String BEFORE = "src/BindingZoo/bin/Debug/net8.0/bin/BindingZoo.dll";
  private static final String AFTER = "src/BindingZoo/bin/Debug/net10.0/BindingZoo.dll";

  /**
   * What differs and why: messages sent before a failure (FIN0310); an empty blob, which the
   * in-process double does not write; mails, which it writes with all their null members; SignalR
   * types, which it refuses.
   */
  private static final List<String> ACCEPTED =
      List.of(
          "8/output:blob target/{name}",
          "BusCollector/output",
          "Mail/output",
          "MailOut/output",
          "negotiate/*");

  private final DotnetLab lab;
  private final ConvertedApp app;
  private final Path folder;

  BindingZooLabTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lab = DotnetLab.assumePresent();
    this.app = ConvertedApp.of("binding-zoo", folder);
  }

  @BeforeAll
  void bothSidesBuild() {
    for (Path side : List.of(app.before(), app.after())) {
      lab.dotnet("build", side.resolve(PROJECT).toString(), "-v:q", "-nologo").orFail();
    }
  }

  @Test
  void contractsAreEqual() throws IOException {
    Path before = contract(app.before().resolve(BEFORE));
    Path after = contract(app.after().resolve(AFTER));
    lab.fnlab("contract-diff", before.toString(), after.toString()).orFail();
    Path lock = app.after().resolve(".git/migrator/" + LockName.of(PROJECT));
    lab.fnlab("contract-diff", lock.toString(), after.toString()).orFail();
    lab.fnlab("contract-diff", before.toString(), lock.toString()).orFail();
  }

  private Path contract(Path assembly) throws IOException {
    Path out = Files.createTempFile(folder, "contract", ".json");
    lab.fnlab("contract", assembly.toString(), "--out", out.toString()).orFail();
    return out;
  }

  @Test
  void messagesAreAsBefore() {
    Path calls = Path.of(System.getProperty("testdata.directory"), "calls/binding-zoo.jsonl");
    Path settings = app.before().resolve("src/BindingZoo/local.settings.json");
    Path before = folder.resolve("before.jsonl");
    Path after = folder.resolve("after.jsonl");
    String[] options = {"--calls", calls.toString(), "--settings-file", settings.toString()};
    lab.fnrunInProcess(run(app.before().resolve(BEFORE), options, before)).orFail();
    lab.fnrun(run(app.after().resolve(AFTER), options, after)).orFail();
    DotnetLab.Result diff = lab.fnrun(diff(before, after));
    String last = diff.stdout().strip();
    System.out.println("binding-zoo: " + last.substring(last.lastIndexOf('\n') + 1));
    assertThat(diff.exitCode()).as(diff.stdout()).isZero();
  }

  private static String[] run(Path assembly, String[] options, Path out) {
    return new String[] {
      assembly.toString(), options[0], options[1], options[2], options[3], "--out", out.toString()
    };
  }

  private static String[] diff(Path before, Path after) {
    List<String> arguments = new java.util.ArrayList<>();
    arguments.addAll(List.of("diff", before.toString(), after.toString()));
    ACCEPTED.forEach(part -> arguments.addAll(List.of("--accept", part)));
    return arguments.toArray(String[]::new);
  }
}
