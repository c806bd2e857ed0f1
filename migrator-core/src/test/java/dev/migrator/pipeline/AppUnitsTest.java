package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.report.ScannedApp;
import dev.migrator.rule.Options;
import dev.migrator.source.FileTree;
import dev.migrator.source.MemoryFileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two apps over a library that hands out collectors, and a third app beside them. */
final class AppUnitsTest {
  private static final String LIBRARY =
      """
      using Microsoft.Azure.WebJobs;

      namespace Common
      {
          public static class Sender
          {
              public static void Send(ICollector<string> queue) => queue.Add("x");
          }
      }
      """;

  private static String function(String name, String statement) {
    return """
        using Microsoft.Azure.WebJobs;

        namespace %s
        {
            public static class Jobs
            {
                [FunctionName("%s")]
                public static void Run([QueueTrigger("in")] string text, [Queue("out")] ICollector<string> queue) { %s }
            }
        }
        """
        .formatted(name, name, statement);
  }

  private static String project(boolean isApp, String reference) {
    return """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>%s
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="%s" Version="4.2.0" />
            <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.1" />%s
          </ItemGroup>
        </Project>
        """
        .formatted(
            isApp ? "\n    <AzureFunctionsVersion>v4</AzureFunctionsVersion>" : "",
            isApp ? "Microsoft.NET.Sdk.Functions" : "Microsoft.Azure.WebJobs",
            reference.isEmpty() ? "" : "\n    <ProjectReference Include=\"" + reference + "\" />");
  }

  private static FileTree repository(String secondTrigger) {
    Map<String, String> texts = new TreeMap<>();
    String common = "../Common/Common.csproj";
    texts.put("Common/Common.csproj", project(false, ""));
    texts.put("Common/Sender.cs", LIBRARY);
    for (String app : new String[] {"Alone", "First", "Second"}) {
      boolean isAlone = app.equals("Alone");
      texts.put(app + "/" + app + ".csproj", project(true, isAlone ? "" : common));
      texts.put(app + "/host.json", "{ \"version\": \"2.0\" }\n");
      texts.put(
          app + "/Jobs.cs",
          function(app, isAlone ? "queue.Add(text);" : "Common.Sender.Send(queue);"));
    }
    texts.computeIfPresent(
        "Second/Jobs.cs", (path, text) -> text.replace("QueueTrigger", secondTrigger));
    Map<String, byte[]> bytes = new TreeMap<>();
    texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return MemoryFileTree.of(bytes);
  }

  /** Each app with the ids of its blockers. */
  private static Map<String, String> blockers(FileTree tree, Optional<String> glob) {
    Map<String, String> blockers = new TreeMap<>();
    for (PlannedApp app : planned(tree, glob)) {
      blockers.put(
          app.app().project().name(),
          app.findings().stream()
              .filter(Diagnostic::isBlocker)
              .map(finding -> finding.code().id())
              .distinct()
              .collect(Collectors.joining(" ")));
    }
    return blockers;
  }

  @Test
  void appsOfAUnitMoveTogether() {
    assertThat(blockers(repository("QueueTrigger"), Optional.empty()))
        .isEqualTo(Map.of("Alone", "", "First", "", "Second", ""));
  }

  @Test
  void aBlockedMemberBlocksItsUnitAndNoOther() {
    Map<String, String> blockers = blockers(repository("PigeonTrigger"), Optional.empty());
    assertThat(blockers).containsEntry("Alone", "").containsEntry("First", "FIN0105");
    assertThat(blockers.get("Second")).isNotEmpty().doesNotContain("FIN0105");
  }

  @Test
  void anAppThatStaysKeepsTheLibraryAsItIs() {
    assertThat(blockers(repository("QueueTrigger"), Optional.of("First/**")))
        .isEqualTo(Map.of("First", "FIN0103"));
  }

  @Test
  void packagesOfALibraryStayWithAnAppThatStays() {
    FileTree tree = withPlainLibrary(repository("QueueTrigger"));
    List<PlannedApp> apps = planned(tree, Optional.of("First/**"));
    assertThat(apps).hasSize(1);
    assertThat(apps.get(0).isBlocked()).isFalse();
    assertThat(apps.get(0).finalChanges()).containsKey("First/Jobs.cs");
    assertThat(apps.get(0).finalChanges()).doesNotContainKey("Common/Common.csproj");
    assertThat(apps.get(0).findings())
        .filteredOn(finding -> finding.code() == Code.SHARED_LIBRARY_STAYS)
        .extracting(finding -> finding.severity() + " " + finding.at().path())
        .containsExactly("WARNING Common/Common.csproj");
  }

  @Test
  void packagesOfALibraryStayWithABlockedApp() {
    FileTree tree = withPlainLibrary(repository("PigeonTrigger"));
    assertThat(blockers(tree, Optional.empty())).containsEntry("First", "");
    for (PlannedApp app : planned(tree, Optional.empty())) {
      if (!app.isBlocked()) {
        assertThat(app.finalChanges()).doesNotContainKey("Common/Common.csproj");
      }
    }
  }

  @Test
  void packagesOfALibraryGoWithItsApps() {
    FileTree tree = withPlainLibrary(repository("QueueTrigger"));
    assertThat(planned(tree, Optional.empty()))
        .filteredOn(app -> !app.path().startsWith("Alone"))
        .allSatisfy(app -> assertThat(app.finalChanges()).containsKey("Common/Common.csproj"));
  }

  /** The same files with other texts, but those that the change makes empty. */
  private static FileTree changed(FileTree tree, BinaryOperator<String> textOfPath) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String path : tree.paths()) {
      String text = new String(tree.read(path).orElseThrow(), StandardCharsets.UTF_8);
      String other = textOfPath.apply(path, text);
      if (!other.isEmpty()) {
        files.put(path, other.getBytes(StandardCharsets.UTF_8));
      }
    }
    return MemoryFileTree.of(files);
  }

  /** First references Alone, and uses a type of it. */
  private static FileTree withReferenceBetweenApps(String trigger) {
    return changed(
        repository("QueueTrigger"),
        (path, text) -> {
          if (path.startsWith("Second/") || path.startsWith("Common/")) {
            return "";
          }
          return path.equals("Alone/Jobs.cs")
              ? text.replace("QueueTrigger", trigger) + "public static class Words { }\n"
              : text.replace("../Common/Common.csproj", "../Alone/Alone.csproj")
                  .replace("Common.Sender.Send(queue);", "queue.Add(nameof(Words));");
        });
  }

  @Test
  void anAppThatReferencesAnotherMovesWithItAndEditsNoneOfItsFiles() {
    FileTree tree = withReferenceBetweenApps("QueueTrigger");
    assertThat(blockers(tree, Optional.empty())).isEqualTo(Map.of("Alone", "", "First", ""));
    for (PlannedApp app : planned(tree, Optional.empty())) {
      assertThat(app.finalChanges().keySet())
          .allMatch(path -> path.startsWith(app.app().project().name() + "/"));
    }
    assertThat(planned(tree, Optional.empty()))
        .filteredOn(app -> app.path().startsWith("First"))
        .flatExtracting(PlannedApp::findings)
        .filteredOn(finding -> finding.code() == Code.FUNCTION_OF_LIBRARY)
        .extracting(finding -> finding.severity() + " " + finding.at().path())
        .containsExactly("MANUAL Alone/Jobs.cs");
  }

  /** The functions of the other app would lack what its Program.cs registers. */
  @Test
  void anAppThatRanTheFunctionsOfAnotherIsBlocked() {
    String more = "<FunctionsInDependencies>true</FunctionsInDependencies></PropertyGroup>";
    FileTree tree =
        changed(
            withReferenceBetweenApps("QueueTrigger"),
            (path, text) ->
                path.equals("First/First.csproj") ? text.replace("</PropertyGroup>", more) : text);
    assertThat(blockers(tree, Optional.empty()))
        .isEqualTo(Map.of("Alone", "FIN0105", "First", "FIN0349"));
  }

  @Test
  void neitherOfTwoAppsMovesWithoutTheOtherThatReferencesIt() {
    FileTree tree = withReferenceBetweenApps("QueueTrigger");
    assertThat(blockers(tree, Optional.of("First/**"))).isEqualTo(Map.of("First", "FIN0103"));
    assertThat(blockers(tree, Optional.of("Alone/**"))).isEqualTo(Map.of("Alone", "FIN0103"));
    assertThat(blockers(withReferenceBetweenApps("PigeonTrigger"), Optional.empty()))
        .containsEntry("First", "FIN0105");
  }

  @Test
  void anAppThatIsJoinedByAReferenceMovesAlong() {
    FileTree tree = withReferenceBetweenApps("QueueTrigger");
    for (String named : List.of("First/First.csproj", "Alone/Alone.csproj")) {
      List<PlannedApp> apps =
          new AppPlanning(tree, named, Options.DEFAULT, path -> true)
              .planAll(Optional.empty(), Progress.SILENT);
      assertThat(apps).extracting(PlannedApp::path).hasSize(2);
      assertThat(apps).noneMatch(PlannedApp::isBlocked);
      assertThat(apps)
          .flatExtracting(PlannedApp::findings)
          .filteredOn(finding -> finding.code() == Code.MOVES_ALONG)
          .extracting(finding -> finding.at().path())
          .hasSize(1)
          .doesNotContain(named);
    }
  }

  private static List<PlannedApp> named(FileTree tree, String path) {
    return new AppPlanning(tree, path, Options.DEFAULT, p -> true)
        .planAll(Optional.empty(), Progress.SILENT);
  }

  @Test
  void anAppThatSharesAnEditedLibraryMovesAlong() {
    List<PlannedApp> apps = named(repository("QueueTrigger"), "First/First.csproj");
    assertThat(apps).noneMatch(PlannedApp::isBlocked);
    assertThat(apps)
        .extracting(PlannedApp::path)
        .containsExactly("First/First.csproj", "Second/Second.csproj");
    assertThat(apps)
        .flatExtracting(PlannedApp::findings)
        .filteredOn(finding -> finding.code() == Code.MOVES_ALONG)
        .extracting(finding -> finding.at().path())
        .containsExactly("Second/Second.csproj");
  }

  @Test
  void anAppWhoseCompanionCannotMoveIsBlocked() {
    assertThat(named(repository("PigeonTrigger"), "First/First.csproj"))
        .extracting(PlannedApp::isBlocked)
        .containsExactly(true, true);
  }

  /** Neither where the library can stay as it is, nor with an app that is blocked itself. */
  @Test
  void noAppMovesAlongWithoutNeed() {
    FileTree tree = withPlainLibrary(repository("QueueTrigger"));
    assertThat(named(tree, "First/First.csproj"))
        .extracting(PlannedApp::path)
        .containsExactly("First/First.csproj");
    assertThat(named(repository("PigeonTrigger"), "Second/Second.csproj"))
        .extracting(PlannedApp::path)
        .containsExactly("Second/Second.csproj");
  }

  /** Two libraries of First need a home for a type; only below it is what Alone references too. */
  private static FileTree withHomeBelow(String secondTrigger) {
    Map<String, String> texts = new TreeMap<>();
    FileTree tree = repository(secondTrigger);
    for (String path : tree.paths()) {
      texts.put(path, new String(tree.read(path).orElseThrow(), StandardCharsets.UTF_8));
    }
    String reference = "<ProjectReference Include=\"../Base/Base.csproj\" />";
    texts.put(
        "Base/Base.csproj",
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net8.0"
            + "</TargetFramework></PropertyGroup></Project>");
    texts.put("Other/Other.csproj", project(false, "../Base/Base.csproj"));
    texts.put("Other/Sender.cs", LIBRARY.replace("namespace Common", "namespace Other"));
    texts.put("Common/Common.csproj", project(false, "../Base/Base.csproj"));
    texts.put("Alone/Alone.csproj", project(true, "../Base/Base.csproj"));
    texts.put(
        "Alone/Jobs.cs",
        function("Alone", "").replace(", [Queue(\"out\")] ICollector<string> queue", ""));
    texts.computeIfPresent(
        "First/First.csproj",
        (path, text) ->
            text.replace(
                "</ItemGroup>",
                reference.replace("Base/Base", "Other/Other") + "\n  </ItemGroup>"));
    return MemoryFileTree.ofTexts(texts);
  }

  @Test
  void anAppThatWasNotNamedDoesNotMoveWhereTheNamedOneStays() {
    assertThat(named(withHomeBelow("QueueTrigger"), "First/First.csproj"))
        .extracting(app -> app.path() + " " + app.isBlocked())
        .containsExactly(
            "Alone/Alone.csproj false", "First/First.csproj false", "Second/Second.csproj false");
    assertThat(named(withHomeBelow("PigeonTrigger"), "First/First.csproj"))
        .extracting(app -> app.path() + " " + app.isBlocked())
        .containsExactly("First/First.csproj true", "Second/Second.csproj true");
  }

  /** In a namespace of the host, whose types come with the other app as long as that stays. */
  @Test
  void theResultOfAnAppIsCheckedOnThatOfTheOneItReferences() {
    FileTree tree =
        changed(
            withReferenceBetweenApps("QueueTrigger"),
            (path, text) ->
                path.equals("First/Jobs.cs")
                    ? text.replace("namespace First", "namespace Microsoft.Azure.WebJobs.Samples")
                        .replace("using Microsoft.Azure.WebJobs;", "")
                    : text);
    AppPlanning planning = new AppPlanning(tree, "", Options.DEFAULT, path -> true);
    List<PlannedApp> apps = planning.planAll(Optional.empty(), Progress.SILENT);
    PlannedApp first = apps.get(1);
    assertThat(first.path()).startsWith("First");
    assertThat(planning.resultCheck(apps).check(first).findings()).noneMatch(Diagnostic::isError);
    assertThat(planning.resultCheck(List.of(first)).check(first).isGood()).isFalse();
  }

  /** A library that has packages of the host, and names no type of them. */
  private static FileTree withPlainLibrary(FileTree tree) {
    return changed(
        tree,
        (path, text) ->
            path.equals("Common/Sender.cs")
                ? "namespace Common { public static class Sender { public const int Size = 3; } }"
                : text.replace("Common.Sender.Send(queue)", "queue.Add(text)"));
  }

  private static List<PlannedApp> planned(FileTree tree, Optional<String> glob) {
    return new AppPlanning(tree, "", Options.DEFAULT, path -> true).planAll(glob, Progress.SILENT);
  }

  /** First links the functions of Second, and neither has a library. */
  private static FileTree withLinkedSource(String trigger) {
    return changed(
        repository("QueueTrigger"),
        (path, text) -> {
          if (path.startsWith("Common/") || path.equals("First/Jobs.cs")) {
            return "";
          }
          return text.replace("Common.Sender.Send(queue);", "queue.Add(text);")
              .replace(
                  path.startsWith("First/")
                      ? "<ProjectReference Include=\"../Common/Common.csproj\" />"
                      : "\n    <ProjectReference Include=\"../Common/Common.csproj\" />",
                  path.startsWith("First/") ? "<Compile Include=\"../Second/Jobs.cs\" />" : "")
              .replace(path.equals("Second/Jobs.cs") ? "QueueTrigger" : "\0", trigger);
        });
  }

  @Test
  void appsThatCompileTheSameSourceMoveTogether() {
    AppPlanning planning =
        new AppPlanning(withLinkedSource("QueueTrigger"), "", Options.DEFAULT, path -> true);
    List<PlannedApp> apps = planning.planAll(Optional.empty(), Progress.SILENT);
    assertThat(apps).noneMatch(PlannedApp::isBlocked);
    assertThat(planning.inSequence(apps))
        .allSatisfy(app -> assertThat(app.app().functions()).hasSize(1))
        .filteredOn(app -> app.finalChanges().containsKey("Second/Jobs.cs"))
        .extracting(PlannedApp::path)
        .containsExactly("First/First.csproj", "Second/Second.csproj");
  }

  @Test
  void aSourceOfAnAppThatStaysIsNotEdited() {
    FileTree tree = withLinkedSource("QueueTrigger");
    assertThat(blockers(tree, Optional.of("First/**"))).isEqualTo(Map.of("First", "FIN0103"));
    assertThat(blockers(tree, Optional.of("Second/**"))).isEqualTo(Map.of("Second", "FIN0103"));
    assertThat(blockers(tree, Optional.of("Alone/**"))).isEqualTo(Map.of("Alone", ""));
  }

  @Test
  void aSourceThatAWebProgramCompilesIsNotEdited() {
    FileTree tree =
        changed(
            withLinkedSource("QueueTrigger"),
            (path, text) ->
                path.equals("First/First.csproj")
                    ? text.replace("Microsoft.NET.Sdk\"", "Microsoft.NET.Sdk.Web\"")
                        .replaceAll("(?m)^.*(AzureFunctionsVersion|Sdk.Functions).*\n", "")
                    : path.startsWith("First/") ? "" : text);
    assertThat(blockers(tree, Optional.empty()))
        .isEqualTo(Map.of("Alone", "", "Second", "FIN0103"));
  }

  @Test
  void anInventoryShowsUnitsAsAConversionDoes(@TempDir Path folder) throws Exception {
    FileTree tree = repository("PigeonTrigger");
    for (String path : tree.paths()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, tree.read(path).orElseThrow());
    }
    Git.run(folder, "init", "-q", "-b", "main", "--template=");
    Git.run(folder, "add", "-A");
    Git.run(
        folder,
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.invalid",
        "commit",
        "-q",
        "-m",
        "Apps");
    ScanResult scan =
        Migration.scan(
            new ScanRequest(
                List.of(folder),
                Optional.empty(),
                path -> Options.DEFAULT,
                Map.of("HOME", folder.resolve("home").toString())),
            Progress.SILENT);
    Map<String, Boolean> joined = new TreeMap<>();
    for (ScannedApp app : scan.report().apps()) {
      joined.put(
          app.outcome().path(),
          app.outcome().findings().stream().anyMatch(f -> f.code() == Code.UNIT_BLOCKED));
    }
    assertThat(joined)
        .isEqualTo(
            Map.of(
                "Alone/Alone.csproj", false,
                "First/First.csproj", true,
                "Second/Second.csproj", false));
  }
}
