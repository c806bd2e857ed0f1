package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Startup classes run by the vendor's WebJobs SDK before the conversion and by Program.cs after it:
 * nothing that was registered is missing, and each key of the configuration has the same winner.
 */
final class StartupLabTest {
  private static final Path DATA = Path.of(System.getProperty("testdata.directory"));
  private static final String CONFIGURATION_SERVICE =
      "service Microsoft.Extensions.Configuration.IConfiguration|";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AZURE_FUNCTIONS_ENVIRONMENT", "Test",
          "FormsPrefix", "FORMS_",
          "FORMS_Forms__Third", "prefixed environment",
          "Forms__First", "environment",
          "Forms__Fourth", "environment",
          "Hooks__First", "environment");

  private final DotnetLab lab;
  private final Path folder;

  StartupLabTest(@TempDir Path folder) {
    this.folder = folder;
    this.lab = DotnetLab.assumePresent();
  }

  /** What one side had. */
  private record Dump(List<String> services, Map<String, String> keys) {

    static Dump of(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file);
      return new Dump(
          lines.stream()
              .filter(line -> line.startsWith("service "))
              .filter(line -> !line.startsWith(CONFIGURATION_SERVICE))
              .toList(),
          lines.stream()
              .filter(line -> line.startsWith("key "))
              .map(line -> line.substring(4).split("=", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    List<String> servicesLostIn(Dump after) {
      Map<String, Long> left = count(after.services);
      List<String> lost = new ArrayList<>();
      count(services)
          .forEach(
              (service, count) -> {
                if (left.getOrDefault(service, 0L) < count) {
                  lost.add(service);
                }
              });
      return lost;
    }

    private static Map<String, Long> count(List<String> lines) {
      return lines.stream()
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
  }

  @Test
  void startupClassesOfAppAndLibraryRegisterTheSame() throws IOException {
    Dump after =
        assertNothingLost(
            "forms", DATA.resolve("startup/forms"), "Forms/Forms.csproj", "Forms.Core");
    assertThat(after.keys())
        .containsEntry("Forms:First", "json")
        .containsEntry("Forms:Second", "test json")
        .containsEntry("Forms:Third", "own")
        .containsEntry("Forms:Fourth", "environment")
        .containsEntry("Forms:Layer", "layer");
    assertThat(Files.readString(folder.resolve("after/Forms/Startup.cs")))
        .contains("Configure(IHostApplicationBuilder builder)");
    lab.dotnet("test", folder.resolve("after/Forms.Tests").toString(), "-nologo").orFail();
  }

  @Test
  void startupClassesOfTheWebJobsSdkRegisterTheSame() throws IOException {
    Dump after =
        assertNothingLost("webjobs", DATA.resolve("startup/webjobs"), "Hooks/Hooks.csproj");
    assertThat(after.keys())
        .containsEntry("Hooks:First", "code")
        .containsEntry("Hooks:Root", "Test");
    assertThat(after.services()).noneMatch(service -> service.contains("NeverRegistered"));
  }

  @Test
  void orderDeskRegistersTheSame() throws IOException {
    assertNothingLost(
        "order-desk", ConvertedApp.source("order-desk"), "src/OrderDesk/OrderDesk.csproj");
  }

  @Test
  void noticesACallThatIsMissing() throws IOException {
    Path source = DATA.resolve("startup/webjobs");
    Dump before = before(DotnetLab.copy(source, folder.resolve("before")), "Hooks/Hooks.csproj");
    Path after = converted(source);
    Path program = after.resolve("Hooks/Program.cs");
    Files.writeString(
        program, Files.readString(program).replace("new Services().Configure(builder);", ""));
    assertThat(before.servicesLostIn(after(after, "Hooks/Hooks.csproj"))).isNotEmpty();
  }

  private Dump assertNothingLost(String name, Path source, String project, String... libraries)
      throws IOException {
    Dump before = before(DotnetLab.copy(source, folder.resolve("before")), project, libraries);
    Dump after = after(converted(source), project);
    List<String> lost = before.servicesLostIn(after);
    List<String> otherWinner =
        before.keys().keySet().stream()
            .filter(key -> !Objects.equals(before.keys().get(key), after.keys().get(key)))
            .filter(key -> !isOfTheProcess(key))
            .toList();
    System.out.printf(
        "%s: registrations lost %d of %d, keys with another winner %d of %d%n",
        name, lost.size(), before.services().size(), otherWinner.size(), before.keys().size());
    assertThat(before.services()).isNotEmpty();
    assertThat(lost).isEmpty();
    assertThat(otherWinner).isEmpty();
    return after;
  }

  /** Variables that tell the two processes apart, and what the probe itself tells its host. */
  private static boolean isOfTheProcess(String key) {
    return key.startsWith("DOTNET_")
        || Stream.of("STARTUP_DUMP", "contentRoot", "environment", "PWD", "_")
            .anyMatch(key::equals);
  }

  private Path converted(Path source) {
    Path after = folder.resolve("after");
    Result result =
        Migration.convert(ConvertedApp.request(source, Optional.of(after)), Progress.SILENT);
    assertThat(result.exitCode()).as("%s", result.report()).isEqualTo(ExitCode.DONE);
    return after;
  }

  private Dump before(Path root, String project, String... libraries) throws IOException {
    Path probe = DotnetLab.copy(DATA.resolve("startup/probe"), folder.resolve("probe"));
    Path output = folder.resolve("before.out");
    lab.build(probe.resolve("Before"), output, "-p:App=" + root.resolve(project)).orFail();
    List<String> arguments = new ArrayList<>(List.of(output.resolve("Before.dll").toString()));
    arguments.add(assembly(project));
    arguments.addAll(List.of(libraries));
    return run(output, Map.of(), arguments);
  }

  private Dump after(Path root, String project) throws IOException {
    Path probe = DotnetLab.copy(DATA.resolve("startup/probe"), folder.resolve("probe"));
    Path hook = folder.resolve("hook.out");
    lab.build(probe.resolve("After"), hook).orFail();
    Path output = folder.resolve("after.out");
    lab.build(root.resolve(project), output).orFail();
    return run(
        output,
        Map.of("DOTNET_STARTUP_HOOKS", hook.resolve("After.dll").toString()),
        List.of(output.resolve(assembly(project) + ".dll").toString()));
  }

  private Dump run(Path output, Map<String, String> more, List<String> arguments)
      throws IOException {
    Path dump = Files.createTempFile(folder, "startup", ".txt");
    Map<String, String> environment = new java.util.TreeMap<>(ENVIRONMENT);
    environment.putAll(more);
    environment.put("STARTUP_DUMP", dump.toString());
    lab.run(output, environment, arguments.toArray(String[]::new)).orFail();
    return Dump.of(dump);
  }

  private static String assembly(String project) {
    return project.substring(project.lastIndexOf('/') + 1).replace(".csproj", "");
  }
}
