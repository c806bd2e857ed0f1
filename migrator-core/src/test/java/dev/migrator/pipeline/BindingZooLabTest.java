package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final List<String> FORMS =
      List.of(
          "FormOutText",
          "FormReturnText",
          "FormCollectorText",
          "FormAsyncText",
          "FormOutObject",
          "FormReturnObject",
          "FormAsyncObject",
          "FormOutBytes",
          "FormJson",
          "FormTwo",
          "FormHub",
          "FormBus",
          "FormBusObject",
          "FormCosmos",
          "FormRabbit",
          "FormBlob");

  /** Collectors whose messages left the host before the method failed. */
  private static final List<String> SENT_AT_ONCE =
      List.of(
          "FormCollectorText",
          "FormAsyncText",
          "FormAsyncObject",
          "FormJson",
          "FormTwo",
          "FormBus",
          "FormCosmos");

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

  /**
   * Every form of an output with everything that can be sent; after a failure the worker sends
   * nothing, the host had sent what was added, and FIN0310 says so of the function.
   */
  @Test
  void everyFormSendsTheSameMessages() throws IOException {
    List<String> calls = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    for (String form : FORMS) {
      for (String how : List.of("none", "one", "three", "null", "throw", "array", "object")) {
        calls.add("{\"function\": \"" + form + "\", \"trigger\": {\"data\": \"" + how + "\"}}");
        if (how.equals("throw") && SENT_AT_ONCE.contains(form)) {
          accepted.add("--accept");
          accepted.add(calls.size() + "/output");
        }
      }
    }
    String findings = app.result().report().toString();
    SENT_AT_ONCE.forEach(
        form -> assertThat(findings).contains("outputs of function `" + form + "` leave after"));
    Path file = Files.write(folder.resolve("forms.jsonl"), calls);
    Path settings = app.before().resolve("src/BindingZoo/local.settings.json");
    String[] options = {"--calls", file.toString(), "--settings-file", settings.toString()};
    Path before = folder.resolve("forms-before.jsonl");
    Path after = folder.resolve("forms-after.jsonl");
    lab.fnrunInProcess(run(app.before().resolve(BEFORE), options, before)).orFail();
    lab.fnrun(run(app.after().resolve(AFTER), options, after)).orFail();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("diff", before.toString(), after.toString(), "--no-logs"));
    arguments.addAll(accepted);
    DotnetLab.Result diff = lab.fnrun(arguments.toArray(String[]::new));
    assertThat(diff.exitCode()).as(diff.stdout()).isZero();
    System.out.println("messages as expected " + calls.size() + " of " + calls.size());
  }

  private static String[] run(Path assembly, String[] options, Path out) {
    return new String[] {
      assembly.toString(), options[0], options[1], options[2], options[3], "--out", out.toString()
    };
  }

  private static String[] diff(Path before, Path after) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("diff", before.toString(), after.toString()));
    ACCEPTED.forEach(part -> arguments.addAll(List.of("--accept", part)));
    return arguments.toArray(String[]::new);
  }
}
