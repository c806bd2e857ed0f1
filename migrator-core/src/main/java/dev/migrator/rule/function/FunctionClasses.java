package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes classes of functions public where nothing hidden shows in them: the worker calls those of
 * other classes by reflection, and their exceptions arrive wrapped (core-model 2.1).
 */
public final class FunctionClasses implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0333", "Classes of functions are public", Step.CODE);

  /** Places that others see if they see the class. */
  private static final Set<ReferenceKind> SHOWN =
      Set.of(
          ReferenceKind.PARAMETER,
          ReferenceKind.RETURN,
          ReferenceKind.BASE,
          ReferenceKind.FIELD,
          ReferenceKind.PROPERTY,
          ReferenceKind.EVENT,
          ReferenceKind.CONSTRAINT,
          ReferenceKind.GENERIC_ARGUMENT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    Map<String, TypeDeclaration> types = new LinkedHashMap<>();
    for (FunctionPlan plan : conversion.plans()) {
      plan.function()
          .method()
          .containingType()
          .filter(type -> plan.function().method().hasModifier("public"))
          .ifPresent(type -> types.putIfAbsent(type.metadataName(), type));
    }
    types.values().forEach(type -> ofType(type, conversion.app(), outcome));
    return outcome.build();
  }

  private static void ofType(TypeDeclaration type, FunctionApp app, RuleOutcome.Builder outcome) {
    List<TypeDeclaration> parts = app.code().parts(type);
    if (parts.stream().anyMatch(part -> part.hasModifier("public"))) {
      return;
    }
    Optional<TypeSymbol> hidden =
        parts.stream().flatMap(part -> hidden(part, app).stream()).findFirst();
    if (hidden.isPresent()) {
      outcome.finding(left(type, hidden.get()));
    } else {
      parts.forEach(part -> outcome.edit(open(part)));
    }
  }

  private static Optional<TypeSymbol> hidden(TypeDeclaration part, FunctionApp app) {
    return app.code()
        .names()
        .references(part.file())
        .filter(reference -> part.span().contains(reference.span()))
        .filter(reference -> SHOWN.contains(reference.kind()))
        .map(NameReference::resolution)
        .flatMap(resolution -> resolution.type().stream())
        .filter(TypeSymbol::isDeclared)
        .filter(symbol -> !symbol.metadataName().equals(part.metadataName()))
        .filter(symbol -> !isPublic(symbol, app))
        .findFirst();
  }

  private static boolean isPublic(TypeSymbol symbol, FunctionApp app) {
    return app.running()
        .flatMap((CodeBase code) -> code.declared(symbol.metadataName()))
        .anyMatch(
            type ->
                type.hasModifier("public")
                    && type.containingType().filter(t -> !t.hasModifier("public")).isEmpty());
  }

  private static Edit open(TypeDeclaration part) {
    String path = part.file().source().path();
    Optional<Token> internal =
        part.modifiers().stream().filter(token -> token.is("internal")).findFirst();
    if (internal.isPresent()) {
      return Edit.replace(path, internal.get().span(), "public", INFO.id());
    }
    int lists =
        part.attributeLists().isEmpty()
            ? part.span().start()
            : part.attributeLists().get(part.attributeLists().size() - 1).span().end();
    String text = part.file().source().text();
    int start = lists;
    while (Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return Edit.insert(path, start, "public ", INFO.id());
  }

  private static Diagnostic left(TypeDeclaration type, TypeSymbol hidden) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.INFO,
        type.file().source().location(type.identifier().span().start()),
        "class `"
            + type.identifier().text()
            + "` stays as it is, since `"
            + hidden.simpleName()
            + "` is not public: the worker calls its functions by reflection",
        "nothing to do unless code catches exceptions of them: they arrive as AggregateException");
  }
}
