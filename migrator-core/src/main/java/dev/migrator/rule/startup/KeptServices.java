package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps {@code INameResolver} and {@code IDrainModeManager}: the compatibility file has them on
 * what the worker knows (core-model 6.4). A resolver of the app, which the host asked, stops the
 * conversion.
 */
public final class KeptServices implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0412", "The name resolver and the drain mode stay", Step.CODE);

  private static final String RESOLVER = "Microsoft.Azure.WebJobs.INameResolver";
  private static final String DRAIN = "Microsoft.Azure.WebJobs.Host.IDrainModeManager";
  private static final Set<String> GONE =
      Set.of(
          "EnableDrainModeAsync",
          "RegisterListener",
          "ResolveWholeString",
          "TryResolveWholeString");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    conversion
        .app()
        .running()
        .forEach(code -> code.files().forEach(file -> ofFile(file, code, outcome)));
    return outcome.build();
  }

  private static void ofFile(CSharpFile file, CodeBase code, RuleOutcome.Builder outcome) {
    List<NameReference> named =
        code.names()
            .references(file)
            .filter(reference -> reference.resolution().isAny(Set.of(RESOLVER, DRAIN)))
            .toList();
    if (named.isEmpty()) {
      return;
    }
    named.stream()
        .filter(reference -> reference.kind() == ReferenceKind.BASE)
        .map(reference -> implemented(reference, file))
        .forEach(outcome::finding);
    gone(file).map(KeptServices::withoutCounterpart).forEach(outcome::finding);
    first(named, RESOLVER)
        .map(
            reference ->
                kept(
                    reference,
                    file,
                    "reads the configuration of the worker",
                    "nothing to do where the setting is an app setting"))
        .forEach(outcome::finding);
    first(named, DRAIN)
        .map(
            reference ->
                kept(
                    reference,
                    file,
                    "says that the worker is stopping, which may come later than the drain of the"
                        + " host",
                    "end early by the CancellationToken of the function"))
        .forEach(outcome::finding);
  }

  private static Stream<NameReference> first(List<NameReference> named, String type) {
    return named.stream().filter(reference -> reference.resolution().is(type)).limit(1);
  }

  private static Stream<MemberAccess> gone(CSharpFile file) {
    return file.root()
        .descendants(Invocation.class)
        .map(Invocation::target)
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(access -> GONE.contains(access.name().identifier()));
  }

  private static Diagnostic kept(
      NameReference reference, CSharpFile file, String what, String advice) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        file.source().location(reference.span().start()),
        "`" + reference.text() + "` of InProcessCompatibility.cs " + what,
        advice);
  }

  private static Diagnostic implemented(NameReference reference, CSharpFile file) {
    return Diagnostic.of(
        Code.HOST_SERVICE_MISSING,
        file.source().location(reference.span().start()),
        "the host asked this `" + reference.text() + "` of the app; from now on nobody does",
        "put what %NAME% of triggers and bindings shall mean into app settings");
  }

  private static Diagnostic withoutCounterpart(MemberAccess access) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        access.location(),
        "`" + access.text() + "` is a method of the host that does not stay",
        "resolve single names, and leave the listeners to the host");
  }
}
