package dev.migrator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.contract.Contract;
import dev.migrator.model.contract.ContractBinding;
import dev.migrator.model.contract.ContractFunction;
import dev.migrator.verify.ContractDiff.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContractDiffTest {
  private static final ContractBinding TIMER =
      binding("timerTrigger", "in", "timer", Map.of("schedule", "0 0 * * * *"));
  private static final ContractBinding QUEUE_TRIGGER =
      binding("queueTrigger", "in", "message", Map.of("queueName", "in", "connection", "Store"));
  private static final ContractBinding QUEUE =
      binding("queue", "out", "orders", Map.of("queueName", "orders"));

  @Test
  void findsNothingBetweenEqualContracts() {
    ContractDiff diff = diff(function("F", TIMER, QUEUE), function("F", TIMER, QUEUE));
    assertThat(diff.verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(diff.byDesign()).isEmpty();
  }

  @Test
  void reportsFunctionsThatAreMissingAddedOrRenamed() {
    assertThat(
            ContractDiff.of(
                    contract("source", function("Old", TIMER)),
                    contract("source", elsewhere("New", QUEUE_TRIGGER)))
                .differences())
        .map(Object::toString)
        .containsExactly(
            "Old: missing (timerTrigger, Shop.Functions.Old)",
            "New: added (queueTrigger, Shop.Other.Elsewhere)");
    assertDrift(
        function("Old", TIMER), named(function("Old", TIMER), "New"), "Old: renamed to New");
    assertDrift(function("Ping", TIMER), function("ping", TIMER), "Ping: spelled ping now");
  }

  @Test
  void reportsEveryPropertyOfTheTrigger() {
    assertDrift(
        function("F", TIMER),
        function("F", binding("timerTrigger", "in", "timer", Map.of("schedule", "0 */5 * * * *"))),
        "F: timerTrigger schedule \"0 0 * * * *\" -> \"0 */5 * * * *\"");
    assertDrift(
        function("F", TIMER),
        function("F", binding("timerTrigger", "in", "timer", Map.of())),
        "F: timerTrigger schedule \"0 0 * * * *\" -> (none)");
    assertDrift(
        function("F", TIMER),
        function("F", QUEUE_TRIGGER),
        "F: trigger timerTrigger -> queueTrigger");
  }

  @Test
  void reportsMissingAndAddedBindings() {
    assertDrift(
        function("F", TIMER, QUEUE),
        function("F", TIMER),
        "F: queue out binding missing (queueName=\"orders\")");
    assertDrift(
        function("F", TIMER),
        function("F", TIMER, QUEUE),
        "F: queue out binding added (queueName=\"orders\")");
    assertDrift(
        function("F", TIMER, QUEUE),
        function("F", TIMER, binding("queue", "in", "orders", Map.of("queueName", "orders"))),
        "F: queue direction out -> in (queueName=\"orders\")");
  }

  @Test
  void pairsBindingsByLikenessAndNotByName() {
    ContractBinding other = binding("queue", "out", "other", Map.of("queueName", "other"));
    ContractBinding renamed = binding("queue", "out", "other", Map.of("queueName", "orders"));
    ContractBinding renamedOther = binding("queue", "out", "orders", Map.of("queueName", "other"));
    assertThat(
            diff(function("F", TIMER, QUEUE, other), function("F", TIMER, renamedOther, renamed)))
        .isEqualTo(new ContractDiff(List.of(), List.of(), List.of()));
  }

  @Test
  void toleratesTheNameOfATriggersParameter() {
    assertTolerated(
        function("F", TIMER),
        function("F", binding("timerTrigger", "in", "t", TIMER.properties())),
        "F: timerTrigger parameter timer -> t: parameter names are internal");
  }

  @Test
  void toleratesWhatOutputsOfDocumentsNeverRead() {
    Map<String, Object> kept = Map.of("databaseName", "shop");
    Map<String, Object> old = Map.of("databaseName", "shop", "id", "{id}");
    assertTolerated(
        function("F", TIMER, binding("cosmosDB", "out", "orders", old)),
        function("F", TIMER, binding("cosmosDB", "out", "orders", kept)),
        "F: cosmosDB id: an output never read it");
    assertDrift(
        function("F", TIMER, binding("cosmosDB", "in", "orders", old)),
        function("F", TIMER, binding("cosmosDB", "in", "orders", kept)),
        "F: cosmosDB id \"{id}\" -> (none)");
  }

  @Test
  void toleratesAnAddedHttpResponse() {
    assertTolerated(
        function("F", TIMER),
        function("F", TIMER, binding("http", "out", "$return", Map.of())),
        "F: http output added: the HTTP response is implicit in the in-process model");
  }

  @Test
  void toleratesAnHttpResponseThatFunctionJsonDoesNotList() {
    assertTolerated(
        contract("source", function("F", TIMER, binding("http", "out", "$return", Map.of()))),
        contract("function.json", function("F", TIMER)),
        "F: http output missing: function.json never lists the HTTP response");
  }

  @Test
  void toleratesClientObjects() {
    Map<String, Object> path = Map.of("blobPath", "a/b");
    assertTolerated(
        function("F", TIMER, binding("blob", "inout", "b", path)),
        function("F", TIMER, binding("blob", "in", "b", path)),
        "F: blob direction inout -> in: a client object reads and writes, the isolated attribute"
            + " is an input");
    ContractBinding client =
        new ContractBinding(
            "blob",
            Optional.of("in"),
            Optional.of("b"),
            Optional.of("Azure.Storage.Blobs.BlobClient"),
            new TreeMap<>(path));
    assertTolerated(
        function("F", TIMER, binding("blob", "out", "b", path)),
        function("F", TIMER, client),
        "F: blob direction out -> in: written through the client object"
            + " Azure.Storage.Blobs.BlobClient");
  }

  @Test
  void toleratesWhatFunctionJsonDoesNotCarry() {
    ContractBinding batch = binding("eventHubTrigger", "in", "e", Map.of("cardinality", "many"));
    ContractBinding plain = binding("eventHubTrigger", "in", "e", Map.of());
    assertTolerated(
        contract("source", function("F", batch)),
        contract("function.json", function("F", plain)),
        "F: eventHubTrigger cardinality \"many\" -> (none): function.json carries no cardinality");
    ContractBinding undirected =
        new ContractBinding(
            "queue", Optional.empty(), Optional.of("orders"), Optional.empty(), QUEUE.properties());
    assertTolerated(
        contract("source", function("F", TIMER, QUEUE)),
        contract("function.json", function("F", TIMER, undirected)),
        "F: queue direction out -> (unknown): function.json carries no direction for parameters");
    assertTolerated(
        contract("source", fact("F", TIMER, "singleton", "x")),
        contract("function.json", function("F", TIMER)),
        "F: singleton \"x\" -> (none): function.json does not carry it");
    assertTolerated(
        contract("source", function("F", TIMER, QUEUE)),
        contract("function.json/triggers", function("F", TIMER)),
        "*: inputs and outputs not compared: one side's function.json lists triggers only");
  }

  @Test
  void toleratesPropertiesThatTheIsolatedModelDoesNotHave() {
    assertTolerated(
        function("F", TIMER, binding("blob", "out", "b", Map.of("access", "write"))),
        function("F", TIMER, binding("blob", "out", "b", Map.of())),
        "F: blob access \"write\" -> (none): the isolated model has no such property");
    assertDrift(
        function("F", TIMER, binding("blob", "out", "b", Map.of())),
        function("F", TIMER, binding("blob", "out", "b", Map.of("access", "write"))),
        "F: blob access (none) -> \"write\"");
  }

  @Test
  void toleratesThePrefixOfAConnection() {
    assertTolerated(
        function("F", QUEUE_TRIGGER),
        function(
            "F",
            binding(
                "queueTrigger",
                "in",
                "message",
                Map.of("queueName", "in", "connection", "AzureWebJobsStore"))),
        "F: queueTrigger connection \"Store\" -> \"AzureWebJobsStore\": the host looks up the"
            + " setting with and without the prefix AzureWebJobs");
  }

  @Test
  void toleratesTheCaseOfEntityNames() {
    assertTolerated(
        function("F", binding("entityTrigger", "in", "c", Map.of("entityName", "Counter"))),
        function("F", binding("entityTrigger", "in", "c", Map.of("entityName", "counter"))),
        "F: entityTrigger entityName \"Counter\" -> \"counter\": entity names are compared without"
            + " case");
  }

  @Test
  void toleratesTheExpressionOfAScheduleType() {
    assertTolerated(
        function("F", binding("timerTrigger", "in", "t", Map.of("argument0", "Shop.Opening"))),
        function("F", binding("timerTrigger", "in", "t", Map.of("schedule", "0 0 8 * * *"))),
        "F: timerTrigger argument0 \"Shop.Opening\" -> (none): the worker takes no type; FIN0360 shows"
            + " the expression of its times",
        "F: timerTrigger schedule (none) -> \"0 0 8 * * *\": the worker takes no type; FIN0360 shows the"
            + " expression of its times");
    assertDrift(
        function("F", binding("timerTrigger", "in", "t", Map.of("schedule", "0 0 7 * * *"))),
        function("F", binding("timerTrigger", "in", "t", Map.of("schedule", "0 0 8 * * *"))),
        "F: timerTrigger schedule \"0 0 7 * * *\" -> \"0 0 8 * * *\"");
  }

  @Test
  void toleratesTheLeadingSlashOfARoute() {
    assertTolerated(
        function("F", binding("httpTrigger", "in", "r", Map.of("route", "/orders"))),
        function("F", binding("httpTrigger", "in", "r", Map.of("route", "orders"))),
        "F: httpTrigger route \"/orders\" -> \"orders\": the worker cannot take a leading slash; the"
            + " address stays the same");
    assertDrift(
        function("F", binding("httpTrigger", "in", "r", Map.of("route", "/orders"))),
        function("F", binding("httpTrigger", "in", "r", Map.of())),
        "F: httpTrigger route \"/orders\" -> (none)");
  }

  @Test
  void toleratesFactsWithoutCounterpart() {
    assertTolerated(
        fact("F", TIMER, "disabled", true),
        function("F", TIMER),
        "F: disabled true -> (none): no attribute in the isolated model; app setting"
            + " AzureWebJobs.F.Disabled takes over");
    for (String fact : List.of("singleton", "timeout")) {
      assertTolerated(
          fact("F", TIMER, fact, "x"),
          function("F", TIMER),
          "F: "
              + fact
              + " \"x\" -> (none): no counterpart in the isolated model; needs a manual"
              + " decision");
    }
    assertTolerated(
        fact("F", TIMER, "binder", "binder"),
        function("F", TIMER),
        "F: binder \"binder\" -> (none): IBinder has no attribute and no counterpart; the body uses"
            + " an SDK client");
  }

  @Test
  void toleratesALostRetryOnlyWhereTheWorkerRefusesIt() {
    assertTolerated(
        fact("F", QUEUE_TRIGGER, "retry", "fixedDelay"),
        function("F", QUEUE_TRIGGER),
        "F: retry \"fixedDelay\" -> (none): the isolated build rejects function-level retry on this"
            + " trigger; the in-process host still applied it (with a warning), so a person must"
            + " decide");
    assertDrift(
        fact("F", TIMER, "retry", "fixedDelay"),
        function("F", TIMER),
        "F: retry \"fixedDelay\" -> (none)");
  }

  @Test
  void takesEqualArgumentTextForEqual() {
    assertThat(
            diff(function("F", unresolved("Names.In")), function("F", unresolved("Names.In")))
                .verdict())
        .isEqualTo(Verdict.EQUAL);
  }

  @Test
  void cannotTellWhenAnUnresolvedArgumentReadsDifferently() {
    ContractDiff diff =
        diff(function("F", unresolved("Names.In")), function("F", unresolved("Names.Out")));
    assertThat(diff.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(diff.unknown())
        .map(Object::toString)
        .containsExactly("F: queueTrigger queueName \"=Names.In\" -> \"=Names.Out\"");
    assertThat(diff(function("F", unresolved("Names.In")), function("F", QUEUE_TRIGGER)).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void answersDriftWhenSomethingDiffersForSure() {
    assertThat(
            diff(
                    function("F", unresolved("Names.In"), QUEUE),
                    function("F", unresolved("Names.Out")))
                .verdict())
        .isEqualTo(Verdict.DRIFT);
  }

  private static void assertDrift(
      ContractFunction before, ContractFunction after, String difference) {
    ContractDiff diff = diff(before, after);
    assertThat(diff.verdict()).isEqualTo(Verdict.DRIFT);
    assertThat(diff.differences()).map(Object::toString).containsExactly(difference);
  }

  private static void assertTolerated(
      ContractFunction before, ContractFunction after, String... reasons) {
    assertTolerated(contract("source", before), contract("source", after), reasons);
  }

  private static void assertTolerated(Contract before, Contract after, String... reasons) {
    ContractDiff diff = ContractDiff.of(before, after);
    assertThat(diff.differences()).isEmpty();
    assertThat(diff.verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(diff.byDesign()).map(Object::toString).containsExactly(reasons);
  }

  private static ContractDiff diff(ContractFunction before, ContractFunction after) {
    return ContractDiff.of(contract("source", before), contract("source", after));
  }

  private static Contract contract(String source, ContractFunction function) {
    return new Contract(source, "Shop.dll", "in-process", List.of(function), List.of());
  }

  private static ContractBinding unresolved(String text) {
    return binding(
        "queueTrigger",
        "in",
        "message",
        Map.of("queueName", new UnresolvedValue(text), "connection", "Store"));
  }

  private static ContractBinding binding(
      String kind, String direction, String name, Map<String, Object> properties) {
    return new ContractBinding(
        kind,
        Optional.of(direction),
        Optional.of(name),
        Optional.of("System.String"),
        new TreeMap<>(properties));
  }

  private static ContractFunction function(
      String name, ContractBinding trigger, ContractBinding... others) {
    return new ContractFunction(
        name,
        true,
        "Shop.dll",
        "Shop.Functions",
        name,
        Optional.of(trigger),
        List.of(others),
        new TreeMap<>());
  }

  private static ContractFunction elsewhere(String name, ContractBinding trigger) {
    return new ContractFunction(
        name,
        true,
        "Shop.dll",
        "Shop.Other",
        "Elsewhere",
        Optional.of(trigger),
        List.of(),
        new TreeMap<>());
  }

  private static ContractFunction named(ContractFunction function, String name) {
    return new ContractFunction(
        name,
        true,
        function.assembly(),
        function.type(),
        function.method(),
        function.trigger(),
        function.bindings(),
        function.facts());
  }

  private static ContractFunction fact(
      String name, ContractBinding trigger, String fact, Object value) {
    return new ContractFunction(
        name,
        true,
        "Shop.dll",
        "Shop.Functions",
        name,
        Optional.of(trigger),
        List.of(),
        new TreeMap<>(Map.of(fact, value)));
  }
}
