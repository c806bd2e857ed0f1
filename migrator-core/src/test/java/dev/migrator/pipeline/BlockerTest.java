package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The closed list of what stops a conversion. */
class BlockerTest {
  @Test
  void everyCodeThatBlocksIsListed() {
    assertThat(Arrays.stream(Code.values()).filter(code -> code.severity() == Severity.BLOCKER))
        .allMatch(code -> Blocker.of(code).isPresent());
  }

  @Test
  void everyRowIsACodeOnceWithReasonAndSection() {
    assertThat(Blocker.all()).extracting(Blocker::id).isSorted().doesNotHaveDuplicates();
    assertThat(Blocker.all())
        .allMatch(blocker -> Code.ofId(blocker.id()).isPresent())
        .noneMatch(blocker -> blocker.reason().isBlank() || blocker.section().isBlank());
  }

  @Test
  void explainsWhy() {
    assertThat(Explanation.of("FIN0301").orElseThrow().text())
        .endsWith(
            "## Why it can stop a conversion\nthe worker has no such binding (bindings.md 1).");
    assertThat(Explanation.of("FIN0310").orElseThrow().text()).doesNotContain("stop a conversion");
  }
}
