package dev.migrator.verify;

import dev.migrator.model.Binding;
import dev.migrator.model.Binding.UnresolvedValue;
import dev.migrator.model.UserMaps;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.model.contract.BrokerAddress;
import dev.migrator.model.contract.Contract;
import dev.migrator.model.contract.ContractBinding;
import dev.migrator.model.contract.ContractFunction;
import dev.migrator.verify.ContractDiff.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two contracts part by part, as {@code fnlab contract-diff} does; used once. */
final class ContractComparison {
  private static final Map<String, Set<String>> OF_INPUTS_ONLY =
      Map.of(
          "cosmosDB",
          Set.of("id", "sqlQuery"),
          "semanticSearch",
          Set.of("query", "chatModel", "systemPrompt", "maxKnowledgeCount"));

  private static final Set<String> RETRY_TRIGGERS =
      Set.of("timerTrigger", "eventHubTrigger", "kafkaTrigger", "cosmosDBTrigger");
  private static final String TRIGGERS_ONLY = "function.json/triggers";
  private static final String COMMAND = "Microsoft.Data.SqlClient.SqlCommand";
  private static final String CONNECTION_PREFIX = "AzureWebJobs";

  private final BindingCatalog catalog;
  private final Contract before;
  private final Contract after;
  private final boolean hasFunctionJson;
  private final boolean bindingsKnown;
  private final List<Finding> differences = new ArrayList<>();
  private final List<Finding> unknown = new ArrayList<>();
  private final List<Finding> byDesign = new ArrayList<>();

  ContractComparison(Contract before, Contract after, UserMaps maps) {
    this.catalog = BindingCatalog.standard().with(maps);
    this.before = before;
    this.after = after;
    hasFunctionJson = before.isFunctionJson() || after.isFunctionJson();
    bindingsKnown = !before.source().equals(TRIGGERS_ONLY) && !after.source().equals(TRIGGERS_ONLY);
  }

  private record Pair<T>(T before, T after) {}

  ContractDiff compare() {
    if (!bindingsKnown) {
      tolerate(
          "*", "", "inputs and outputs not compared: one side's function.json lists triggers only");
    }
    pairs().forEach(pair -> compare(pair.before(), pair.after()));
    return new ContractDiff(differences, unknown, byDesign);
  }

  private List<Pair<ContractFunction>> pairs() {
    List<Pair<ContractFunction>> pairs = new ArrayList<>();
    List<ContractFunction> left = new ArrayList<>();
    List<ContractFunction> right = new ArrayList<>(after.functions());
    for (ContractFunction old : before.functions()) {
      Optional<ContractFunction> now = find(right, f -> f.name().equalsIgnoreCase(old.name()));
      now.ifPresentOrElse(
          found -> {
            if (!found.name().equals(old.name())) {
              differ(old.name(), "", "spelled " + found.name() + " now");
            }
            pairs.add(new Pair<>(old, found));
            right.remove(found);
          },
          () -> left.add(old));
    }
    left.forEach(old -> pairByPlace(old, right).ifPresent(pairs::add));
    right.forEach(added -> differ(added.name(), "", "added" + whatAndWhere(added)));
    return pairs;
  }

  /** A function that lost its name: the one with its method, if any. */
  private Optional<Pair<ContractFunction>> pairByPlace(
      ContractFunction old, List<ContractFunction> right) {
    Optional<ContractFunction> now =
        find(right, f -> f.type().equals(old.type()) && f.method().equals(old.method()))
            .or(() -> find(right, f -> f.method().equals(old.method()) && sameTrigger(f, old)));
    if (now.isEmpty() && triggerKind(old, "").equals(Binding.MANUAL)) {
      tolerate(
          old.name(),
          "",
          "missing: only a person could start it, and the worker has no such trigger");
      return Optional.empty();
    }
    if (now.isEmpty()) {
      differ(old.name(), "", "missing" + whatAndWhere(old));
      return Optional.empty();
    }
    ContractFunction found = now.get();
    boolean isCertain = old.hasResolvedName() && found.hasResolvedName();
    (isCertain ? differences : unknown)
        .add(new Finding(old.name(), "", "renamed to " + found.name()));
    right.remove(found);
    return Optional.of(new Pair<>(old, found));
  }

  private static Optional<ContractFunction> find(
      List<ContractFunction> functions, Predicate<ContractFunction> wanted) {
    return functions.stream().filter(wanted).findFirst();
  }

  private static boolean sameTrigger(ContractFunction left, ContractFunction right) {
    return triggerKind(left, "").equals(triggerKind(right, ""));
  }

  private static String triggerKind(ContractFunction function, String orElse) {
    return function.trigger().map(ContractBinding::kind).orElse(orElse);
  }

  private static String whatAndWhere(ContractFunction function) {
    return " ("
        + triggerKind(function, "no trigger")
        + ", "
        + function.type()
        + "."
        + function.method()
        + ")";
  }

  private void compare(ContractFunction old, ContractFunction now) {
    if (!sameTrigger(old, now)) {
      String change = triggerKind(old, "(none)") + " -> " + triggerKind(now, "(none)");
      differ(old.name(), "trigger", change);
    } else if (old.trigger().isPresent() && now.trigger().isPresent()) {
      compareTriggers(old.name(), old.trigger().get(), now.trigger().get());
    }
    if (bindingsKnown) {
      compareBindings(old, now);
    }
    compareFacts(old, now);
  }

  private void compareTriggers(String function, ContractBinding old, ContractBinding now) {
    compareProperties(function, old, now);
    if (!old.name().equals(now.name()) && !old.kind().equals(Binding.MANUAL)) {
      String change = "parameter " + old.name().orElse("") + " -> " + now.name().orElse("");
      tolerate(function, old.kind(), change + ": parameter names are internal");
    }
  }

  private void compareBindings(ContractFunction old, ContractFunction now) {
    Set<String> kinds =
        Stream.concat(old.bindings().stream(), now.bindings().stream())
            .map(ContractBinding::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String kind : kinds) {
      List<ContractBinding> left = ofKind(old, kind);
      List<ContractBinding> right = ofKind(now, kind);
      while (!left.isEmpty() && !right.isEmpty()) {
        Pair<ContractBinding> likest = likest(left, right);
        left.remove(likest.before());
        right.remove(likest.after());
        compareDirection(old.name(), likest.before(), likest.after());
        compareProperties(old.name(), likest.before(), likest.after());
      }
      left.forEach(binding -> missing(old.name(), binding));
      right.forEach(binding -> added(old.name(), binding));
    }
  }

  private static List<ContractBinding> ofKind(ContractFunction function, String kind) {
    return function.bindings().stream()
        .filter(binding -> binding.kind().equals(kind))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The first of the pairs that differ least; bindings of one kind are not paired by name. */
  private static Pair<ContractBinding> likest(
      List<ContractBinding> left, List<ContractBinding> right) {
    Pair<ContractBinding> best = new Pair<>(left.get(0), right.get(0));
    for (ContractBinding old : left) {
      for (ContractBinding now : right) {
        if (distance(old, now) < distance(best.before(), best.after())) {
          best = new Pair<>(old, now);
        }
      }
    }
    return best;
  }

  private static int distance(ContractBinding left, ContractBinding right) {
    boolean directionDiffers =
        left.direction().isPresent()
            && right.direction().isPresent()
            && !left.direction().equals(right.direction());
    long properties =
        keys(left.properties(), right.properties()).stream()
            .filter(key -> !Objects.equals(left.properties().get(key), right.properties().get(key)))
            .count();
    return (directionDiffers ? 1 : 0) + 2 * (int) properties;
  }

  private static Set<String> keys(Map<String, ?> left, Map<String, ?> right) {
    Set<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    return keys;
  }

  private void missing(String function, ContractBinding binding) {
    if (binding.kind().equals("http") && after.isFunctionJson()) {
      tolerate(function, "http", "output missing: function.json never lists the HTTP response");
    } else if (binding.clrType().filter(COMMAND::equals).isPresent()) {
      tolerate(function, binding.kind(), "input missing: the adapter makes the command");
    } else if (binding.kind().equals("twilioSms")) {
      tolerate(function, "twilioSms", "output missing: a client of Twilio sends the messages");
    } else if (binding.kind().equals("notificationHub")) {
      tolerate(function, "notificationHub", "output missing: a client of the hub sends instead");
    } else {
      differ(function, binding.kind(), direction(binding) + "binding missing" + described(binding));
    }
  }

  private void added(String function, ContractBinding binding) {
    if (binding.kind().equals("http")) {
      tolerate(
          function, "http", "output added: the HTTP response is implicit in the in-process model");
    } else {
      differ(function, binding.kind(), direction(binding) + "binding added" + described(binding));
    }
  }

  private static String direction(ContractBinding binding) {
    return binding.direction().map(direction -> direction + " ").orElse(" ");
  }

  private static String described(ContractBinding binding) {
    return binding.properties().isEmpty()
        ? ""
        : binding.properties().entrySet().stream()
            .map(property -> property.getKey() + "=" + Contract.shown(property.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void compareDirection(String function, ContractBinding old, ContractBinding now) {
    if (old.direction().equals(now.direction())) {
      return;
    }
    String left = old.direction().orElse("(unknown)");
    String right = now.direction().orElse("(unknown)");
    String change = "direction " + left + " -> " + right;
    if (old.direction().isEmpty() || now.direction().isEmpty()) {
      tolerate(
          function, old.kind(), change + ": function.json carries no direction for parameters");
    } else if (left.equals("inout") || right.equals("inout")) {
      tolerate(
          function,
          old.kind(),
          change + ": a client object reads and writes, the isolated attribute is an input");
    } else if (isWrittenThroughClient(old, now)) {
      tolerate(
          function,
          old.kind(),
          change + ": written through the client object " + now.clrType().orElse(""));
    } else {
      differ(function, old.kind(), change + described(old));
    }
  }

  private static boolean isWrittenThroughClient(ContractBinding old, ContractBinding now) {
    return (old.kind().equals("blob") || old.kind().equals("table"))
        && old.direction().filter("out"::equals).isPresent()
        && now.clrType().filter(type -> type.endsWith("Client")).isPresent();
  }

  private void compareProperties(String function, ContractBinding old, ContractBinding now) {
    for (String key : keys(old.properties(), now.properties())) {
      Object left = old.properties().get(key);
      Object right = now.properties().get(key);
      if (isOfBroker(key, old, now)) {
        tolerate(function, old.kind(), key + ": one setting holds the address of the broker");
      } else if (isOfInputsOnly(key, old) && !Objects.equals(left, right)) {
        tolerate(function, old.kind(), key + ": an output never read it");
      } else if (!Objects.equals(left, right)) {
        Optional<String> reason = reasonToTolerate(old.kind(), key, left, right);
        judge(function, old.kind(), key + " ", left, right, reason);
      }
    }
  }

  /**
   * What an attribute has for both directions, and outputs ignore (bindings 1.4 and 1.14); the
   * worker has none of it, or its default.
   */
  private static boolean isOfInputsOnly(String key, ContractBinding old) {
    return old.direction().filter("out"::equals).isPresent()
        && OF_INPUTS_ONLY.getOrDefault(old.kind(), Set.of()).contains(key);
  }

  /** Whether what differs is said by the setting that stands for host, user and password. */
  private static boolean isOfBroker(String key, ContractBinding old, ContractBinding now) {
    Object setting = now.properties().get(BrokerAddress.SETTING);
    Object expected =
        BrokerAddress.of(old.kind(), old.properties())
            .<Object>map(BrokerAddress::setting)
            .orElse(old.properties().get(BrokerAddress.SETTING));
    boolean isPart = BrokerAddress.isPart(old.kind(), key);
    boolean isNew = key.equals(BrokerAddress.SETTING) && !old.properties().containsKey(key);
    return setting != null && (isPart || isNew) && setting.equals(expected);
  }

  private void judge(
      String function,
      String part,
      String what,
      @Nullable Object left,
      @Nullable Object right,
      Optional<String> reason) {
    String change = what + shown(left) + " -> " + shown(right);
    if (reason.isPresent()) {
      tolerate(function, part, change + ": " + reason.get());
    } else if (left instanceof UnresolvedValue || right instanceof UnresolvedValue) {
      unknown.add(new Finding(function, part, change));
    } else {
      differ(function, part, change);
    }
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "(none)" : Contract.shown(value);
  }

  private Optional<String> reasonToTolerate(
      String kind, String key, @Nullable Object old, @Nullable Object now) {
    if (key.equals("cardinality") && hasFunctionJson && (old == null || now == null)) {
      return Optional.of("function.json carries no cardinality");
    }
    if (now == null && catalog.isRemovedInIsolated(kind, key)) {
      return Optional.of("the isolated model has no such property");
    }
    if (key.equals("route")
        && old instanceof String left
        && now instanceof String right
        && left.replaceFirst("^/+", "").equals(right)) {
      return Optional.of("the worker cannot take a leading slash; the address stays the same");
    }
    if (key.endsWith("onnection") && Objects.equals(settingName(old), settingName(now))) {
      return Optional.of("the host looks up the setting with and without the prefix AzureWebJobs");
    }
    if (kind.equals("timerTrigger") && isScheduleOfType(key, old, now)) {
      return Optional.of("the worker takes no type; FIN0360 shows the expression of its times");
    }
    if (kind.equals("entityTrigger")
        && old instanceof String left
        && now instanceof String right
        && left.equalsIgnoreCase(right)) {
      return Optional.of("entity names are compared without case");
    }
    return Optional.empty();
  }

  /** {@code typeof(X)} is the only argument of a timer that is no text. */
  private static boolean isScheduleOfType(String key, @Nullable Object old, @Nullable Object now) {
    return key.equals("schedule") && old == null || key.equals("argument0") && now == null;
  }

  private static @Nullable Object settingName(@Nullable Object value) {
    return value instanceof String text
            && text.regionMatches(true, 0, CONNECTION_PREFIX, 0, CONNECTION_PREFIX.length())
        ? text.substring(CONNECTION_PREFIX.length())
        : value;
  }

  private void compareFacts(ContractFunction old, ContractFunction now) {
    for (String key : keys(old.facts(), now.facts())) {
      Object left = old.facts().get(key);
      Object right = now.facts().get(key);
      if (!Objects.equals(left, right)) {
        judge(old.name(), key, "", left, right, reasonToTolerate(key, old, right));
      }
    }
  }

  private Optional<String> reasonToTolerate(
      String fact, ContractFunction old, @Nullable Object now) {
    if (!fact.equals("disabled") && hasFunctionJson) {
      return Optional.of("function.json does not carry it");
    }
    if (now != null) {
      return Optional.empty();
    }
    return switch (fact) {
      case "disabled" ->
          Optional.of(
              "no attribute in the isolated model; app setting AzureWebJobs."
                  + old.name()
                  + ".Disabled takes over");
      case "singleton", "timeout" ->
          Optional.of("no counterpart in the isolated model; needs a manual decision");
      case "binder" ->
          Optional.of("IBinder has no attribute and no counterpart; the body uses an SDK client");
      case "retry" ->
          RETRY_TRIGGERS.contains(triggerKind(old, ""))
              ? Optional.empty()
              : Optional.of(
                  "the isolated build rejects function-level retry on this trigger; the in-process"
                      + " host still applied it (with a warning), so a person must decide");
      default -> Optional.empty();
    };
  }

  private void differ(String function, String part, String text) {
    differences.add(new Finding(function, part, text));
  }

  private void tolerate(String function, String part, String text) {
    byDesign.add(new Finding(function, part, text));
  }
}
