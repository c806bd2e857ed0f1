package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeSymbol;
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
import dev.migrator.syntax.csharp.TypeExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a startup class into a plain class that Program.cs calls: the attribute of the assembly and
 * the base class go, {@code override} goes, bodies stay; {@code builder.GetContext().Configuration}
 * becomes {@code builder.Configuration} (core-model 6.2).
 */
public final class StartupClasses implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0401", "Startup classes are called from Program.cs", Step.CODE);

  private static final Set<String> BASES =
      Set.of(
          "Microsoft.Azure.Functions.Extensions.DependencyInjection.FunctionsStartup",
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsStartup",
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsStartup2",
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsConfigurationStartup");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Microsoft.Azure.Functions.Extensions.DependencyInjection.FunctionsStartupAttribute",
          "Microsoft.Azure.WebJobs.Hosting.WebJobsStartupAttribute");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    List<String> started = new ArrayList<>();
    for (CSharpFile file : code.files()) {
      started.addAll(startedTypes(file, code.names()));
      assemblyAttributes(file, code.names(), outcome);
    }
    for (CSharpFile file : code.files()) {
      for (TypeDeclaration type : file.types().toList()) {
        List<TypeSyntax> bases =
            type.baseTypes().stream().filter(base -> isStartup(base, code.names())).toList();
        int order = started.indexOf(type.metadataName());
        if (!bases.isEmpty()) {
          startupClass(type, bases, code.names(), order, outcome);
          hostSettings(type, order, conversion, outcome);
        } else if (order >= 0) {
          outcome.finding(indirect(type));
        }
      }
    }
    librariesWithStartup(conversion, outcome);
    return outcome.build();
  }

  /** The classes that attributes of the assembly name, in order. */
  private static List<String> startedTypes(CSharpFile file, NameResolver names) {
    return file.root().attributeLists().stream()
        .flatMap(list -> list.attributes().stream())
        .filter(attribute -> isStartupAttribute(attribute, names))
        .flatMap(attribute -> attribute.descendants(TypeExpression.class).limit(1))
        .flatMap(expression -> names.resolve(expression.type()).type().stream())
        .map(TypeSymbol::metadataName)
        .toList();
  }

  private static Diagnostic indirect(TypeDeclaration type) {
    return Diagnostic.of(
        Code.STARTUP_NOT_CONVERTIBLE,
        type.file().source().location(type.identifier().span().start()),
        "startup class `"
            + type.identifier().text()
            + "` gets its base class from another class of the project",
        "derive it from FunctionsStartup directly and call the shared code");
  }

  /** The host ran startup classes of referenced assemblies too; nobody would call them now. */
  private static void librariesWithStartup(Conversion conversion, RuleOutcome.Builder outcome) {
    for (CodeBase library : conversion.app().libraries()) {
      for (CSharpFile file : library.files()) {
        file.root().attributeLists().stream()
            .flatMap(list -> list.attributes().stream())
            .filter(attribute -> isStartupAttribute(attribute, library.names()))
            .forEach(
                attribute ->
                    outcome.finding(
                        Diagnostic.of(
                            Code.STARTUP_NOT_CONVERTIBLE,
                            attribute.location(),
                            "the startup class of library "
                                + library.project().path()
                                + " would not be called any more",
                            "move the class into the app")));
      }
    }
  }

  private static boolean isStartup(TypeSyntax base, NameResolver names) {
    return names.resolve(base).isAny(BASES);
  }

  private static void assemblyAttributes(
      CSharpFile file, NameResolver names, RuleOutcome.Builder outcome) {
    for (AttributeList list : file.root().attributeLists()) {
      List<Attribute> startup =
          list.attributes().stream().filter(a -> isStartupAttribute(a, names)).toList();
      if (startup.size() == list.attributes().size() && !startup.isEmpty()) {
        outcome.edit(Removal.ofLines(list, INFO.id()));
      } else {
        startup.forEach(
            attribute ->
                outcome.edit(Removal.ofListElement(attribute, list.attributes(), INFO.id())));
      }
    }
  }

  private static boolean isStartupAttribute(Attribute attribute, NameResolver names) {
    return names.resolveAttribute(attribute).isAny(ATTRIBUTES);
  }

  private static void startupClass(
      TypeDeclaration type,
      List<TypeSyntax> bases,
      NameResolver names,
      int order,
      RuleOutcome.Builder outcome) {
    if (!isConstructible(type)) {
      outcome.finding(
          Diagnostic.of(
              Code.STARTUP_NOT_CONVERTIBLE,
              type.file().source().location(type.identifier().span().start()),
              "startup class `"
                  + type.identifier().text()
                  + "` cannot be made by `new "
                  + type.identifier().text()
                  + "()` from Program.cs",
              "give it a public constructor without parameters, and no type parameters"));
      return;
    }
    outcome.edit(basesDropped(type, bases));
    for (MethodDeclaration method : type.methods().toList()) {
      new StartupBody(method, names, INFO.id()).rewrite(outcome);
      StartupPhase.of(method).ifPresent(phase -> phaseMethod(type, method, phase, order, outcome));
    }
  }

  /** Only a class that ran added sources. */
  private static void hostSettings(
      TypeDeclaration type, int order, Conversion conversion, RuleOutcome.Builder outcome) {
    Set<String> names = HostSettings.unknown(conversion.app());
    if (order < 0 || names.isEmpty()) {
      return;
    }
    type.methods()
        .filter(
            method ->
                StartupPhase.of(method).filter(StartupPhase.CONFIGURATION::equals).isPresent())
        .forEach(method -> outcome.finding(HostSettings.finding(method, names)));
  }

  private static boolean isConstructible(TypeDeclaration type) {
    return type.typeParameters().isEmpty()
        && !type.hasModifier("abstract")
        && type.containingType().isEmpty();
  }

  /** {@code : FunctionsStartup} with its colon, or one of several bases with its comma. */
  private static Edit basesDropped(TypeDeclaration type, List<TypeSyntax> bases) {
    if (bases.size() < type.baseTypes().size()) {
      return Removal.ofListElement(bases.get(0), type.baseTypes(), INFO.id());
    }
    TypeSyntax first = bases.get(0);
    TypeSyntax last = bases.get(bases.size() - 1);
    CSharpFile file = type.file();
    Token colon =
        file.tokens().previousSignificant(file.tokens().at(first.span().start())).orElseThrow();
    Token before = file.tokens().previousSignificant(colon).orElseThrow();
    return Edit.delete(
        file.source().path(), new Span(before.span().end(), last.span().end()), INFO.id());
  }

  private static void phaseMethod(
      TypeDeclaration type,
      MethodDeclaration method,
      StartupPhase phase,
      int order,
      RuleOutcome.Builder outcome) {
    Optional<Token> override =
        method.modifiers().stream().filter(token -> token.is("override")).findFirst();
    override.ifPresent(token -> outcome.edit(Removal.ofToken(token, method.file(), INFO.id())));
    // A class that no attribute names never ran.
    if (order < 0) {
      return;
    }
    outcome.need(
        new Need.StartupCall(
            phase.firstOrder() + order,
            "new " + type.identifier().text() + "()." + method.identifier().text() + "(builder);",
            type.namespace()));
  }
}
