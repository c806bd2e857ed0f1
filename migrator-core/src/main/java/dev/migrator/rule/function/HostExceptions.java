package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FilterTypes;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds exceptions of the in-process host outside of filters: the types stay, in the compatibility
 * file, and nobody but the app throws them (core-model 7.3); changes nothing.
 */
public final class HostExceptions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0343", "Exceptions of the host are the app's own", Step.CODE);

  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Host.";
  private static final Set<String> EXCEPTIONS =
      Set.of(
          NAMESPACE + "RecoverableException",
          NAMESPACE + "FunctionException",
          NAMESPACE + "FunctionInvocationException",
          NAMESPACE + "FunctionTimeoutException");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FilterTypes filters = FilterTypes.of(conversion.app());
    List<TypeDeclaration> types =
        Stream.concat(filters.aroundCalls(), filters.forExceptions()).toList();
    List<MethodDeclaration> functions =
        conversion.plans().stream().map(plan -> plan.function().method()).toList();
    conversion
        .app()
        .running()
        .forEach(
            code -> code.files().forEach(file -> ofFile(file, code, types, functions, outcome)));
    return outcome.build();
  }

  private static void ofFile(
      CSharpFile file,
      CodeBase code,
      List<? extends MemberDeclaration> filters,
      List<? extends MemberDeclaration> functions,
      RuleOutcome.Builder outcome) {
    code.names()
        .references(file)
        .filter(reference -> reference.resolution().isAny(EXCEPTIONS))
        .filter(
            reference ->
                !isInside(filters, file, reference.span())
                    || isInside(functions, file, reference.span()))
        .forEach(reference -> outcome.finding(finding(file, reference)));
  }

  private static boolean isInside(
      List<? extends MemberDeclaration> members, CSharpFile file, Span place) {
    return members.stream()
        .anyMatch(member -> member.file().equals(file) && member.span().contains(place));
  }

  private static Diagnostic finding(CSharpFile file, NameReference reference) {
    if (isSerialized(reference)) {
      return Diagnostic.of(
          Code.MEMBER_WITHOUT_COUNTERPART,
          file.source().location(reference.span().start()),
          "the constructor of `" + reference.text() + "` for serialization does not stay",
          "take the constructor with SerializationInfo out");
    }
    return Diagnostic.of(
        Code.NOBODY_THROWS,
        file.source().location(reference.span().start()),
        "`" + reference.text() + "` stays as a class of the app: the worker itself never throws it",
        "catch what the function throws, and throw an exception of your own");
  }

  private static boolean isSerialized(NameReference reference) {
    return reference.kind() == ReferenceKind.BASE
        && reference.node().stream()
            .flatMap(node -> node.ancestor(TypeDeclaration.class).stream())
            .flatMap(type -> type.members().stream())
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .flatMap(constructor -> constructor.parameterList().parameters().stream())
            .flatMap(parameter -> parameter.type().stream())
            .anyMatch(type -> type.text().endsWith("SerializationInfo"));
  }
}
