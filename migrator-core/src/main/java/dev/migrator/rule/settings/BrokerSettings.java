package dev.migrator.rule.settings;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.contract.BrokerAddress;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the settings that RabbitMQ attributes name from now on (MIG0303) to local.settings.json,
 * where it holds what they are made of (bindings 1.12).
 */
public final class BrokerSettings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0207", "Local settings hold the address of RabbitMQ", Step.SETTINGS);

  /** Of the extension before version 2; it went before the parts of an attribute. */
  private static final List<String> OF_HOST =
      List.of("connectionString", "hostName", "userName", "password", "port");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    SortedMap<String, BrokerAddress> addresses = new TreeMap<>();
    app.functions().stream()
        .flatMap(function -> function.bindings().stream())
        .flatMap(binding -> BrokerAddress.of(binding.kind(), binding.properties()).stream())
        .forEach(address -> addresses.putIfAbsent(address.setting(), address));
    if (addresses.isEmpty()) {
      return outcome.build();
    }
    app.hostJson().ifPresent(host -> ofHost(host, outcome));
    boolean mayEdit = app.isLocalSettingsTracked() || conversion.options().editIgnored();
    app.localSettings()
        .filter(file -> mayEdit)
        .ifPresent(file -> written(file, addresses, outcome));
    return outcome.build();
  }

  private static void ofHost(JsonFile host, RuleOutcome.Builder outcome) {
    OF_HOST.stream()
        .flatMap(name -> host.findMember("extensions", "rabbitMQ", name).stream())
        .findFirst()
        .ifPresent(
            member ->
                outcome.finding(
                    Diagnostic.of(
                        Code.ARGUMENT_WITHOUT_COUNTERPART,
                        host.source().location(member.span().start()),
                        "`" + member.name() + "` of host.json went into the address of RabbitMQ",
                        "name ConnectionStringSetting at the attributes, with a setting that"
                            + " holds an AMQP URI")));
  }

  private static void written(
      JsonFile file, SortedMap<String, BrokerAddress> addresses, RuleOutcome.Builder outcome) {
    Map<String, String> texts = new LinkedHashMap<>();
    addresses.forEach(
        (name, address) ->
            address
                .uri(setting -> value(file, setting))
                .filter(uri -> file.findMember("Values", name).isEmpty())
                .ifPresent(uri -> texts.put(name, uri)));
    List<JsonMember> members =
        file.find("Values").stream().flatMap(values -> values.members().stream()).toList();
    boolean isPlain =
        file.find("IsEncrypted")
            .filter(value -> value.span().of(file.source().text()).equals("true"))
            .isEmpty();
    if (!texts.isEmpty() && !members.isEmpty() && isPlain) {
      outcome.edits(added(file, anchor(members, addresses), texts));
    }
  }

  /** Behind a value that stays: the last one that an address is made of, or the last of all. */
  private static JsonMember anchor(
      List<JsonMember> members, SortedMap<String, BrokerAddress> addresses) {
    return members.stream()
        .filter(m -> addresses.values().stream().anyMatch(a -> a.settings().contains(m.name())))
        .reduce((first, second) -> second)
        .orElse(members.get(members.size() - 1));
  }

  private static List<Edit> added(JsonFile file, JsonMember anchor, Map<String, String> texts) {
    String first = texts.keySet().iterator().next();
    String json =
        texts.entrySet().stream()
            .map(
                text ->
                    (text.getKey().equals(first) ? "" : JsonEdits.encode(text.getKey()) + ": ")
                        + JsonEdits.encode(text.getValue()))
            .collect(Collectors.joining(",\n"));
    return JsonEdits.in(file, INFO.id()).insertJsonAfter(anchor, first, json);
  }

  private static Optional<String> value(JsonFile file, String setting) {
    return file.findMember("Values", setting).map(JsonMember::value).flatMap(JsonValue::asText);
  }
}
