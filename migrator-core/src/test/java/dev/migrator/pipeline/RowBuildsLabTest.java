package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case of {@code testdata/rows} that is converted, compiled before and after. Cases with the
 * same project file share a build, each in a namespace of its own; {@code unbuilt.tsv} names what
 * the lab cannot build, with the side and the reason.
 */
final class RowBuildsLabTest {
  private static final Path ROWS =
      Path.of(System.getProperty("testdata.directory")).resolve("rows");
  private static final String PROJECT = "Shop.csproj";
  private static final Pattern NAMESPACE = Pattern.compile("\\bShop\\b(?=[.;{\\s])");

  private final DotnetLab lab = DotnetLab.assumePresent();

  @Test
  void convertedCasesCompile(@TempDir Path folder) throws IOException {
    Map<String, String> unbuilt = unbuilt();
    SortedMap<String, SortedMap<String, String>> before = new TreeMap<>();
    SortedMap<String, SortedMap<String, String>> after = new TreeMap<>();
    for (Path file : new RowCases(ROWS, false, Map.of()).files()) {
      CaseFile testCase = CaseFile.read(file);
      RowOutcome outcome = RowOutcome.of(testCase);
      if (!outcome.files().isEmpty()) {
        String name = testCase.name().replace(".case", "");
        before.put(name, new TreeMap<>(testCase.before()));
        after.put(name, new TreeMap<>(testCase.before()));
        after.get(name).putAll(outcome.files());
        after.get(name).keySet().removeAll(outcome.deleted());
      }
    }
    assertThat(before.keySet()).containsAll(unbuilt.keySet());
    assertThat(failures(folder.resolve("before"), before, unbuilt.keySet()).keySet())
        .isEqualTo(ofSide("before", unbuilt));
    SortedMap<String, String> failed = failures(folder.resolve("after"), after, unbuilt.keySet());
    SortedSet<String> expected = ofSide("after", unbuilt);
    System.out.printf(
        "converted row cases built %d of %d%n", after.size() - failed.size(), after.size());
    SortedMap<String, String> unexpected = new TreeMap<>(failed);
    unexpected.keySet().removeAll(expected);
    assertThat(unexpected).isEmpty();
    assertThat(failed.keySet()).isEqualTo(expected);
  }

  /** Case to the side that is not built, or to {@code both}. */
  private static Map<String, String> unbuilt() throws IOException {
    return Files.readAllLines(ROWS.resolve("unbuilt.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
  }

  private static SortedSet<String> ofSide(String side, Map<String, String> unbuilt) {
    return unbuilt.entrySet().stream()
        .filter(entry -> entry.getValue().equals(side) || entry.getValue().equals("both"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Case to its first error, or to the error of its project.
   *
   * @param alone cases that get projects of their own, since they may fail
   */
  private SortedMap<String, String> failures(
      Path folder, SortedMap<String, SortedMap<String, String>> cases, Collection<String> alone)
      throws IOException {
    SortedMap<String, SortedSet<String>> groups = groups(cases, alone);
    for (Map.Entry<String, SortedSet<String>> group : groups.entrySet()) {
      Path project = Files.createDirectories(folder.resolve(group.getKey()));
      for (String name : group.getValue()) {
        write(project, name, Objects.requireNonNull(cases.get(name)));
      }
    }
    Path all = Files.writeString(folder.resolve("all.proj"), traversal(groups.keySet()));
    List<String> output = new ArrayList<>();
    for (String target : List.of("Restore", "Compile")) {
      DotnetLab.Result result = lab.dotnet(build(all, target));
      result.stdout().lines().forEach(output::add);
    }
    SortedMap<String, String> failures = new TreeMap<>();
    output.stream()
        .filter(line -> line.contains(": error "))
        .forEach(line -> failed(line, folder, groups, failures));
    assertThat(output.stream().filter(line -> line.contains(": error ")).count() == 0)
        .as(String.join("\n", output))
        .isEqualTo(failures.isEmpty());
    return failures;
  }

  private static String[] build(Path project, String target) {
    return new String[] {
      "msbuild",
      project.toString(),
      "-t:" + target,
      "-m",
      "-v:q",
      "-nologo",
      "-clp:NoSummary",
      "-p:WarningLevel=0"
    };
  }

  /** First case of a group to all its cases. */
  private static SortedMap<String, SortedSet<String>> groups(
      SortedMap<String, SortedMap<String, String>> cases, Collection<String> alone) {
    Map<String, String> firsts = new TreeMap<>();
    SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
    cases.forEach(
        (name, files) -> {
          String key =
              alone.contains(name) ? name : sorted(Objects.requireNonNull(files.get(PROJECT)));
          String first = firsts.computeIfAbsent(key, text -> name);
          groups.computeIfAbsent(first, one -> new TreeSet<>()).add(name);
        });
    return groups;
  }

  /** The order of references is none of the compiler's. */
  private static String sorted(String project) {
    return project.lines().map(String::strip).sorted().collect(Collectors.joining("\n"));
  }

  private static void write(Path project, String name, SortedMap<String, String> files)
      throws IOException {
    Files.writeString(project.resolve(PROJECT), files.get(PROJECT));
    Path folder = Files.createDirectories(project.resolve(name));
    String namespace = "Shop." + name.replace('-', '_');
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().matches("[^/]+\\.cs")) {
        String text = NAMESPACE.matcher(file.getValue()).replaceAll(namespace);
        Files.writeString(folder.resolve(file.getKey()), text);
      }
    }
  }

  /** One project for the targets of all; many programs in one assembly make a library. */
  private static String traversal(Collection<String> groups) {
    String projects =
        groups.stream()
            .map(group -> "    <One Include=\"" + group + "/" + PROJECT + "\" />\n")
            .collect(Collectors.joining());
    String targets =
        Stream.of("Restore", "Compile")
            .map(
                target ->
                    "  <Target Name=\""
                        + target
                        + "\">\n    <MSBuild Projects=\"@(One)\" Targets=\""
                        + target
                        + "\" BuildInParallel=\"true\" ContinueOnError=\"true\""
                        + " Properties=\"OutputType=Library;For="
                        + target
                        + "\" />\n  </Target>\n")
            .collect(Collectors.joining());
    return "<Project>\n  <ItemGroup>\n" + projects + "  </ItemGroup>\n" + targets + "</Project>\n";
  }

  private static void failed(
      String line,
      Path folder,
      SortedMap<String, SortedSet<String>> groups,
      SortedMap<String, String> failures) {
    Matcher place =
        Pattern.compile(Pattern.quote(folder.toString()) + "/([^/]+)/([^/]+)").matcher(line);
    if (place.find()) {
      SortedSet<String> group = groups.getOrDefault(place.group(1), new TreeSet<>());
      if (group.contains(place.group(2))) {
        failures.putIfAbsent(place.group(2), line);
      } else {
        group.forEach(name -> failures.putIfAbsent(name, line));
      }
    }
  }
}
