package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Removes {@code [StorageAccount("X")]} and {@code [ServiceBusAccount("X")]}, which the worker does
 * not have; the bindings that they were for get {@code Connection = "X"} (bindings 0.2).
 */
public final class AccountAttributes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0320", "Bindings name the connection of their account", Step.CODE);

  private static final GoneAttributes GONE =
      new GoneAttributes(
          Set.of(
              "Microsoft.Azure.WebJobs.StorageAccountAttribute",
              "Microsoft.Azure.WebJobs.ServiceBusAccountAttribute"),
          INFO.id());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    GONE.edits(conversion).forEach(outcome::edit);
    return outcome.build();
  }

  /** Changes in attribute lists that move to an adapter. */
  static List<Change> changes(FunctionPlan plan, CodeBase code) {
    return GONE.changes(plan, code);
  }

  /** The connection, as written, of the account that a binding takes from around it. */
  static Optional<String> connection(Function function, Binding binding, CodeBase code) {
    Optional<String> account = BindingCatalog.standard().accountAttribute(binding.kind());
    Optional<Attribute> own = binding.attribute();
    if (account.isEmpty() || own.isEmpty() || own.get().named("Connection").isPresent()) {
      return Optional.empty();
    }
    return Stream.of(
            own.get().list().parent().stream().flatMap(AccountAttributes::attributes),
            function.method().attributes(),
            function.method().containingType().stream()
                .flatMap(type -> code.parts(type).stream())
                .flatMap(TypeDeclaration::attributes))
        .flatMap(attributes -> attributes)
        .filter(attribute -> code.names().isAttribute(attribute, account.get()))
        .flatMap(attribute -> attribute.arguments().stream())
        .map(argument -> argument.expression().text())
        .findFirst();
  }

  private static Stream<Attribute> attributes(SyntaxNode holder) {
    return holder instanceof dev.migrator.syntax.csharp.Parameter parameter
        ? parameter.attributes()
        : Stream.empty();
  }
}
