package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.model.contract.BrokerAddress;
import dev.migrator.model.names.Constant;
import dev.migrator.rule.BindingArgument;
import dev.migrator.rule.BindingArgument.Action;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What changes in the arguments of one binding attribute: {@code [EventHubTrigger("h")] string e}
 * gets {@code IsBatched = false}, {@code ConnectionStringSetting = "c"} of Cosmos DB is {@code
 * Connection = "c"}. Names of types are not its business.
 */
final class BindingArguments {
  private static final Set<Action> REMOVED =
      Set.of(Action.DROP, Action.LOSE, Action.NOTE, Action.FIRST, Action.LAST);

  private final Binding binding;
  private final Attribute attribute;
  private final CodeBase code;
  private final List<BindingArgument> rows;
  private final List<AttributeArgument> all;
  private final List<AttributeArgument> positional;

  private BindingArguments(Binding binding, Attribute attribute, CodeBase code) {
    this.binding = binding;
    this.attribute = attribute;
    this.code = code;
    this.rows = BindingArgument.of(binding, code).toList();
    this.all = attribute.arguments();
    this.positional =
        attribute.constructorArguments().stream().filter(a -> a.parameterName().isEmpty()).toList();
  }

  /** Changes inside of the attribute; none for a binding without one. */
  static List<Change> changes(Function function, Binding binding, CodeBase code) {
    if (binding.kind().equals("httpTrigger")) {
      return binding
          .attribute()
          .map(attribute -> new TriggerArguments(code.constants()).http(attribute))
          .orElse(List.of());
    }
    return binding
        .attribute()
        .map(attribute -> new BindingArguments(binding, attribute, code).changes(function))
        .orElse(List.of());
  }

  /** What a person must know of them. */
  static List<Diagnostic> findings(Function function, Binding binding, CodeBase code) {
    return binding
        .attribute()
        .map(attribute -> new BindingArguments(binding, attribute, code).findings(function))
        .orElse(List.of());
  }

  private List<Change> changes(Function function) {
    List<Change> changes = new ArrayList<>();
    all.forEach(argument -> row(argument).ifPresent(row -> change(argument, row, changes)));
    List<String> first = new ArrayList<>(first());
    if (attribute.constructorArguments().isEmpty()) {
      first.addAll(HubArguments.all(binding));
    } else {
      HubArguments.more(binding, attribute).ifPresent(changes::add);
    }
    List<String> added = new ArrayList<>(last());
    added.addAll(added(function));
    removed(added, first, changes);
    return changes;
  }

  private Optional<BindingArgument> row(AttributeArgument argument) {
    return rows.stream().filter(row -> fits(argument, row.member())).findFirst();
  }

  private boolean fits(AttributeArgument argument, String member) {
    if (argument.propertyName().isPresent()) {
      return argument.propertyName().get().identifier().equals(member);
    }
    if (argument.parameterName().isPresent()) {
      return member.equals(argument.parameterName().get().identifier() + ":");
    }
    int number = positional.indexOf(argument) + 1;
    return member.startsWith(".")
        ? isMemberOf(argument, member.substring(1))
        : member.equals(String.valueOf(number))
            || number == positional.size()
                && member.equals(number + ":" + shape(argument) + "=last");
  }

  private static boolean isMemberOf(AttributeArgument argument, String type) {
    return argument.expression() instanceof MemberAccess access
        && access.target().filter(t -> t.text().matches("(.*\\.)?" + type)).isPresent();
  }

  private String shape(AttributeArgument argument) {
    Constant constant = code.constants().evaluate(argument.expression());
    if (constant instanceof Constant.Null) {
      return "null";
    }
    return constant instanceof Constant.Text ? "text" : "scalar";
  }

  private static void change(
      AttributeArgument argument, BindingArgument row, List<Change> changes) {
    switch (row.action()) {
      case RENAME -> {
        Token name =
            argument
                .propertyName()
                .or(argument::parameterName)
                .orElseThrow(() -> new IllegalStateException(row.member()));
        changes.add(new Change(name.span(), row.text().replace(":", "")));
      }
      case BEFORE ->
          changes.add(new Change(Span.at(argument.expression().span().start()), row.text()));
      case AFTER ->
          changes.add(new Change(Span.at(argument.expression().span().end()), row.text()));
      case DROP, LOSE, NOTE, FIRST, LAST, DEFAULT, REFUSE -> {}
    }
  }

  private boolean isRemoved(AttributeArgument argument) {
    return isOfBroker(argument)
        || row(argument).map(BindingArgument::action).filter(REMOVED::contains).isPresent()
        || isTrailingNull(argument);
  }

  /** Said by one setting now, or always: the extension did not read the parts beside it. */
  private boolean isOfBroker(AttributeArgument argument) {
    boolean isWhole =
        broker().isPresent() || attribute.named("ConnectionStringSetting").isPresent();
    return isWhole
        && BrokerAddress.isPart(binding.kind(), BindingCatalog.lowerFirst(name(argument)));
  }

  private Optional<BrokerAddress> broker() {
    return BrokerAddress.of(binding.kind(), binding.properties());
  }

  /** Of the property, or of the parameter; the last of the five of a broker is the queue. */
  private String name(AttributeArgument argument) {
    boolean isHost = positional.size() > 1 && positional.indexOf(argument) >= 0;
    boolean isQueue = positional.indexOf(argument) == 4;
    return argument
        .propertyName()
        .or(argument::parameterName)
        .map(Token::identifier)
        .orElse(isHost && !isQueue ? "hostName" : "");
  }

  /** A constant null for the constructor is a build error without a place (AZFW0013). */
  private boolean isTrailingNull(AttributeArgument argument) {
    return !positional.isEmpty()
        && argument.equals(positional.get(positional.size() - 1))
        && shape(argument).equals("null");
  }

  /** Named properties that are arguments of the constructor now: {@code "hub", "setting"}. */
  private List<String> first() {
    return rows.stream()
        .filter(row -> row.action() == Action.FIRST)
        .map(row -> attribute.named(row.member()).map(value -> value.text()).orElse(row.text()))
        .toList();
  }

  /**
   * Named properties that are arguments behind the positional ones: {@code "query", "setting"}. A
   * constructor has the first of them alone, or all.
   */
  private List<String> last() {
    List<BindingArgument> all = rows.stream().filter(row -> row.action() == Action.LAST).toList();
    int open = Math.max(0, positional.size() - 1);
    List<BindingArgument> wanted = all.subList(Math.min(open, all.size()), all.size());
    long named = wanted.stream().filter(row -> attribute.named(row.member()).isPresent()).count();
    boolean isFirstAlone =
        named == 1 && open == 0 && attribute.named(wanted.get(0).member()).isPresent();
    return wanted.stream()
        .limit(isFirstAlone ? 1 : named == 0 ? 0 : wanted.size())
        .map(row -> attribute.named(row.member()).map(value -> value.text()).orElse(row.text()))
        .toList();
  }

  /** What the in-process attribute set by itself. */
  private Stream<BindingArgument> defaults() {
    return rows.stream()
        .filter(row -> row.action() == Action.DEFAULT)
        .filter(row -> attribute.named(row.member()).isEmpty());
  }

  /** Named properties that the worker needs. */
  private List<String> added(Function function) {
    List<String> added = new ArrayList<>();
    AccountAttributes.connection(function, binding, code)
        .ifPresent(value -> added.add("Connection = " + value));
    HubArguments.connection(function, binding, code)
        .ifPresent(value -> added.add("ConnectionStringSetting = " + value));
    defaults().map(row -> row.member() + " = " + row.text()).forEach(added::add);
    broker().ifPresent(b -> added.add("ConnectionStringSetting = \"" + b.setting() + "\""));
    leasePrefix().ifPresent(value -> added.add("LeaseContainerPrefix = \"" + value + "\""));
    BindingCatalog.standard()
        .batchedByDefault(binding.kind())
        .ifPresent(
            byDefault -> {
              Object cardinality = binding.properties().getOrDefault("cardinality", "");
              boolean isWritten = attribute.named("IsBatched").isPresent();
              if (!isWritten && cardinality.equals(byDefault ? "one" : "many")) {
                added.add("IsBatched = " + !byDefault);
              }
            });
    return added;
  }

  /** What host.json said of all triggers, in the first versions of the extension. */
  private Optional<Object> leasePrefix() {
    return binding.kind().equals("cosmosDBTrigger")
            && attribute.named("LeaseCollectionPrefix").isEmpty()
            && attribute.named("LeaseContainerPrefix").isEmpty()
        ? Optional.ofNullable(binding.properties().get("leaseContainerPrefix"))
        : Optional.empty();
  }

  /** Removes runs of arguments, each with one comma, and writes what is new in their place. */
  private void removed(List<String> added, List<String> first, List<Change> changes) {
    List<AttributeArgument> kept = all.stream().filter(a -> !isRemoved(a)).toList();
    if (all.isEmpty()) {
      insertedAlone(String.join(", ", joined(first, added)), changes);
      return;
    }
    if (kept.isEmpty()) {
      changes.add(
          new Change(
              new Span(all.get(0).span().start(), all.get(all.size() - 1).span().end()),
              String.join(", ", joined(first, added))));
      return;
    }
    String prefix = first.isEmpty() ? "" : String.join(", ", first) + ", ";
    String suffix = added.isEmpty() ? "" : ", " + String.join(", ", added);
    replaced(all.get(0).span().start(), kept.get(0).span().start(), prefix, changes);
    for (int i = 1; i < kept.size(); i++) {
      int between = all.indexOf(kept.get(i)) - all.indexOf(kept.get(i - 1));
      if (between > 1) {
        AttributeArgument gone = all.get(all.indexOf(kept.get(i - 1)) + 1);
        replaced(gone.span().start(), kept.get(i).span().start(), "", changes);
      }
    }
    AttributeArgument last = kept.get(kept.size() - 1);
    replaced(last.span().end(), all.get(all.size() - 1).span().end(), suffix, changes);
  }

  private static List<String> joined(List<String> first, List<String> added) {
    List<String> joined = new ArrayList<>(first);
    joined.addAll(added);
    return joined;
  }

  private static void replaced(int start, int end, String text, List<Change> changes) {
    if (start != end || !text.isEmpty()) {
      changes.add(new Change(new Span(start, end), text));
    }
  }

  private void insertedAlone(String text, List<Change> changes) {
    if (text.isEmpty()) {
      return;
    }
    int nameEnd = attribute.name().span().end();
    if (attribute.hasArgumentList()) {
      int open = attribute.file().source().text().indexOf('(', nameEnd) + 1;
      changes.add(new Change(Span.at(open), text));
    } else {
      changes.add(new Change(Span.at(nameEnd), "(" + text + ")"));
    }
  }

  private List<Diagnostic> findings(Function function) {
    List<Diagnostic> findings = new ArrayList<>();
    if (attribute.constructorArguments().isEmpty() && HubArguments.all(binding).isEmpty()) {
      rows.stream()
          .filter(row -> row.member().equals("()"))
          .forEach(row -> findings.add(withoutArguments(function, row.text())));
    }
    defaults().map(row -> written(function, row)).forEach(findings::add);
    broker().ifPresent(address -> findings.add(ofBroker(function, address)));
    for (AttributeArgument argument : all) {
      row(argument)
          .filter(row -> !isOfBroker(argument))
          .ifPresent(row -> finding(function, argument, row, findings));
      if (argument.propertyName().isEmpty()
          && shape(argument).equals("null")
          && !isRemoved(argument)
          && !binding.kind().equals("httpTrigger")) {
        findings.add(
            refused(function, argument, "write a value: the worker's generator fails on null"));
      }
    }
    return findings;
  }

  private void finding(
      Function function, AttributeArgument argument, BindingArgument row, List<Diagnostic> to) {
    if (row.action() == Action.LOSE || row.action() == Action.NOTE) {
      to.add(
          new Diagnostic(
              Code.ARGUMENT_DROPPED,
              row.action() == Action.NOTE ? Severity.INFO : Code.ARGUMENT_DROPPED.severity(),
              argument.location(),
              described(function, argument) + " was dropped: the worker has no such property",
              "see whether the function relied on it"));
    } else if (row.action() == Action.REFUSE) {
      to.add(refused(function, argument, row.text()));
    }
  }

  private Diagnostic ofBroker(Function function, BrokerAddress address) {
    String made =
        address.settings().isEmpty()
            ? address.isOfGuest() ? "" : ", with user and password of the attribute"
            : ", with what the settings hold: " + String.join(", ", address.settings());
    return Diagnostic.of(
        Code.SETTING_OF_WHOLE,
        attribute.location(),
        "function `"
            + function.displayName()
            + "` connects by the app setting `"
            + address.setting()
            + "`: the extension does not read host, user, password and port any more",
        "make it where the app is deployed: " + address.described() + made);
  }

  private Diagnostic refused(Function function, AttributeArgument argument, String advice) {
    return Diagnostic.of(
        Code.ARGUMENT_WITHOUT_COUNTERPART,
        argument.location(),
        described(function, argument) + " does not exist in the worker",
        advice);
  }

  private Diagnostic written(Function function, BindingArgument row) {
    return Diagnostic.of(
        Code.DEFAULT_WRITTEN,
        attribute.location(),
        "`"
            + row.member()
            + " = "
            + row.text()
            + "` was written at `"
            + attribute.name().text()
            + "` of function `"
            + function.displayName()
            + "`: it was the default in-process",
        "look whether it is what you want");
  }

  private Diagnostic withoutArguments(Function function, String advice) {
    return Diagnostic.of(
        Code.ARGUMENT_WITHOUT_COUNTERPART,
        attribute.location(),
        "`"
            + attribute.text()
            + "` of function `"
            + function.displayName()
            + "` says nothing of what the worker's attribute needs",
        advice);
  }

  private String described(Function function, AttributeArgument argument) {
    return "`"
        + argument.text()
        + "` of the "
        + binding.kind().replaceAll("([A-Z][a-z])", " $1").toLowerCase(Locale.ROOT)
        + " of function `"
        + function.displayName()
        + "`";
  }
}
