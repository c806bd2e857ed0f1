package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.ExtensionMethodTable;
import dev.migrator.rule.ExtensionMethodTable.Row;
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
import java.util.List;
import java.util.Optional;

/**
 * Keeps calls of extension methods whose package goes away, {@code req.ReadAsStringAsync()}: the
 * compatibility file has the methods, or the call is a blocker, since it would not compile.
 */
public final class ExtensionCalls implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0407", "Extension methods of the host's packages", Step.CODE);

  private static final String REQUEST = "Microsoft.AspNetCore.Http.HttpRequest";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion.app().code().files().forEach(file -> file(conversion, file, outcome));
    for (CodeBase library : conversion.app().libraries()) {
      library.files().forEach(file -> libraryFile(library, file, outcome));
    }
    return outcome.build();
  }

  private static void file(Conversion conversion, CSharpFile file, RuleOutcome.Builder outcome) {
    CodeBase code = conversion.app().code();
    boolean isStartup = new StartupBody(file, code.names(), INFO.id()).isConcerned();
    file.root()
        .descendants(Invocation.class)
        .forEach(
            call ->
                vanishing(call, code)
                    .ifPresent(owner -> call(conversion, call, owner, isStartup, outcome)));
  }

  private static void call(
      Conversion conversion,
      Invocation call,
      TypeSymbol owner,
      boolean isStartup,
      RuleOutcome.Builder outcome) {
    Optional<Row> row = ExtensionMethodTable.find(owner, name(call));
    if (row.flatMap(Row::part).isPresent()) {
      outcome.need(new Need.Compatibility(row.flatMap(Row::part).get(), ""));
      outcome.need(new Need.Using(call.file().source().path(), conversion.generatedNamespace()));
    } else if (row.isPresent() && !row.get().isKept()) {
      outcome.finding(withoutCounterpart(call, owner, row.get().advice()));
    } else if (row.isEmpty() && !isStartup) {
      // In a file with a startup, MIG0406 answers for what is not listed.
      outcome.finding(withoutCounterpart(call, owner, "write what the method does"));
    }
  }

  private static void libraryFile(CodeBase library, CSharpFile file, RuleOutcome.Builder outcome) {
    boolean isStartup = new StartupBody(file, library.names(), INFO.id()).isConcerned();
    for (Invocation call : file.root().descendants(Invocation.class).toList()) {
      Optional<TypeSymbol> owner = vanishing(call, library);
      Optional<Row> row = owner.flatMap(type -> ExtensionMethodTable.find(type, name(call)));
      if (owner.isPresent()
          && (row.isPresent() || !isStartup)
          && !row.map(Row::isKept).orElse(false)) {
        outcome.finding(
            withoutCounterpart(
                call, owner.get(), "move the call into the app, or write what the method does"));
      }
    }
  }

  private static Optional<TypeSymbol> vanishing(Invocation call, CodeBase code) {
    if (!(call.target() instanceof MemberAccess access)) {
      return Optional.empty();
    }
    Optional<TypeSymbol> known = code.names().extensionClass(call);
    return known.isPresent()
        ? known.filter(HostExtensions::isVanishing)
        : ofReceiver(call, access, code.names());
  }

  /** By the type of the receiver, where another type has an instance method of the same name. */
  private static Optional<TypeSymbol> ofReceiver(
      Invocation call, MemberAccess access, NameResolver names) {
    List<TypeSymbol> classes = names.extensionClasses(call);
    return classes.stream().anyMatch(TypeSymbol::isDeclared)
        ? Optional.empty()
        : classes.stream()
            .filter(HostExtensions::isVanishing)
            .filter(
                owner ->
                    ExtensionMethodTable.find(owner, name(call))
                        .filter(row -> isOn(row.receiver(), access, names))
                        .isPresent())
            .findFirst();
  }

  /** A name of that type, or the request of a context. */
  private static boolean isOn(String receiver, MemberAccess access, NameResolver names) {
    Optional<Expression> target = access.target();
    if (target.orElse(null) instanceof NameExpression name) {
      return names.declaredType(name).is(receiver);
    }
    return receiver.equals(REQUEST)
        && target.orElse(null) instanceof MemberAccess member
        && member.name().is("Request");
  }

  private static String name(Invocation call) {
    return ((MemberAccess) call.target()).name().identifier();
  }

  private static Diagnostic withoutCounterpart(Invocation call, TypeSymbol owner, String advice) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        call.location(),
        "`"
            + name(call)
            + "` is an extension method of "
            + owner.metadataName()
            + ", which the worker does not have",
        advice);
  }
}
