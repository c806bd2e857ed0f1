package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.report.AppReport.Status;
import dev.migrator.report.ScanReport;
import dev.migrator.report.ScannedApp;
import dev.migrator.rule.Options;
import dev.migrator.source.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a scan reads, and what it does when one app fails. */
class ScanRunTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
        </ItemGroup>
      </Project>
      """;
  private static final String TICK =
      """
      using Microsoft.Azure.WebJobs;

      public static class Tick
      {
          [FunctionName("Tick")]
          public static void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) { }
      }
      """;

  @TempDir Path folder;

  private Path app(String path) throws IOException {
    Path app = folder.resolve(path);
    Files.createDirectories(app);
    Files.writeString(app.resolve("App.csproj"), PROJECT);
    Files.writeString(app.resolve("Tick.cs"), TICK);
    return app;
  }

  private Path repository(String path) throws Exception {
    Path app = app(path);
    Git.run(app, "init", "-q", "-b", "main", "--template=");
    Git.run(app, "add", "-A");
    Git.run(
        app,
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.invalid",
        "commit",
        "-q",
        "-m",
        "App");
    return app;
  }

  private ScanResult scan(Path... paths) {
    return Migration.scan(
        new ScanRequest(
            Arrays.asList(paths),
            Optional.empty(),
            path -> Options.DEFAULT,
            Map.of("HOME", folder.resolve("home").toString())),
        Progress.SILENT);
  }

  private List<String> roots(ScanResult result) {
    return result.report().roots().stream()
        .map(ScanReport.Root::path)
        .map(path -> folder.relativize(Path.of(path)).toString().replace('\\', '/'))
        .toList();
  }

  private static List<Integer> functions(ScanResult result) {
    return result.report().apps().stream().map(app -> app.inventory().functions().size()).toList();
  }

  @Test
  void readsEachRepositoryBelowAFolderAndTheFoldersBeside() throws Exception {
    repository("team/one");
    repository("two");
    app("plain/nested");
    ScanResult result = scan(folder);
    assertThat(roots(result)).containsExactly("plain", "team/one", "two");
    assertThat(result.report().roots())
        .extracting(root -> root.commit().isPresent())
        .containsExactly(false, true, true);
    assertThat(result.report().apps())
        .extracting(app -> app.outcome().path())
        .containsExactly("nested/App.csproj", "App.csproj", "App.csproj");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void readsTheCommitOfADirtyRepositoryWithoutIdentity() throws Exception {
    Path repository = repository("one");
    Files.writeString(repository.resolve("Tick.cs"), "");
    Files.writeString(repository.resolve("Other.cs"), TICK);
    ScanResult result = scan(repository);
    assertThat(functions(result)).containsExactly(1);
    assertThat(result.report().apps().get(0).outcome().status()).isEqualTo(Status.CONVERTED);
    assertThat(Git.run(repository, "status", "--porcelain")).isEqualTo(" M Tick.cs\n?? Other.cs\n");
    assertThat(Git.run(repository, "branch", "--list").strip()).isEqualTo("* main");
  }

  @Test
  void readsFromDiskWhatHeadDoesNotHold() throws Exception {
    Path repository = repository("one");
    Path untracked = app("one/untracked");
    ScanResult result = scan(untracked);
    assertThat(result.report().roots().get(0).commit()).isEmpty();
    assertThat(functions(result)).containsExactly(1);
    assertThat(scan(repository).report().apps()).hasSize(1);
  }

  @Test
  void readsARepositoryWithoutCommitFromDisk() throws Exception {
    Path app = app("new");
    Git.run(app, "init", "-q", "-b", "main", "--template=");
    assertThat(functions(scan(app))).containsExactly(1);
    assertThat(functions(scan(folder))).containsExactly(1);
  }

  @Test
  void readsAFolderWithADamagedRepositoryFromDisk() throws Exception {
    Path app = app("damaged");
    Files.writeString(app.resolve(".git"), "no git directory");
    assertThat(functions(scan(app))).containsExactly(1);
  }

  @Test
  void listsTheOtherAppsWhenOneFails() {
    FileTree tree = new FailingTree();
    AppPlanning planning = new AppPlanning(tree, "", Options.DEFAULT, path -> true);
    ScannedApps scanned = new ScannedApps("here", planning);
    List<ScannedApp> apps =
        List.copyOf(
            scanned.of(List.copyOf(planning.workspace().allProjects()), Progress.SILENT).values());
    assertThat(apps)
        .extracting(app -> app.outcome().status())
        .containsExactly(Status.FAILED, Status.CONVERTED);
    assertThat(apps.get(0).outcome().findings())
        .extracting(Diagnostic::code)
        .containsExactly(Code.NOT_READ);
    assertThat(apps.get(0).outcome().findings().get(0).message()).contains("a fault of the tool");
  }

  /** Two apps; reading a source of the first hits a fault. */
  private static final class FailingTree implements FileTree {
    @Override
    public SortedSet<String> paths() {
      return new TreeSet<>(List.of("a/App.csproj", "a/Tick.cs", "b/App.csproj", "b/Tick.cs"));
    }

    @Override
    public Optional<byte[]> read(String path) {
      if (path.equals("a/Tick.cs")) {
        throw new IllegalStateException("a fault of the tool");
      }
      String text = path.endsWith("App.csproj") ? PROJECT : path.endsWith(".cs") ? TICK : null;
      return Optional.ofNullable(text).map(t -> t.getBytes(StandardCharsets.UTF_8));
    }
  }
}
