package dev.migrator.discover;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "**/*.cs, src/App/A.cs, true",
    "**/*.cs, src/App/x/y/A.CS, true",
    "**/*.cs, src/Other/A.cs, false",
    "..\\Shared\\**\\*.cs, src/Shared/x/B.cs, true",
    "..\\Shared\\*.cs, src/Shared/x/B.cs, false",
    "x/**, src/App/x/y/A.cs, true",
    "x/**/*.*, src/App/x/y/LICENSE, true",
    "A?.cs, src/App/Ab.cs, true",
    "A.cs, src/App/AXcs, false",
    "x/A.cs, src/App/x/A.cs, true",
    "**/.*/**, src/App/.vs/A.cs, true",
    "bin//**, src/App/bin/Debug/A.cs, true",
  })
  void matchesAsMsBuildDoes(String pattern, String path, boolean expected) {
    assertThat(requireNonNull(Glob.of("src/App", pattern)).matches(path)).isEqualTo(expected);
  }

  @Test
  void isNothingOutsideOfTheRepository() {
    assertThat(Glob.of("src", "../../x/*.cs")).isNull();
    assertThat(Glob.of("src", "C:\\x\\*.cs")).isNull();
  }
}
