package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private static final List<String> VALUES =
      List.of("none", "one", "three", "null", "throw", "array", "object");

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
   * Every form of an output with everything that can be sent. What differs, a finding names: after
   * a failure the worker sends nothing, the host had sent what was added (FIN0310); a returned text
   * that is a JSON array leaves as several messages (FIN0312).
   */
  @Test
  void everyFormSendsTheSameMessages() throws IOException {
    List<String> calls = new ArrayList<>();
    List<String> announced = new ArrayList<>();
    String findings = app.result().report().toString();
    for (String form : FORMS) {
      for (String how : VALUES) {
        calls.add("{\"function\": \"" + form + "\", \"trigger\": {\"data\": \"" + how + "\"}}");
        Optional<String> difference = difference(form, how);
        difference.ifPresent(text -> assertThat(findings).contains(text));
        if (difference.isPresent()) {
          announced.add(calls.size() + "/output");
        }
      }
    }
    DotnetLab.Result diff = sent(Files.write(folder.resolve("forms.jsonl"), calls), announced);
    assertThat(diff.exitCode()).as(diff.stdout()).isZero();
    System.out.printf(
        "messages as expected %d of %d, %d of them with a finding%n",
        calls.size(), calls.size(), announced.size());
  }

  /** The words of the finding that names what differs; empty where nothing may. */
  private static Optional<String> difference(String form, String how) {
    if (how.equals("throw") && SENT_AT_ONCE.contains(form)) {
      return Optional.of("outputs of function `" + form + "` leave after the method succeeded");
    }
    return how.equals("array") && form.equals("FormReturnText")
        ? Optional.of("a text that function `" + form + "` returns would be sent as several")
        : Optional.empty();
  }

  private DotnetLab.Result sent(Path calls, List<String> announced) {
    Path settings = app.before().resolve("src/BindingZoo/local.settings.json");
    String[] options = {"--calls", calls.toString(), "--settings-file", settings.toString()};
    Path before = folder.resolve("forms-before.jsonl");
    Path after = folder.resolve("forms-after.jsonl");
    lab.fnrunInProcess(run(app.before().resolve(BEFORE), options, before)).orFail();
    lab.fnrun(run(app.after().resolve(AFTER), options, after)).orFail();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("diff", before.toString(), after.toString(), "--no-logs"));
    announced.forEach(part -> arguments.addAll(List.of("--accept", part)));
    return lab.fnrun(arguments.toArray(String[]::new));
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
