package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The sample app before and after its conversion: compiled, tested, run. */
@TestInstance(Lifecycle.PER_CLASS)
final class OrderDeskLabTest {
  private static final String PROJECT = "src/OrderDesk/OrderDesk.csproj";
  private static final Pattern EQUAL = Pattern.compile("behaviour equal (\\d+) of (\\d+)");

  private final DotnetLab lab;
  private final ConvertedApp app;
  private final Path folder;

  OrderDeskLabTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.lab = DotnetLab.assumePresent();
    this.app = ConvertedApp.of("order-desk", folder);
  }

  @BeforeAll
  void bothSidesBuild() {
    lab.dotnet("build", app.before().resolve("OrderDesk.sln").toString(), "-v:q", "-nologo")
        .orFail();
    lab.dotnet("build", app.after().resolve("OrderDesk.sln").toString(), "-v:q", "-nologo")
        .orFail();
  }

  @Test
  void unitTestsPassBeforeAndAfter() {
    for (Path side : List.of(app.before(), app.after())) {
      DotnetLab.Result result =
          lab.dotnet("test", side.resolve("OrderDesk.sln").toString(), "--no-build", "-nologo")
              .orFail();
      assertThat(result.stdout()).contains("Passed!");
    }
  }

  @Test
  void noNewErrorAndNoNewWarning() throws IOException {
    Path before = diagnostics(app.before(), "before", true);
    Path after = diagnostics(app.after(), "after", false);
    DotnetLab.Result diff = lab.fnlab("diag-diff", before.toString(), after.toString()).orFail();
    assertThat(diff.stdout()).doesNotContainPattern("(?m)^warning .* new");
  }

  private Path diagnostics(Path side, String name, boolean isLifted) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "diag",
                side.resolve(PROJECT).toString(),
                "--root",
                side.toString(),
                "--emit",
                folder.resolve(name + ".emit").toString(),
                "--out",
                folder.resolve(name + ".diag").toString()));
    if (isLifted) {
      arguments.addAll(
          List.of(
              "--property",
              "BeforeTargetFrameworkInferenceTargets=" + lab.directory().resolve("lift.targets")));
    }
    lab.fnlab(arguments.toArray(String[]::new)).orFail();
    return folder.resolve(name + ".diag");
  }

  @Test
  void contractsAreEqual() throws IOException {
    Path before =
        contract(app.before().resolve("src/OrderDesk/bin/Debug/net8.0/bin/OrderDesk.dll"));
    Path after = contract(app.after().resolve("src/OrderDesk/bin/Debug/net10.0/OrderDesk.dll"));
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
  void callersNoticeNothing() throws IOException {
    DotnetLab.Result diff = behaviour(app.after(), "whole");
    String last = diff.stdout().strip();
    System.out.println("order-desk: " + last.substring(last.lastIndexOf('\n') + 1));
    assertThat(diff.exitCode()).as(diff.stdout()).isZero();
    Matcher equal = EQUAL.matcher(diff.stdout());
    assertThat(equal.find()).isTrue();
    assertThat(Integer.parseInt(equal.group(2))).isGreaterThanOrEqualTo(60);
  }

  @Test
  void callersNoticeWhenTheCompatibilityIsNotRegistered() throws IOException {
    Path broken = folder.resolve("broken");
    ConvertedApp.copy(app.after().resolve("src"), broken.resolve("src"));
    Path program = broken.resolve("src/OrderDesk/Program.cs");
    String text = Files.readString(program);
    assertThat(text).contains("builder.UseInProcessCompatibility();");
    Files.writeString(program, text.replace("builder.UseInProcessCompatibility();", ""));
    lab.dotnet("build", broken.resolve(PROJECT).toString(), "-v:q", "-nologo").orFail();
    assertThat(behaviour(broken, "broken").exitCode()).isNotZero();
  }

  private DotnetLab.Result behaviour(Path after, String name) {
    return new BehaviourRun(lab, "order-desk", "src/OrderDesk", "OrderDesk.dll")
        .compare(app.before(), after, folder.resolve(name));
  }
}
