package dev.migrator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code migrator explain} prints for a finding. */
class FindingPagesTest {

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyFindingHasItsPage(Code code) throws Exception {
    try (InputStream page = Code.class.getResourceAsStream("/findings/" + code.id() + ".md")) {
      assertThat(page).as("docs/findings/%s.md", code.id()).isNotNull();
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .startsWith("# " + code.id() + " " + code.title() + "\n")
          .contains("\nSeverity: " + code.severity() + ".\n")
          .contains("\n## What to do\n");
    }
  }
}
