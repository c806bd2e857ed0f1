package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.ResourceTable;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the value of constants that the packages of the host had: {@code LogConstants.NameKey} is
 * {@code "Name"}; data in constants.tsv.
 */
public final class HostConstants implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0316", "Constants of the host's packages are written out", Step.CODE);

  private static final List<Constant> CONSTANTS =
      ResourceTable.rows(Conversion.class, "constants.tsv").stream()
          .map(cells -> new Constant(cells.get(0), cells.get(1), cells.get(2)))
          .toList();

  private static final Set<String> TYPES =
      CONSTANTS.stream().map(Constant::type).collect(Collectors.toUnmodifiableSet());

  private record Constant(String type, String member, String text) {
    boolean isOfCall() {
      return text.contains("{0}");
    }
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      for (CSharpFile file : code.files()) {
        code.names()
            .references(file)
            .filter(reference -> reference.resolution().isAny(TYPES))
            .filter(reference -> reference.node().isPresent())
            .forEach(reference -> reference(file, reference, outcome));
      }
    }
    return outcome.build();
  }

  private static void reference(
      CSharpFile file, NameReference reference, RuleOutcome.Builder outcome) {
    Optional<Edit> edit =
        access(reference)
            .flatMap(
                access ->
                    constant(reference, access).flatMap(constant -> written(constant, access)));
    edit.ifPresentOrElse(
        outcome::edit,
        () ->
            outcome.finding(
                Diagnostic.of(
                    Code.TYPE_WITHOUT_COUNTERPART,
                    file.source().location(reference.span().start()),
                    "`"
                        + reference.text()
                        + "` is used for something that the worker does not have",
                    "write the value of the constant")));
  }

  /** The access whose target the name is. */
  private static Optional<MemberAccess> access(NameReference reference) {
    return reference
        .node()
        .flatMap(SyntaxNode::parent)
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(access -> access.target().filter(reference.node().get()::equals).isPresent());
  }

  private static Optional<Constant> constant(NameReference reference, MemberAccess access) {
    Optional<TypeSymbol> type = reference.resolution().type();
    return CONSTANTS.stream()
        .filter(row -> type.filter(symbol -> symbol.is(row.type())).isPresent())
        .filter(row -> access.name().is(row.member()))
        .findFirst();
  }

  private static Optional<Edit> written(Constant constant, MemberAccess access) {
    String path = access.file().source().path();
    if (!constant.isOfCall()) {
      return Optional.of(Edit.replace(path, access.span(), constant.text(), INFO.id()));
    }
    if (!(access.parent().orElse(null) instanceof Invocation call) || call.target() != access) {
      return Optional.empty();
    }
    List<Argument> arguments = call.argumentList().arguments();
    return arguments.size() == 1 && arguments.get(0).name().isEmpty()
        ? Optional.of(
            Edit.replace(
                path,
                call.span(),
                constant.text().replace("{0}", operand(arguments.get(0).expression())),
                INFO.id()))
        : Optional.empty();
  }

  private static String operand(Expression argument) {
    boolean isPlain =
        argument instanceof LiteralExpression
            || argument instanceof NameExpression
            || argument instanceof MemberAccess
            || argument instanceof Invocation;
    return isPlain ? argument.text() : "(" + argument.text() + ")";
  }
}
