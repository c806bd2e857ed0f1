package dev.migrator.pipeline;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.AppReader;
import dev.migrator.edit.Edit;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.plan.AppPlan;
import dev.migrator.source.Location;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.BaseMethodDeclaration;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.SyntaxError;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Bodies that do not parse: those that rules read or edit block the app, others stay as they are
 * and are reported.
 */
final class BrokenBodies {
  private final FunctionApp app;
  private final List<Edit> edits;
  private final List<Diagnostic> found = new ArrayList<>();

  private BrokenBodies(FunctionApp app, AppPlan plan) {
    this.app = app;
    this.edits = plan.edits().edits();
  }

  static List<Diagnostic> of(FunctionApp app, AppPlan plan) {
    BrokenBodies bodies = new BrokenBodies(app, plan);
    app.files().distinct().filter(file -> file.declarationErrors().isEmpty()).forEach(bodies::file);
    return bodies.found;
  }

  private void file(CSharpFile file) {
    Optional<SyntaxError> blocking =
        file.errors().stream().filter(error -> isTouched(file, error)).findFirst();
    blocking.ifPresent(error -> found.add(AppReader.syntaxProblem(file.source(), error)));
    if (blocking.isEmpty()) {
      file.errors().stream().findFirst().ifPresent(error -> untouched(file, error));
    }
  }

  private boolean isTouched(CSharpFile file, SyntaxError error) {
    Optional<MemberDeclaration> member = member(file, error.span().start());
    return member.isEmpty()
        || member.filter(this::isFunction).isPresent()
        || edits.stream()
            .filter(edit -> edit.path().equals(file.source().path()))
            .anyMatch(edit -> body(member.get()).contains(edit.span()));
  }

  /** The innermost member around a place. */
  private static Optional<MemberDeclaration> member(CSharpFile file, int offset) {
    return file.types()
        .map(TypeDeclaration::members)
        .flatMap(List::stream)
        .filter(member -> !(member instanceof TypeDeclaration))
        .filter(member -> member.span().start() <= offset && offset <= member.span().end())
        .min(Comparator.comparingInt(member -> member.span().end() - member.span().start()));
  }

  private boolean isFunction(MemberDeclaration member) {
    return app.functions().stream().map(Function::method).anyMatch(member::equals);
  }

  private static Span body(MemberDeclaration member) {
    return member instanceof BaseMethodDeclaration method
        ? method.body().map(body -> body.span()).orElse(member.span())
        : member.span();
  }

  private void untouched(CSharpFile file, SyntaxError error) {
    Location at = file.source().location(error.span().start());
    found.add(
        Diagnostic.of(
            Code.BODY_DOES_NOT_PARSE,
            at,
            "a body of " + at.path() + " does not parse and stays as it is: " + error.message(),
            "repair it before the branch is built"));
  }
}
