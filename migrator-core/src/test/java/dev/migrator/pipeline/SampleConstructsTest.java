package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sample apps together contain every construct of the list that stands beside this test. */
final class SampleConstructsTest {

  /** A text that a file with such a name must hold. */
  private record Construct(String name, String fileEnd, Pattern pattern) {
    static Construct of(String line) {
      String[] cells = line.split("\t");
      return new Construct(cells[0], cells[1], Pattern.compile(cells[2]));
    }

    boolean isIn(SourceText source) {
      return source.path().endsWith(fileEnd) && pattern.matcher(source.text()).find();
    }
  }

  private record SourceText(String path, String text) {}

  @Test
  void noConstructIsMissing() throws IOException {
    List<Construct> constructs = constructs();
    List<SourceText> sources = sources();
    List<String> missing =
        constructs.stream()
            .filter(construct -> sources.stream().noneMatch(construct::isIn))
            .map(Construct::name)
            .toList();
    int found = constructs.size() - missing.size();
    System.out.println("constructs in the sample apps: " + found + " of " + constructs.size());
    assertThat(missing).isEmpty();
    assertThat(constructs).extracting(Construct::name).doesNotHaveDuplicates();
    assertThat(constructs).hasSizeGreaterThanOrEqualTo(60);
  }

  private static List<Construct> constructs() throws IOException {
    try (InputStream stream = SampleConstructsTest.class.getResourceAsStream("constructs.tsv")) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Construct::of)
          .toList();
    }
  }

  private static List<SourceText> sources() throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (SampleApp app : SampleApp.all()) {
      try (Stream<Path> files = Files.walk(app.source())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.add(new SourceText(file.toString(), Files.readString(file)));
        }
      }
    }
    return sources;
  }
}
