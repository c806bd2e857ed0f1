package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.InProcessPackages;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.ExtensionMethodTable;
import dev.migrator.rule.ExtensionMethodTable.Row;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.StartupHost;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.ArrayList;
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
    CodeBase app = conversion.app().code();
    for (Vanishing call : calls(app)) {
      Optional<CompatibilityPart> part = call.row().flatMap(Row::part);
      part.ifPresentOrElse(
          supplied -> {
            outcome.need(new Need.Compatibility(supplied, ""));
            outcome.need(new Need.Using(call.path(), conversion.generatedNamespace()));
          },
          () ->
              outcome.finding(
                  call.withoutCounterpart(
                      call.row().map(Row::advice).orElse("write what the method does"))));
    }
    for (CodeBase library : conversion.app().libraries()) {
      calls(library)
          .forEach(
              call ->
                  outcome.finding(
                      call.withoutCounterpart(
                          "move the call into the app, or write what the method does")));
    }
    for (CodeBase tests : conversion.app().tests()) {
      List<StartupHost> hosts = StartupHost.in(tests, conversion.app());
      calls(tests).stream()
          .filter(call -> hosts.stream().noneMatch(host -> host.holds(call.call())))
          .forEach(call -> outcome.finding(call.withoutCounterpart("write what the method does")));
    }
    return outcome.build();
  }

  /**
   * A call that would not compile.
   *
   * @param owner the class of the extension method
   * @param row what the table says; empty for a method that is not listed
   */
  private record Vanishing(Invocation call, TypeSymbol owner, Optional<Row> row) {
    String path() {
      return call.file().source().path();
    }

    Diagnostic withoutCounterpart(String advice) {
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

  /** In a file with a startup, MIG0406 answers for what is not listed. */
  private static List<Vanishing> calls(CodeBase code) {
    List<Vanishing> calls = new ArrayList<>();
    for (CSharpFile file : code.files()) {
      List<Vanishing> ofFile =
          file.root()
              .descendants(Invocation.class)
              .flatMap(call -> vanishing(call, code).stream())
              .filter(call -> !call.row().map(Row::isKept).orElse(false))
              .toList();
      boolean holdsUnlisted = ofFile.stream().anyMatch(call -> call.row().isEmpty());
      boolean isStartup =
          holdsUnlisted && new StartupBody(file, code.names(), INFO.id()).isConcerned();
      ofFile.stream().filter(call -> call.row().isPresent() || !isStartup).forEach(calls::add);
    }
    return calls;
  }

  private static Optional<Vanishing> vanishing(Invocation call, CodeBase code) {
    return owner(call, code)
        .map(owner -> new Vanishing(call, owner, ExtensionMethodTable.find(owner, name(call))));
  }

  private static Optional<TypeSymbol> owner(Invocation call, CodeBase code) {
    if (!(call.target() instanceof MemberAccess access)) {
      return Optional.empty();
    }
    Optional<TypeSymbol> known = code.names().extensionClass(call);
    return known.isPresent()
        ? known.filter(owner -> isGone(owner, call, code))
        : ofReceiver(call, access, code.names()).or(() -> likely(call, code.names()));
  }

  /** With its package, or by its receiver where the package stays. */
  private static boolean isGone(TypeSymbol owner, Invocation call, CodeBase code) {
    return InProcessPackages.isVanishing(owner)
        || ExtensionMethodTable.find(owner, name(call))
            .filter(row -> row.part().isPresent() || row.refuses(name(call)))
            .filter(row -> isOn(row.receiver(), (MemberAccess) call.target(), code.names()))
            .isPresent();
  }

  /**
   * An extension that the compatibility file has does no harm where a method of a type is meant.
   */
  private static Optional<TypeSymbol> likely(Invocation call, NameResolver names) {
    return names
        .likelyExtensionClass(call)
        .filter(InProcessPackages::isVanishing)
        .filter(owner -> hasPart(owner, call));
  }

  private static boolean hasPart(TypeSymbol owner, Invocation call) {
    return ExtensionMethodTable.find(owner, name(call)).flatMap(Row::part).isPresent();
  }

  /** Whether the compatibility file has a method for what the call is made on. */
  static boolean isSupplied(Invocation call, CodeBase code) {
    return owner(call, code).filter(owner -> hasPart(owner, call)).isPresent();
  }

  /** By the type of the receiver, where another type has an instance method of the same name. */
  private static Optional<TypeSymbol> ofReceiver(
      Invocation call, MemberAccess access, NameResolver names) {
    List<TypeSymbol> classes = names.extensionClasses(call);
    return classes.stream().anyMatch(TypeSymbol::isDeclared)
        ? Optional.empty()
        : classes.stream()
            .filter(owner -> InProcessPackages.isVanishing(owner) || hasPart(owner, call))
            .filter(
                owner ->
                    ExtensionMethodTable.find(owner, name(call))
                        .filter(row -> isOn(row.receiver(), access, names))
                        .isPresent())
            .findFirst();
  }

  /** A name of that type, or the request of a context. */
  private static boolean isOn(String receiver, MemberAccess access, NameResolver names) {
    if (receiver.equals("*")) {
      return true;
    }
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
}
