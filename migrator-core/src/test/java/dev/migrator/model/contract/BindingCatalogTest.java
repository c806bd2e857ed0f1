package dev.migrator.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.contract.BindingCatalog.ConstructorArgument;
import dev.migrator.model.contract.BindingCatalog.RawValue;
import dev.migrator.model.contract.BindingCatalog.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BindingCatalogTest {
  private final BindingCatalog catalog = BindingCatalog.standard();

  @Test
  void takesTheKindFromTheNameOfTheAttribute() {
    assertThat(catalog.kind("QueueTriggerAttribute", ProgrammingModel.IN_PROCESS))
        .isEqualTo("queueTrigger");
    assertThat(catalog.kind("QueueOutputAttribute", ProgrammingModel.ISOLATED)).isEqualTo("queue");
    assertThat(catalog.kind("BlobInputAttribute", ProgrammingModel.ISOLATED)).isEqualTo("blob");
    assertThat(catalog.kind("WarmupTrigger", ProgrammingModel.ISOLATED)).isEqualTo("warmupTrigger");
    assertThat(catalog.kind("OrchestrationClientAttribute", ProgrammingModel.IN_PROCESS))
        .isEqualTo("durableClient");
  }

  @Test
  void gathersTheMethodsOfAnHttpTrigger() {
    assertThat(
            catalog.named("httpTrigger", List.of(scalar("anonymous"), text("get"), text("POST"))))
        .containsExactly(
            new RawValue("authLevel", "anonymous"),
            new RawValue("methods", List.of("get", "POST")));
    assertThat(catalog.named("httpTrigger", List.of(text("get"))))
        .containsExactly(new RawValue("methods", List.of("get")));
    assertThat(catalog.named("httpTrigger", List.of(scalar("anonymous"), array("get"))))
        .containsExactly(
            new RawValue("authLevel", "anonymous"), new RawValue("methods", List.of("get")));
  }

  @Test
  void tellsSignaturesApartByNumberAndShape() {
    assertThat(keys("serviceBusTrigger", text("a"))).containsExactly("queueName");
    assertThat(keys("serviceBusTrigger", text("a"), text("b")))
        .containsExactly("topicName", "subscriptionName");
    assertThat(keys("serviceBusTrigger", text("a"), scalar("listen")))
        .containsExactly("queueName", "access");
    assertThat(keys("table", text("t"), text("p"), scalar(3L)))
        .containsExactly("tableName", "partitionKey", "take");
    assertThat(keys("signalRTrigger", text("h"), text("c"), text("e"), text("x"), text("y")))
        .containsExactly("hubName", "category", "event", "parameterNames");
  }

  @Test
  void followsTheNamesOfConstructorArguments() {
    ConstructorArgument subscription =
        new ConstructorArgument(Optional.of("subscriptionName"), "s", Shape.TEXT);
    assertThat(catalog.named("serviceBusTrigger", List.of(text("t"), subscription)))
        .containsExactly(new RawValue("topicName", "t"), new RawValue("subscriptionName", "s"));
    ConstructorArgument hub = new ConstructorArgument(Optional.of("hubName"), "h", Shape.TEXT);
    assertThat(keys("signalRTrigger", hub, text("c"), text("e"), text("x")))
        .containsExactly("hubName", "category", "event", "parameterNames");
    assertThat(keys("signalRTrigger", text("c"), hub, text("e"))).contains("argument0");
    ConstructorArgument collection =
        new ConstructorArgument(Optional.of("collectionName"), "c", Shape.TEXT);
    assertThat(catalog.named("cosmosDB", List.of(text("db"), collection)))
        .containsExactly(new RawValue("databaseName", "db"), new RawValue("containerName", "c"));
    ConstructorArgument schedule =
        new ConstructorArgument(Optional.of("scheduleExpression"), "%S%", Shape.TEXT);
    assertThat(
            catalog.normalise(
                "timerTrigger", "F", catalog.named("timerTrigger", List.of(schedule))))
        .containsEntry("schedule", "%S%");
  }

  @Test
  void keepsWhatFitsNoSignature() {
    assertThat(keys("pager", text("a"), text("b"))).containsExactly("argument0", "argument1");
  }

  @Test
  void takesUnresolvedArgumentsForAnything() {
    UnresolvedValue unresolved = new UnresolvedValue("Names.Queue");
    ConstructorArgument argument =
        new ConstructorArgument(Optional.empty(), unresolved, Shape.UNKNOWN);
    assertThat(catalog.named("queueTrigger", List.of(argument)))
        .containsExactly(new RawValue("queueName", unresolved));
    assertThat(catalog.named("httpTrigger", List.of(scalar("admin"), argument, text("get"))))
        .contains(new RawValue("methods", new UnresolvedValue("Names.Queue,\"get\"")));
  }

  @Test
  void fillsDefaultsAndReplacesOldNames() {
    assertThat(
            catalog.normalise(
                "cosmosDBTrigger",
                "Feed",
                List.of(
                    new RawValue("databaseName", "db"),
                    new RawValue("collectionName", "orders"),
                    new RawValue("ConnectionStringSetting", "Cosmos"),
                    new RawValue("CreateLeaseCollectionIfNotExists", true),
                    new RawValue("LeaseCollectionPrefix", ""))))
        .containsEntry("containerName", "orders")
        .containsEntry("connection", "Cosmos")
        .containsEntry("leaseConnection", "Cosmos")
        .containsEntry("leaseDatabaseName", "db")
        .containsEntry("leaseContainerName", "leases")
        .containsEntry("createLeaseContainerIfNotExists", true)
        .containsEntry("startFromBeginning", false)
        .doesNotContainKeys("leaseContainerPrefix", "feedPollDelay");
  }

  @Test
  void namesDurableFunctionsAfterTheFunction() {
    assertThat(catalog.normalise("activityTrigger", "Charge", List.of()))
        .containsEntry("activity", "Charge");
  }

  @Test
  void sortsMethodsInLowerCase() {
    assertThat(
            catalog.normalise(
                "httpTrigger",
                "F",
                List.of(new RawValue("methods", List.of("POST", "get", "post")))))
        .containsEntry("methods", List.of("get", "post"))
        .containsEntry("authLevel", "function")
        .doesNotContainKey("route");
  }

  @Test
  void readsEnumsAsNumberOrName() {
    assertThat(catalog.normalise("serviceBus", "F", List.of(new RawValue("entityType", 1L))))
        .containsEntry("entityType", "topic");
    assertThat(catalog.normalise("serviceBus", "F", List.of(new RawValue("EntityType", "Topic"))))
        .containsEntry("entityType", "topic");
  }

  @Test
  void dropsEmptyValuesAndFalseWithoutDefault() {
    assertThat(
            catalog.normalise(
                "queueTrigger",
                "F",
                Arrays.asList(
                    new RawValue("queueName", "q"),
                    new RawValue("Connection", null),
                    new RawValue("Custom", false),
                    new RawValue("Number", 0L))))
        .containsOnlyKeys("queueName", "connection")
        .containsEntry("connection", "AzureWebJobsStorage");
  }

  private List<String> keys(String kind, ConstructorArgument... arguments) {
    return catalog.named(kind, List.of(arguments)).stream().map(RawValue::key).toList();
  }

  private static ConstructorArgument text(String value) {
    return new ConstructorArgument(Optional.empty(), value, Shape.TEXT);
  }

  private static ConstructorArgument scalar(Object value) {
    return new ConstructorArgument(Optional.empty(), value, Shape.SCALAR);
  }

  private static ConstructorArgument array(String... values) {
    return new ConstructorArgument(Optional.empty(), List.of(values), Shape.ARRAY);
  }
}
