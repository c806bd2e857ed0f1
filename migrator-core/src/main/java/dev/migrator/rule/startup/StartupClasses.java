package dev.migrator.rule.startup;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeList;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns startup classes into plain classes that Program.cs calls: the attribute of the assembly and
 * the base class go, {@code override} goes, bodies stay; {@code builder.GetContext().Configuration}
 * becomes {@code builder.Configuration} (core-model 6.2).
 */
public final class StartupClasses implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0401", "Startup classes are called from Program.cs", Step.CODE);

  private static final String WORKER = "Microsoft.Azure.Functions.Worker";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    app.codeBases().forEach(code -> bodies(code, app, outcome));
    StartupModel model = new StartupModel(app);
    model.classes().forEach(startup -> plainClass(startup, model, outcome));
    new StartupCalls(conversion, model).add(outcome);
    assemblyAttributes(app.code(), model, app, outcome);
    app.libraries().forEach(library -> assemblyAttributes(library, model, app, outcome));
    return outcome.build();
  }

  /** A library that names the builder needs the package that has the worker's. */
  private static void bodies(CodeBase code, FunctionApp app, RuleOutcome.Builder outcome) {
    for (CSharpFile file : code.files()) {
      StartupBody body = new StartupBody(file, code.names(), INFO.id());
      if (body.isConcerned()) {
        body.rewrite(outcome);
        BuilderDoubles.find(file, code, app, INFO.id(), outcome);
        if (app.libraries().contains(code)) {
          outcome.need(new Need.Package(code.project().path(), WORKER));
        }
      }
    }
  }

  /**
   * The attributes go. A class of a library that only its own assembly sees is shown to the app
   * instead, whose Program.cs names it.
   */
  private static void assemblyAttributes(
      CodeBase code, StartupModel model, FunctionApp app, RuleOutcome.Builder outcome) {
    Optional<Attribute> hidden =
        code.equals(app.code()) ? Optional.empty() : model.hiddenIn(code).findFirst();
    hidden.ifPresent(
        attribute ->
            outcome.edit(
                Edit.replace(
                    attribute.file().source().path(), attribute.span(), shownTo(app), INFO.id())));
    for (CSharpFile file : code.files()) {
      List<AttributeList> whole = new ArrayList<>();
      for (AttributeList list : file.root().attributeLists()) {
        List<Attribute> gone =
            list.attributes().stream()
                .filter(attribute -> StartupModel.isStartupAttribute(attribute, code.names()))
                .filter(attribute -> !hidden.filter(attribute::equals).isPresent())
                .toList();
        if (gone.size() == list.attributes().size() && !gone.isEmpty()) {
          whole.add(list);
        } else if (!gone.isEmpty()) {
          outcome.edits(Removal.ofListElements(gone, list.attributes(), INFO.id()));
        }
      }
      neighbours(whole).forEach(lists -> outcome.edit(Removal.ofLines(lists, INFO.id())));
    }
  }

  /** Lists on lines directly below each other go as one, or each would leave its blank line. */
  private static List<List<AttributeList>> neighbours(List<AttributeList> lists) {
    List<List<AttributeList>> groups = new ArrayList<>();
    int end = -1;
    for (AttributeList list : lists) {
      String text = list.file().source().text();
      boolean isBelow =
          end >= 0 && text.substring(end, list.span().start()).matches("[ \\t]*\\R[ \\t]*");
      if (!isBelow) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(list);
      end = list.span().end();
    }
    return groups;
  }

  private static String shownTo(FunctionApp app) {
    return "System.Runtime.CompilerServices.InternalsVisibleTo(\""
        + app.project().assemblyName()
        + "\")";
  }

  private static void plainClass(
      StartupClass startup, StartupModel model, RuleOutcome.Builder outcome) {
    for (TypeDeclaration part : startup.parts()) {
      List<TypeSyntax> bases =
          part.baseTypes().stream()
              .filter(base -> StartupClass.isHostBase(base, startup.code()))
              .toList();
      if (!bases.isEmpty()) {
        basesDropped(part, bases, outcome);
      }
    }
    for (StartupPhase phase : StartupPhase.values()) {
      startup.methods(phase).forEach(method -> method(startup, phase, method, model, outcome));
    }
  }

  /** {@code : FunctionsStartup} with its colon, or those of several bases with their commas. */
  private static void basesDropped(
      TypeDeclaration type, List<TypeSyntax> bases, RuleOutcome.Builder outcome) {
    if (bases.size() == type.baseTypes().size()) {
      Token colon = before(type.file(), bases.get(0).span().start());
      int start = before(type.file(), colon.span().start()).span().end();
      int end = bases.get(bases.size() - 1).span().end();
      outcome.edit(Edit.delete(type.file().source().path(), new Span(start, end), INFO.id()));
      return;
    }
    outcome.edits(Removal.ofListElements(bases, type.baseTypes(), INFO.id()));
  }

  private static Token before(CSharpFile file, int offset) {
    return file.tokens().previousSignificant(file.tokens().at(offset)).orElseThrow();
  }

  private static void method(
      StartupClass startup,
      StartupPhase phase,
      MethodDeclaration method,
      StartupModel model,
      RuleOutcome.Builder outcome) {
    boolean overridesOurs = startup.overridesOurs(phase);
    if (!overridesOurs) {
      method.modifiers().stream()
          .filter(modifier -> modifier.is("override"))
          .forEach(token -> outcome.edit(override(startup, phase, method, token, model)));
      method.modifiers().stream()
          .filter(modifier -> modifier.is("sealed"))
          .forEach(token -> outcome.edit(Removal.ofToken(token, method.file(), INFO.id())));
      BaseCalls.of(method)
          .flatMap(call -> BaseCalls.removed(call, INFO.id()).stream())
          .forEach(outcome::edit);
    }
    if (startup.isRenamed(method)) {
      outcome.edit(
          Edit.replace(
              method.file().source().path(),
              method.identifier().span(),
              startup.nameAfter(method),
              INFO.id()));
    }
    method
        .explicitInterface()
        .filter(type -> StartupClass.isHostBase(type, startup.code()))
        .ifPresent(
            type ->
                outcome
                    .edit(
                        Edit.insert(
                            method.file().source().path(),
                            method.returnType().span().start(),
                            "public ",
                            INFO.id()))
                    .edit(
                        Edit.delete(
                            method.file().source().path(),
                            new Span(type.span().start(), method.identifier().span().start()),
                            INFO.id())));
  }

  /** What overrode the host's method is the first of its kind now. */
  private static Edit override(
      StartupClass startup,
      StartupPhase phase,
      MethodDeclaration method,
      Token token,
      StartupModel model) {
    boolean isOverridden = !method.hasModifier("abstract") && model.isOverridden(startup, phase);
    return isOverridden
        ? Edit.replace(method.file().source().path(), token.span(), "virtual", INFO.id())
        : Removal.ofToken(token, method.file(), INFO.id());
  }
}
