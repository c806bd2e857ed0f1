package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reviewed results; {@code -Dgolden.update=true} rewrites them. */
final class Golden {
  private Golden() {}

  static void assertEquals(String name, String actual) throws IOException {
    Path file = Path.of(System.getProperty("testdata.directory")).resolve("golden").resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
