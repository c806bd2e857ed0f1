package dev.migrator.rule.function;

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
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.List;

/**
 * Makes requests as .NET of today does: {@code new DefaultHttpRequest(context)} to {@code
 * context.Request} (core-model 10). A project that makes cookies gets the class for them. The
 * directive for the internal namespace of ASP.NET Core 2 goes with those of the host (MIG0310).
 */
public final class OldRequests implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0331", "Requests are made as .NET of today does", Step.CODE);

  private static final String PUBLIC = "Microsoft.AspNetCore.Http";
  private static final String INTERNAL = PUBLIC + ".Internal";
  private static final String REQUEST = INTERNAL + ".DefaultHttpRequest";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.plans().isEmpty() || conversion.options().targetMajor() < 8) {
      return RuleOutcome.NOTHING;
    }
    for (CodeBase code : conversion.app().codeBases()) {
      code.files().forEach(file -> ofFile(file, code, outcome));
      new OldCookies(code, INFO.id()).supply(outcome);
    }
    return outcome.build();
  }

  private static void ofFile(CSharpFile file, CodeBase code, RuleOutcome.Builder outcome) {
    boolean opensInternal =
        file.root().usings().stream()
            .filter(UsingDirective::opensNamespace)
            .anyMatch(using -> using.name().dottedName().equals(INTERNAL));
    List<ObjectCreation> creations =
        file.root()
            .descendants(ObjectCreation.class)
            .filter(creation -> isRequest(creation, code))
            .toList();
    creations.forEach(creation -> request(creation, outcome));
    List<NameReference> types =
        code.names()
            .references(file)
            .filter(reference -> reference.resolution().is(REQUEST))
            .filter(reference -> creations.stream().noneMatch(c -> holds(c, reference)))
            .toList();
    types.forEach(reference -> rename(reference, file, outcome));
    if (opensInternal || !types.isEmpty()) {
      outcome.need(new Need.Using(file.source().path(), PUBLIC));
    }
  }

  private static boolean isRequest(ObjectCreation creation, CodeBase code) {
    return creation.type().filter(type -> code.names().resolve(type).is(REQUEST)).isPresent()
        && creation.argumentList().filter(list -> list.arguments().size() == 1).isPresent()
        && (creation.initializer().isEmpty() || isNewContext(context(creation)));
  }

  private static boolean holds(ObjectCreation creation, NameReference reference) {
    return creation.type().filter(type -> type.span().contains(reference.span())).isPresent();
  }

  private static Expression context(ObjectCreation creation) {
    return creation.argumentList().orElseThrow().arguments().get(0).expression();
  }

  private static boolean isNewContext(Expression context) {
    return context instanceof ObjectCreation made
        && made.type().isPresent()
        && made.initializer().isEmpty()
        && made.argumentList().filter(list -> list.arguments().isEmpty()).isPresent();
  }

  private static void request(ObjectCreation creation, RuleOutcome.Builder outcome) {
    String path = creation.file().source().path();
    Expression context = context(creation);
    Span before = new Span(creation.span().start(), context.span().start());
    outcome.edit(Edit.delete(path, before, INFO.id()));
    int end = creation.span().end();
    if (creation.initializer().isEmpty()) {
      outcome.edit(Edit.replace(path, new Span(context.span().end(), end), ".Request", INFO.id()));
      return;
    }
    Expression initializer = creation.initializer().get();
    int behind = context.span().end();
    int braces = initializer.span().start();
    Span between = new Span(behind, braces);
    String blank = between.of(creation.file().source().text()).replaceFirst("^\\s*\\)", "");
    outcome.edit(Edit.replace(path, between, " { Request =" + blank, INFO.id()));
    outcome.edit(Edit.insert(path, end, " }.Request", INFO.id()));
  }

  private static void rename(
      NameReference reference, CSharpFile file, RuleOutcome.Builder outcome) {
    ReferenceText text = ReferenceText.of(reference, file);
    outcome.edit(
        text.isQualified()
            ? Edit.replace(
                file.source().path(), text.qualifiedSpan(), PUBLIC + ".HttpRequest", INFO.id())
            : Edit.replace(file.source().path(), text.identifierSpan(), "HttpRequest", INFO.id()));
  }
}
