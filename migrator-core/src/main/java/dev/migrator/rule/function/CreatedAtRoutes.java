package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the address out where a result names a route: the host called the route of a function like
 * the function, and the worker names none (core-model 3.3).
 */
public final class CreatedAtRoutes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0363", "What was created is named by its address", Step.CODE);

  private static final String MVC = "Microsoft.AspNetCore.Mvc.";
  private static final String REQUEST = "Microsoft.AspNetCore.Http.HttpRequest";
  private static final Set<String> CONTROLLERS = Set.of(MVC + "ControllerBase", MVC + "Controller");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    if (!conversion.app().hasHttp()) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    RouteAddress addresses = new RouteAddress(conversion.app());
    conversion
        .app()
        .running()
        .forEach(code -> code.files().forEach(file -> file(file, code, addresses, outcome)));
    return outcome.build();
  }

  private static void file(
      CSharpFile file, CodeBase code, RouteAddress addresses, RuleOutcome.Builder outcome) {
    code.names()
        .references(file)
        .filter(reference -> reference.resolution().is(MVC + "CreatedAtRouteResult"))
        .forEach(reference -> named(reference, file, code, addresses, outcome));
    file.root()
        .descendants(Invocation.class)
        .filter(call -> called(call, code).isPresent())
        .forEach(
            call ->
                answer(
                    called(call, code).orElseThrow().span(),
                    "Created",
                    address(call, call.argumentList(), code, addresses),
                    file,
                    outcome));
  }

  private static void named(
      NameReference reference,
      CSharpFile file,
      CodeBase code,
      RouteAddress addresses,
      RuleOutcome.Builder outcome) {
    Optional<Answer> address =
        reference
            .node()
            .flatMap(SyntaxNode::parent)
            .filter(ObjectCreation.class::isInstance)
            .map(ObjectCreation.class::cast)
            .filter(creation -> creation.initializer().isEmpty())
            .flatMap(
                creation ->
                    creation
                        .argumentList()
                        .flatMap(list -> address(creation, list, code, addresses)));
    Span name = ReferenceText.of(reference, file).identifierSpan();
    answer(name, "CreatedResult", address, file, outcome);
  }

  /** {@code CreatedAtRoute(…)} of a controller. */
  private static Optional<Token> called(Invocation call, CodeBase code) {
    Optional<Token> name =
        call.target() instanceof NameExpression plain
            ? Optional.of(plain.identifier())
            : call.target() instanceof MemberAccess access
                    && access.target().filter(target -> target.text().equals("this")).isPresent()
                ? Optional.of(access.name())
                : Optional.empty();
    return name.filter(token -> token.is("CreatedAtRoute"))
        .filter(
            token ->
                call.ancestor(TypeDeclaration.class)
                    .filter(type -> isController(type, code))
                    .isPresent());
  }

  private static boolean isController(TypeDeclaration type, CodeBase code) {
    return code.parts(type).stream()
        .flatMap(part -> part.baseTypes().stream())
        .anyMatch(base -> code.names().resolve(base).isAny(CONTROLLERS));
  }

  /** What stands in the place of the name of the route and its values. */
  private record Answer(Span arguments, String address) {}

  private static Optional<Answer> address(
      SyntaxNode at, ArgumentList list, CodeBase code, RouteAddress addresses) {
    List<Argument> arguments = list.arguments();
    boolean isPlain = arguments.size() == 3 && arguments.stream().allMatch(a -> a.name().isEmpty());
    Optional<String> request = request(at, code);
    if (!isPlain || request.isEmpty()) {
      return Optional.empty();
    }
    Span span = new Span(arguments.get(0).span().start(), arguments.get(1).span().end());
    return code.constants()
        .evaluate(arguments.get(0).expression())
        .text()
        .flatMap(name -> addresses.of(name, arguments.get(1).expression(), request.get()))
        .map(text -> new Answer(span, text));
  }

  private static Optional<String> request(SyntaxNode at, CodeBase code) {
    return at.ancestor(MethodDeclaration.class).stream()
        .flatMap(method -> method.parameterList().parameters().stream())
        .filter(
            parameter ->
                parameter.type().filter(type -> code.names().resolve(type).is(REQUEST)).isPresent())
        .map(parameter -> parameter.identifier().text())
        .findFirst();
  }

  private static void answer(
      Span name,
      String replacement,
      Optional<Answer> answer,
      CSharpFile file,
      RuleOutcome.Builder outcome) {
    String path = file.source().path();
    answer.ifPresent(
        found -> {
          outcome.edit(Edit.replace(path, name, replacement, INFO.id()));
          outcome.edit(Edit.replace(path, found.arguments(), found.address(), INFO.id()));
          if (found.address().contains(" Uri.")) {
            outcome.need(new Need.Using(path, "System"));
          }
        });
    outcome.finding(
        new Diagnostic(
            Code.WORKS_DIFFERENTLY,
            answer.isPresent() ? Severity.INFO : Severity.MANUAL,
            file.source().location(name.start()),
            "`"
                + name.of(file.source().text())
                + (answer.isPresent()
                    ? "` named a route, and the worker has no named routes: the address is written"
                        + " out"
                    : "` names a route, and the worker has no named routes: it answers 500"),
            answer.isPresent()
                ? "compare the header Location of one answer with what it was"
                : "answer with new CreatedResult(uri, value)"));
  }
}
