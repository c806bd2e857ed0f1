package dev.migrator.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrator.report.AppReport;
import dev.migrator.rule.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that cannot be converted: the exit code, what is said, and that nothing changes. */
final class BadInputTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.5.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.0" />
        </ItemGroup>
      </Project>
      """;

  private static final String FUNCTIONS =
      """
      using Microsoft.Azure.WebJobs;
      using Microsoft.Extensions.Logging;

      namespace Shop
      {
          public static class Orders
          {
              [FunctionName("Take")]
              public static void Take([QueueTrigger("orders")] string order, ILogger log)
              {
                  log.LogInformation(order);
              }
          }
      }
      """;

  @TempDir private Path temporary;

  /** Prepares the repository, which holds a good app that is committed. */
  private interface Arrangement {
    void spoil(Repository repository) throws Exception;
  }

  /**
   * An input.
   *
   * @param name of the case
   * @param exitCode what convert answers
   * @param said texts that it prints: the file and what to do
   * @param arrangement makes the input
   */
  private record Case(String name, ExitCode exitCode, List<String> said, Arrangement arrangement) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case refused(String name, Arrangement arrangement, String... said) {
    return new Case(name, ExitCode.REFUSED, List.of(said), arrangement);
  }

  private static Case blocked(String name, Arrangement arrangement, String... said) {
    return new Case(name, ExitCode.BLOCKED, List.of(said), arrangement);
  }

  private static Case nothing(String name, Arrangement arrangement, String... said) {
    return new Case(name, ExitCode.NOTHING_TO_CONVERT, List.of(said), arrangement);
  }

  static List<Case> cases() {
    return List.of(
        blocked(
            "csproj that is not XML",
            r -> r.commit("App/App.csproj", "{ \"sdk\": \"Microsoft.NET.Sdk\" }"),
            "App/App.csproj",
            "repair the file and run again"),
        blocked(
            "declaration that does not parse",
            r -> r.commit("App/Orders.cs", FUNCTIONS.replace("string order,", "string,,")),
            "App/Orders.cs",
            "repair the file and run again"),
        blocked(
            "body of a function that does not parse",
            r -> r.commit("App/Orders.cs", FUNCTIONS.replace("(order)", "(order")),
            "App/Orders.cs",
            "repair the file and run again"),
        blocked(
            "invalid UTF-8",
            r -> r.commit("App/Names.cs", "// Müller".getBytes(ISO_8859_1)),
            "App/Names.cs",
            "UTF-8"),
        blocked(
            "UTF-16",
            r -> r.commit("App/Names.cs", "// Names".getBytes(UTF_16)),
            "App/Names.cs",
            "UTF-16",
            "save it as UTF-8"),
        nothing("empty folder", Repository::clear, "there is no project", "name a repository"),
        nothing(
            "isolated app",
            r ->
                r.commit(
                    "App/App.csproj",
                    PROJECT
                        .replace("Microsoft.NET.Sdk.Functions", "Microsoft.Azure.Functions.Worker")
                        .replace(
                            "Microsoft.Azure.WebJobs.Extensions.Storage.Queues",
                            "Microsoft.Azure.Functions.Worker.Sdk")
                        .replace(
                            "<Prop",
                            "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><Prop"),
                    "App/Orders.cs",
                    FUNCTIONS
                        .replace("FunctionName", "Function")
                        .replace("WebJobs", "Functions.Worker")),
            "App/App.csproj",
            "isolated worker already",
            "migrator verify"),
        nothing(
            "web project",
            r -> r.replaceApp("App/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />"),
            "App/App.csproj",
            "web",
            "name a function app"),
        nothing(
            "F# app",
            r -> r.replaceApp("App/App.fsproj", PROJECT),
            "App/App.fsproj",
            "F#",
            "by hand"),
        nothing(
            "Visual Basic app",
            r -> r.replaceApp("App/App.vbproj", PROJECT),
            "App/App.vbproj",
            "Visual Basic",
            "by hand"),
        nothing(
            "C# scripts",
            r -> r.replaceApp("Take/run.csx", "public static void Run(string order) { }"),
            "Take/run.csx",
            "move"),
        blocked(
            "unknown trigger",
            r ->
                r.commit(
                    "App/Orders.cs",
                    FUNCTIONS.replace("QueueTrigger(\"orders\")", "TapeTrigger"),
                    "App/TapeTrigger.cs",
                    """
                    [Microsoft.Azure.WebJobs.Description.Binding]
                    public sealed class TapeTriggerAttribute : System.Attribute { }
                    """),
            "App/Orders.cs",
            "Take"),
        blocked(
            "unresolved type in a binding",
            r -> r.commit("App/Orders.cs", FUNCTIONS.replace("string order", "Lost.Order order")),
            "App/Orders.cs",
            "cannot be resolved",
            "make the project compile"),
        refused(
            "dirty tree",
            r -> r.write("App/Orders.cs", FUNCTIONS + "\n"),
            "App/Orders.cs",
            "commit or stash"),
        refused(
            "existing branch",
            r -> r.git("branch", "migrate/isolated"),
            "migrate/isolated",
            "git switch"),
        refused("shallow clone", Repository::cutHistory, "shallow clone", "git fetch --unshallow"),
        refused(
            "LFS pointer in place of code",
            r -> r.commit("App/Orders.cs", pointer()),
            "App/Orders.cs",
            "git lfs"),
        refused(
            "LFS pointer in place of the project",
            r -> r.commit("App/App.csproj", pointer()),
            "App/App.csproj",
            "git lfs"),
        refused(
            "state folder that cannot be written",
            r -> r.write(".git/migrator", "in the way"),
            "migrator"),
        refused("submodule that moved", r -> r.moveSubmodule("lib"), "lib", "git submodule update"),
        nothing("app in a submodule", r -> r.hideInSubmodule("lib"), "lib", "on its own"),
        blocked(
            "conflict markers",
            r ->
                r.commit(
                    "App/Orders.cs",
                    FUNCTIONS.replace(
                        "            log.LogInformation(order);\n",
                        "<<<<<<< HEAD\nlog.LogInformation(order);\n=======\n>>>>>>> side\n")),
            "App/Orders.cs",
            "conflict markers",
            "resolve"),
        blocked(
            "file of 100 MB",
            r -> r.commit("App/Large.cs", "// 345678\n".repeat(10 << 20)),
            "App/Large.cs",
            "take it out of the project"),
        blocked(
            "XML with external entities",
            r ->
                r.commit(
                    "App/App.csproj",
                    "<!DOCTYPE Project [<!ENTITY f SYSTEM \"../secret.txt\">]>\n"
                        + PROJECT.replace("net8.0", "&f;")),
            "App/App.csproj",
            "repair the file and run again"));
  }

  private static String pointer() {
    return "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatIsWrongAndChangesNothing(Case input) throws Exception {
    Repository repository = new Repository(temporary.resolve("work tree"));
    input.arrangement().spoil(repository);
    Map<String, String> before = repository.snapshot();
    Result result = convert(repository.folder(), ConvertedApp.IDENTITY);
    assertThat(result.exitCode()).as(said(result)).isEqualTo(input.exitCode());
    assertThat(said(result)).contains(input.said());
    assertThat(said(result)).doesNotContain("top secret");
    assertThat(repository.snapshot()).isEqualTo(before);
  }

  @Test
  void refusesWithoutAnIdentity() throws Exception {
    Repository repository = new Repository(temporary.resolve("work tree"));
    Map<String, String> before = repository.snapshot();
    Map<String, String> environment = Map.of("HOME", temporary.toString());
    Result result = convert(repository.folder(), environment);
    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(said(result)).contains("git config", "user.email");
    assertThat(repository.snapshot()).isEqualTo(before);
  }

  @Test
  void refusesAReadOnlyFolder() throws Exception {
    Repository repository = new Repository(temporary.resolve("work tree"));
    Path app = repository.folder().resolve("App");
    assertThat(app.toFile().setWritable(false, false)).isTrue();
    try {
      assumeThat(Files.isWritable(app)).as("root may write everywhere").isFalse();
      Result result = convert(repository.folder(), ConvertedApp.IDENTITY);
      assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
      assertThat(said(result)).contains("App", "write");
    } finally {
      assertThat(app.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void convertsBelowBlanksAndUmlauts() throws Exception {
    Repository repository = new Repository(temporary.resolve("Läden & Märkte"));
    repository.git("mv", "App", "Bestellungen für alle");
    repository.git("commit", "-qm", "Move");
    assertThat(convert(repository.folder(), ConvertedApp.IDENTITY).exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(repository.read("Bestellungen für alle/Orders.cs")).contains("[Function(\"Take\")]");
  }

  @Test
  void doesNotFollowALinkThatLeavesTheFolder() throws Exception {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(outside.resolve("Other.cs"), FUNCTIONS.replace("Orders", "Others"));
    Repository repository = new Repository(temporary.resolve("work tree"));
    Files.createSymbolicLink(repository.folder().resolve("App/Linked"), outside);
    Files.createSymbolicLink(
        repository.folder().resolve("App/Other.cs"), outside.resolve("Other.cs"));
    repository.git("add", "-A");
    repository.git("commit", "-qm", "Link");
    Result result = convert(repository.folder(), ConvertedApp.IDENTITY);
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.report().apps().get(0).functions()).isEqualTo(1);
    assertThat(outside.resolve("Other.cs")).content().contains("FunctionName");
    assertThat(repository.folder().resolve("App/Linked")).isSymbolicLink();
  }

  @Test
  void aBodyThatNoRuleTouchesMayBeBroken() throws Exception {
    Repository repository = new Repository(temporary.resolve("work tree"));
    String broken =
        "    public static class Later { public static int Count() { return 1 +; } }\n}";
    String text = FUNCTIONS.strip().replaceFirst("\\}$", "") + broken + "\n";
    repository.commit("App/Orders.cs", text);
    Result result = convert(repository.folder(), ConvertedApp.IDENTITY);
    assertThat(result.exitCode()).as(said(result)).isEqualTo(ExitCode.DONE);
    assertThat(said(result)).contains("FIN0005", "App/Orders.cs");
    assertThat(repository.read("App/Orders.cs")).contains("[Function(\"Take\")]", "return 1 +;");
  }

  private static Result convert(Path folder, Map<String, String> environment) {
    Request request =
        new Request(
            folder,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Request.Switches.NONE,
            Options.DEFAULT,
            environment);
    return Migration.convert(request, Progress.SILENT);
  }

  /** Messages and findings, as the command line prints them. */
  private static String said(Result result) {
    Stream<String> findings =
        result.report().apps().stream()
            .map(AppReport::findings)
            .flatMap(List::stream)
            .map(f -> f.code().id() + " " + f.at() + " " + f.message() + " " + f.advice());
    return Stream.concat(result.messages().stream(), findings).collect(Collectors.joining("\n"));
  }

  /** A repository with one app, driven by the git binary. */
  private static final class Repository {
    private final Path folder;

    Repository(Path folder) throws Exception {
      this.folder = Files.createDirectories(folder);
      Files.writeString(folder.resolveSibling("secret.txt"), "top secret");
      git("init", "-q", "-b", "main");
      commit(
          "App/App.csproj",
          PROJECT,
          "App/host.json",
          "{ \"version\": \"2.0\" }\n",
          "App/Orders.cs",
          FUNCTIONS,
          "secret.txt",
          "top secret");
    }

    Path folder() {
      return folder;
    }

    void git(String... arguments) throws IOException, InterruptedException {
      List<String> all =
          Stream.concat(
                  Stream.of(
                      "-c",
                      "user.name=T",
                      "-c",
                      "user.email=t@example.invalid",
                      "-c",
                      "protocol.file.allow=always",
                      "-c",
                      "commit.gpgsign=false"),
                  Arrays.stream(arguments))
              .toList();
      Git.run(folder, all.toArray(String[]::new));
    }

    void write(String path, String text) throws IOException {
      write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    }

    String read(String path) throws IOException {
      return Files.readString(folder.resolve(path));
    }

    void commit(String path, byte[] bytes) throws Exception {
      write(path, bytes);
      git("add", "-A");
      git("commit", "-qm", "Change");
    }

    void commit(String... pathsAndTexts) throws Exception {
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        write(pathsAndTexts[i], pathsAndTexts[i + 1]);
      }
      git("add", "-A");
      git("commit", "-qm", "Change");
    }

    void replaceApp(String path, String text) throws Exception {
      git("rm", "-rq", "App");
      commit(path, text);
    }

    void clear() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          if (!file.equals(folder)) {
            Files.delete(file);
          }
        }
      }
    }

    /** The same files as a clone of one commit. */
    void cutHistory() throws Exception {
      Path whole = folder.resolveSibling("whole");
      Git.run(folder, "clone", "-q", "--no-local", folder.toString(), whole.toString());
      clear();
      Git.run(
          whole,
          "-c",
          "user.name=T",
          "-c",
          "user.email=t@example.invalid",
          "commit",
          "-q",
          "--allow-empty",
          "-m",
          "Later");
      Git.run(folder, "clone", "-q", "--depth", "1", "file://" + whole, ".");
    }

    private void addSubmodule(String name) throws Exception {
      Repository inner = new Repository(folder.resolveSibling("inner"));
      git("submodule", "add", "-q", inner.folder().toString(), name);
      git("commit", "-qm", "Add the submodule");
    }

    void moveSubmodule(String name) throws Exception {
      addSubmodule(name);
      Git.run(
          folder.resolve(name),
          "-c",
          "user.name=T",
          "-c",
          "user.email=t@example.invalid",
          "commit",
          "-q",
          "--allow-empty",
          "-m",
          "Move on");
    }

    void hideInSubmodule(String name) throws Exception {
      addSubmodule(name);
      git("rm", "-rq", "App");
      git("commit", "-qm", "Move the app");
    }

    /** Every file outside of .git, every ref, HEAD and what git status says. */
    Map<String, String> snapshot() throws Exception {
      Map<String, String> snapshot = new TreeMap<>();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList()) {
          String path = folder.relativize(file).toString();
          if (!path.startsWith(".git/")) {
            snapshot.put(path, Arrays.hashCode(Files.readAllBytes(file)) + "");
          }
        }
      }
      if (Files.exists(folder.resolve(".git"))) {
        snapshot.put("refs", Git.run(folder, "for-each-ref"));
        snapshot.put("HEAD", Git.run(folder, "rev-parse", "--symbolic-full-name", "HEAD"));
        snapshot.put("status", Git.run(folder, "status", "--porcelain"));
      }
      return snapshot;
    }
  }
}
