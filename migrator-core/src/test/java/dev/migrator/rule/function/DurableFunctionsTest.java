package dev.migrator.rule.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.names.TypeOrigin;
import dev.migrator.model.names.TypeShape;
import dev.migrator.model.names.TypeSymbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurableFunctionsTest {

  @Test
  void saysThatTheyAreNotConvertedYet() {
    assertThat(DurableFunctions.advice("orchestrationTrigger")).contains("Durable Functions");
    assertThat(DurableFunctions.advice("barkTrigger")).contains("migrator.yaml");
  }

  @Test
  void knowsTheirTypesByTheirPackage() {
    assertThat(DurableFunctions.advice(of("Microsoft.Azure.WebJobs.Extensions.DurableTask")))
        .contains("Durable Functions");
    assertThat(DurableFunctions.advice(of("Microsoft.Azure.WebJobs"))).contains("report");
  }

  private static TypeSymbol of(String packageId) {
    return new TypeSymbol("N.Type", TypeOrigin.PACKAGE, List.of(packageId), TypeShape.CLASS);
  }
}
