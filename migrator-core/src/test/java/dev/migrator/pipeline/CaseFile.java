package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.UserMaps;
import dev.migrator.rule.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One {@code .case} file.
 *
 * @param name folder and file, for messages
 * @param before path to text
 * @param shown paths of the files that the case itself holds
 * @param after path to text, of the files that the rule changes
 * @param deleted paths of files that go
 * @param untracked paths of files that git does not know
 * @param findings {@code CODE FILE:LINE}; empty where the case does not list them
 * @param needs empty where the case does not pin them
 * @param options of the conversion; section {@code options}: {@code sdk-style functions}, {@code
 *     telemetry opentelemetry}, {@code payload-tests}; section {@code maps}: see {@link CaseMaps}
 */
record CaseFile(
    String name,
    Map<String, String> before,
    Set<String> shown,
    Map<String, String> after,
    List<String> deleted,
    List<String> untracked,
    List<String> findings,
    Optional<List<String>> needs,
    Options options) {
  private static final String FUNCTIONS_SDK = "sdk-style functions";
  private static final String OPEN_TELEMETRY = "telemetry opentelemetry";
  private static final String PAYLOAD_TESTS = "payload-tests";
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
          <RootNamespace>Shop</RootNamespace>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
          <PackageReference Include="Microsoft.Azure.Functions.Extensions" Version="1.1.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.0" />
        </ItemGroup>
      </Project>
      """;

  static CaseFile read(Path file) throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readString(file).split("\n", -1)) {
      if (line.matches("-- .+ --")) {
        lines = new ArrayList<>();
        sections.put(line.substring(3, line.length() - 3), lines);
      } else {
        lines.add(line);
      }
    }
    Map<String, String> before = files(sections, "before/");
    Set<String> shown = Set.copyOf(before.keySet());
    if (before.keySet().stream().noneMatch(path -> path.endsWith(".csproj"))) {
      before.put("Case.csproj", PROJECT);
    }
    return new CaseFile(
        String.valueOf(file.getFileName()),
        before,
        shown,
        files(sections, "after/"),
        entries(sections.getOrDefault("deleted", List.of())),
        entries(sections.getOrDefault("untracked", List.of())),
        entries(sections.getOrDefault("findings", List.of())),
        Optional.ofNullable(sections.get("needs")).map(CaseFile::entries),
        options(
            entries(sections.getOrDefault("options", List.of())),
            CaseMaps.of(entries(sections.getOrDefault("maps", List.of())))));
  }

  private static Options options(List<String> lines, UserMaps maps) {
    assertThat(lines).isSubsetOf(FUNCTIONS_SDK, OPEN_TELEMETRY, PAYLOAD_TESTS);
    return new Options(
        Options.DEFAULT_FRAMEWORK,
        false,
        false,
        lines.contains(FUNCTIONS_SDK),
        lines.contains(OPEN_TELEMETRY),
        lines.contains(PAYLOAD_TESTS),
        maps);
  }

  private static Map<String, String> files(Map<String, List<String>> sections, String prefix) {
    Map<String, String> files = new LinkedHashMap<>();
    sections.forEach(
        (name, lines) -> {
          if (name.startsWith(prefix)) {
            files.put(name.substring(prefix.length()), text(lines));
          }
        });
    return files;
  }

  /** The blank line before the next marker is the end of the last line of the text. */
  private static String text(List<String> lines) {
    String text = String.join("\n", lines);
    return text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
  }

  private static List<String> entries(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
