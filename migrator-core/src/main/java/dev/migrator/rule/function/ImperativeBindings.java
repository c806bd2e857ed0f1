package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps {@code binder.BindAsync<TextWriter>(new BlobAttribute(path))}: a class of the compatibility
 * file opens the blob with a client of the SDK. Every other use of a binder is a blocker (bindings
 * 5).
 */
public final class ImperativeBindings implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0321", "Blobs of a binder are opened by a client", Step.CODE);

  private static final Set<String> BINDERS =
      Set.of("Microsoft.Azure.WebJobs.IBinder", "Microsoft.Azure.WebJobs.Binder");
  private static final Set<String> CALLS = Set.of("Bind", "BindAsync");
  private static final String BLOB = "Microsoft.Azure.WebJobs.BlobAttribute";
  private static final Set<String> VALUES =
      Set.of(
          "System.IO.Stream",
          "System.IO.TextReader",
          "System.IO.TextWriter",
          "Azure.Storage.Blobs.BlobClient");
  private static final Set<String> KEYWORDS = Set.of("string", "byte[]");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    for (CSharpFile file : code.files()) {
      file.root()
          .descendants(Invocation.class)
          .filter(call -> isBinding(call, code))
          .forEach(call -> outcome.finding(judged(call, code)));
    }
    for (FunctionPlan plan : conversion.plans()) {
      boolean takesBinder =
          plan.function().parameters().stream()
              .anyMatch(p -> p.typeName().filter(BINDERS::contains).isPresent());
      if (takesBinder) {
        outcome.need(
            new Need.Compatibility(CompatibilityPart.BINDER, plan.function().displayName()));
        outcome.need(
            new Need.Package(
                conversion.app().project().path(),
                "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs"));
      }
    }
    return outcome.build();
  }

  private static boolean isBinding(Invocation call, CodeBase code) {
    return call.target() instanceof MemberAccess access
        && CALLS.contains(access.name().identifier())
        && access
            .target()
            .filter(NameExpression.class::isInstance)
            .map(NameExpression.class::cast)
            .filter(name -> code.names().declaredType(name).isAny(BINDERS))
            .isPresent();
  }

  private static Diagnostic judged(Invocation call, CodeBase code) {
    boolean isKnown =
        value(call).filter(type -> isKnown(type, code)).isPresent()
            && call.argumentList().arguments().stream()
                .findFirst()
                .filter(argument -> isBlob(argument.expression(), code))
                .isPresent();
    return isKnown
        ? Diagnostic.of(
            Code.BOUND_BY_CLIENT,
            call.location(),
            "`" + call.target().text() + "` opens its blob with a client of the SDK now",
            "review the connection: the worker must see its setting")
        : Diagnostic.of(
            Code.TYPE_WITHOUT_COUNTERPART,
            call.location(),
            "`" + call.target().text() + "`: what it binds cannot be told, or is no blob",
            "inject an SDK client and use it where the binder is used");
  }

  private static Optional<TypeSyntax> value(Invocation call) {
    List<TypeSyntax> types = call.descendants(TypeSyntax.class).toList();
    return types.stream().findFirst();
  }

  private static boolean isKnown(TypeSyntax type, CodeBase code) {
    return KEYWORDS.contains(type.text()) || code.names().resolve(type).isAny(VALUES);
  }

  private static boolean isBlob(Expression argument, CodeBase code) {
    if (argument instanceof NameExpression name) {
      return code.names().declaredType(name).is(BLOB);
    }
    Optional<TypeSyntax> created =
        argument instanceof ObjectCreation creation ? creation.type() : Optional.empty();
    return created.map(code.names()::resolve).filter(r -> r.is(BLOB)).isPresent();
  }
}
