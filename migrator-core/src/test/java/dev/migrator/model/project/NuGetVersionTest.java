package dev.migrator.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NuGetVersionTest {
  @Test
  void ordersVersionsAsNuGetDoes() {
    List<NuGetVersion> versions =
        List.of("0.9", "1.0.0-alpha", "1.0.0-beta.2", "1.0.0-beta.11", "1.0", "1.0.1", "1.10.0")
            .stream()
            .flatMap(text -> NuGetVersion.parse(text).stream())
            .toList();
    assertThat(versions).hasSize(7).isSorted();
    assertThat(NuGetVersion.parse("1.0")).isEqualTo(NuGetVersion.parse("1.0.0.0"));
    assertThat(NuGetVersion.parse("$(Version)")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"4.* | 4.0", "* | 0", "[3.0.1,4) | 3.0.1", "(,2.0] | 0", "[1.5] | 1.5", "2.1 | 2.1"})
  void findsTheLowestVersionOfAReference(String request, String lowest) {
    assertThat(NuGetVersion.lowestOf(request)).isEqualTo(NuGetVersion.parse(lowest));
  }

  @Test
  void rangesHaveBounds() {
    VersionRange range = VersionRange.parse("[1.0,2.0)");
    assertThat(range.contains(NuGetVersion.parse("1.0"))).isTrue();
    assertThat(range.contains(NuGetVersion.parse("2.0"))).isFalse();
    assertThat(range.contains(Optional.empty())).isFalse();
    assertThat(VersionRange.parse("*").contains(Optional.empty())).isTrue();
  }
}
