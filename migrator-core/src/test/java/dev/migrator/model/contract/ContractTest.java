package dev.migrator.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.model.Binding.UnresolvedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void writesTheFormOfFnlab() {
    assertThat(shop(List.of(function("Ping", Map.of("queueName", "in"), Map.of()))).toJson())
        .isEqualTo(
            """
            {
              "schema": "fnlab-contract/1",
              "source": "source",
              "assembly": "Shop.dll",
              "model": "in-process",
              "functions": [
                {
                  "name": "Ping",
                  "assembly": "Shop.dll",
                  "type": "Shop.Functions",
                  "method": "Run",
                  "trigger": {
                    "kind": "queueTrigger",
                    "direction": "in",
                    "name": "message",
                    "clrType": "System.String",
                    "properties": {
                      "connection": null,
                      "queueName": "in"
                    }
                  },
                  "bindings": [],
                  "facts": {}
                }
              ],
              "problems": []
            }""");
  }

  @Test
  void listsWhatCannotBeResolved() {
    ContractFunction function =
        function(
            "Ping",
            Map.of("queueName", new UnresolvedValue("Names.In")),
            Map.of("disabled", new UnresolvedValue("Names.Off")));
    String json = shop(List.of(function)).toJson();
    assertThat(json)
        .contains("\"queueName\": \"=Names.In\"")
        .contains(
            """
                  "unresolved": [
                    "facts/disabled",
                    "queueTrigger/message/queueName"
                  ]
            """);
    assertThat(Contract.parse(json).functions()).containsExactly(function);
  }

  @Test
  void readsWhatItWrites() {
    Contract contract =
        shop(
            List.of(
                function(
                    "a_b", Map.of("text", "\"q\" \\ \t ü <&'+> \u0001"), Map.of("disabled", true)),
                function("aB", Map.of("list", List.of("x", "y"), "number", 5L), Map.of())));
    assertThat(Contract.parse(contract.toJson())).isEqualTo(contract);
    assertThat(Contract.parse(contract.toJson()).toJson()).isEqualTo(contract.toJson());
  }

  @Test
  void sortsNamesByUpperCaseLetters() {
    Contract contract =
        shop(List.of(function("a_b", Map.of(), Map.of()), function("aB", Map.of(), Map.of())));
    assertThat(contract.functions())
        .extracting(ContractFunction::name)
        .containsExactly("aB", "a_b");
  }

  @Test
  void doesNotTakeARealTextForAnUnresolvedOne() {
    Contract contract = shop(List.of(function("Ping", Map.of("queueName", "=in"), Map.of())));
    assertThat(Contract.parse(contract.toJson())).isEqualTo(contract);
  }

  @Test
  void refusesOtherText() {
    assertThatThrownBy(() -> Contract.parse("{}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Contract.parse("[")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Contract shop(List<ContractFunction> functions) {
    return new Contract(Contract.FROM_SOURCE, "Shop.dll", "in-process", functions, List.of());
  }

  private static ContractFunction function(
      String name, Map<String, Object> properties, Map<String, Object> facts) {
    ContractBinding trigger =
        new ContractBinding(
            "queueTrigger",
            Optional.of("in"),
            Optional.of("message"),
            Optional.of("System.String"),
            new TreeMap<>(properties));
    return new ContractFunction(
        name,
        true,
        "Shop.dll",
        "Shop.Functions",
        "Run",
        Optional.of(trigger),
        List.of(),
        new TreeMap<>(facts));
  }
}
