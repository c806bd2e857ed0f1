package dev.migrator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table is what the templates name; {@code -Dgolden.update=true} writes it. */
class GeneratedNamesTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("repository.directory", "..")).toAbsolutePath().normalize();
  private static final Path TABLE =
      REPOSITORY.resolve("migrator-core/src/main/resources/dev/migrator/rule/generated-names.tsv");

  private static final Pattern INCLUDE = Pattern.compile("<#include \"([^\"]+)\">");
  private static final Pattern NOT_CODE =
      Pattern.compile("(?m)^\\s*(?:<[#/]|#).*$|\\[=[^\\]]*\\]|//.*$|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  /** A name that is no member of another, no argument and no property. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<intro>\\bnew\\s+|\\[)|(?<![\\w.@:]))(?<name>[A-Z]\\w*)(?!\\w)"
              + "(?!\\s*(?:\\{ get|=[^=]))(?<call>\\s*\\()?");

  /** A field, property or method: inside of its class, its name means it and nothing else. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "\\b(?:public|internal|private|protected)\\b[^;={}()]*?[\\w>\\]?]\\s+(?<name>[A-Z]\\w*)"
              + "\\s*(?:\\{ get|=>|=[^=]|;|\\()");

  private final SortedSet<String> names = new TreeSet<>();

  @BeforeEach
  void readTemplates() throws IOException {
    collect("InProcessCompatibility.cs.ftl");
    collect("Program.cs.ftl");
  }

  /** Names in includes are relative to the folder of the template. */
  private void collect(String path) throws IOException {
    String template = Files.readString(REPOSITORY.resolve("templates").resolve(path));
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    Matcher include = INCLUDE.matcher(template);
    while (include.find()) {
      collect(folder + include.group(1));
    }
    String code = NOT_CODE.matcher(template).replaceAll(" ");
    Set<String> members =
        MEMBER.matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
    Matcher name = NAME.matcher(code);
    while (name.find()) {
      boolean isType = name.group("intro") != null || name.group("call") == null;
      if (isType && !members.contains(name.group("name"))) {
        names.add(name.group("name"));
      }
    }
  }

  @Test
  void tableHoldsWhatTheTemplatesName() throws IOException {
    String made = "# made by GeneratedNamesTest of templates/\n" + String.join("\n", names) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TABLE, made);
    }
    assertThat(Files.readString(TABLE))
        .as("generated-names.tsv is as made of the templates (-Dgolden.update=true makes it)")
        .isEqualTo(made);
  }

  @Test
  void namesOfAllTemplatesAreThere() {
    assertThat(names).hasSizeGreaterThan(200).isSubsetOf(GeneratedNames.all());
    assertThat(GeneratedNames.all())
        .contains("Task", "ICollector", "HttpRequest", "JObject")
        .doesNotContain("Properties");
  }
}
