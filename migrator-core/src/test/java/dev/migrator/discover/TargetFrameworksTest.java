package dev.migrator.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TargetFrameworksTest {
  @Test
  void definesTheSymbolsOfTheSdk() {
    assertThat(TargetFrameworks.symbols("net8.0"))
        .contains("NET", "NETCOREAPP", "NET8_0", "NET8_0_OR_GREATER", "NET5_0_OR_GREATER")
        .contains("NETCOREAPP3_1_OR_GREATER", "NETCOREAPP1_0_OR_GREATER")
        .doesNotContain("NET9_0_OR_GREATER", "NETCOREAPP3_1");
    assertThat(TargetFrameworks.symbols("netcoreapp3.1"))
        .contains("NETCOREAPP", "NETCOREAPP3_1", "NETCOREAPP3_1_OR_GREATER")
        .doesNotContain("NET");
    assertThat(TargetFrameworks.symbols("net472"))
        .contains("NETFRAMEWORK", "NET472", "NET472_OR_GREATER", "NET45_OR_GREATER")
        .doesNotContain("NET48_OR_GREATER");
    assertThat(TargetFrameworks.symbols("netstandard2.0"))
        .contains("NETSTANDARD", "NETSTANDARD2_0", "NETSTANDARD1_6_OR_GREATER");
    assertThat(TargetFrameworks.symbols("net8.0-windows")).contains("WINDOWS", "NET8_0");
    assertThat(TargetFrameworks.symbols("net60")).contains("NET6_0");
    assertThat(TargetFrameworks.symbols("$(Unknown)")).isEmpty();
  }

  @Test
  void namesTheFamily() {
    assertThat(TargetFrameworks.identifier("net10.0")).isEqualTo(".NETCoreApp");
    assertThat(TargetFrameworks.identifier("net48")).isEqualTo(".NETFramework");
    assertThat(TargetFrameworks.version("net472")).isEqualTo("v4.7.2");
    assertThat(TargetFrameworks.ofOldStyle("v4.6.1")).isEqualTo("net461");
  }
}
