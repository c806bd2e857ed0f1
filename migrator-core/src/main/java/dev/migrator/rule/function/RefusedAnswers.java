package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.ReturnStatement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers 403 and 401 by their number: {@code ForbidResult} and {@code ChallengeResult} ask for an
 * authentication scheme, which the worker does not have (core-model 3.3).
 */
public final class RefusedAnswers implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0332", "Refused requests are answered by number", Step.CODE);

  private static final String NAMESPACE = "Microsoft.AspNetCore.Mvc.";
  private static final Map<String, String> NUMBERS =
      Map.of(NAMESPACE + "ForbidResult", "403", NAMESPACE + "ChallengeResult", "401");
  private static final Set<String> RESULTS =
      Set.of(
          "IActionResult",
          "Task<IActionResult>",
          "ValueTask<IActionResult>",
          "ActionResult",
          "Task<ActionResult>");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    if (!conversion.app().hasHttp() || registersSchemes(conversion)) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      for (CSharpFile file : code.files()) {
        code.names()
            .references(file)
            .filter(reference -> reference.resolution().isAny(NUMBERS.keySet()))
            .forEach(reference -> answer(reference, file, outcome));
      }
    }
    return outcome.build();
  }

  /** An app that brings schemes of its own has what the results ask for. */
  private static boolean registersSchemes(Conversion conversion) {
    return conversion
        .app()
        .files()
        .anyMatch(file -> file.source().text().contains(".AddAuthentication("));
  }

  private static void answer(
      NameReference reference, CSharpFile file, RuleOutcome.Builder outcome) {
    String type = reference.resolution().type().orElseThrow().metadataName();
    String number = NUMBERS.getOrDefault(type, "");
    Optional<ObjectCreation> returned =
        reference
            .node()
            .flatMap(node -> node.parent())
            .filter(ObjectCreation.class::isInstance)
            .map(ObjectCreation.class::cast)
            .filter(RefusedAnswers::isReturned);
    if (returned.isPresent()) {
      ReferenceText text = ReferenceText.of(reference, file);
      String path = file.source().path();
      outcome.edit(Edit.replace(path, text.identifierSpan(), "StatusCodeResult", INFO.id()));
      outcome.edit(
          Edit.replace(
              path,
              returned.get().argumentList().orElseThrow().span(),
              "(" + number + ")",
              INFO.id()));
    }
    outcome.finding(
        new Diagnostic(
            Code.WORKS_DIFFERENTLY,
            returned.isPresent() ? Severity.WARNING : Severity.MANUAL,
            file.source().location(reference.span().start()),
            "`"
                + reference.text()
                + "` asks for an authentication scheme, and the worker has none: "
                + (returned.isPresent() ? "it is the number " + number + " now" : "it would fail"),
            returned.isPresent()
                ? "nothing to do unless a scheme is registered elsewhere"
                : "answer with new StatusCodeResult(" + number + ")"));
  }

  /** Where any result will do. */
  private static boolean isReturned(ObjectCreation creation) {
    return creation.argumentList().isPresent()
        && creation.initializer().isEmpty()
        && creation.parent().filter(ReturnStatement.class::isInstance).isPresent()
        && creation
            .ancestor(MethodDeclaration.class)
            .filter(method -> RESULTS.contains(method.returnType().text().replace(" ", "")))
            .isPresent();
  }
}
