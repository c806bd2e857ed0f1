package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.startup.StartupModel.Started;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calls of startup classes in Program.cs, in the order of the host; findings where none works.
 */
final class StartupCalls {
  private final Conversion conversion;
  private final StartupModel model;
  private final Set<String> settings;

  StartupCalls(Conversion conversion, StartupModel model) {
    this.conversion = conversion;
    this.model = model;
    this.settings = HostSettings.unknown(conversion.app());
  }

  void add(RuleOutcome.Builder outcome) {
    Set<String> seen = new HashSet<>();
    int order = 0;
    for (Started started : model.started()) {
      if (started.typeName().isEmpty() || seen.add(started.typeName())) {
        add(started, order++, outcome);
      }
    }
  }

  private void add(Started started, int order, RuleOutcome.Builder outcome) {
    StartupClass startup = started.startup();
    if (startup == null) {
      outcome.finding(unknownClass(started));
      return;
    }
    Optional<String> obstacle = startup.obstacle();
    if (obstacle.isPresent()) {
      outcome.finding(notConstructible(startup, obstacle.get()));
      return;
    }
    boolean isPlain = isUnambiguous(startup);
    String made = "new " + (isPlain ? startup.nestedName() : qualifiedName(startup)) + "()";
    String namespace = isPlain ? startup.type().namespace() : "";
    boolean isShared =
        startup.hasState()
            && Stream.of(StartupPhase.values()).allMatch(one -> startup.called(one).isPresent());
    String variable = order == 0 ? "startup" : "startup" + (order + 1);
    for (StartupPhase phase : StartupPhase.values()) {
      boolean isFirst = phase == StartupPhase.CONFIGURATION;
      String declaration = isShared && isFirst ? "var " + variable + " = " + made + ";\n" : "";
      String target = isShared ? variable : made;
      startup
          .called(phase)
          .map(method -> declaration + target + "." + startup.nameAfter(method) + arguments(method))
          .map(text -> new Need.StartupCall(phase.firstOrder() + order, text, namespace))
          .ifPresent(outcome::need);
    }
    if (!settings.isEmpty()) {
      startup
          .called(StartupPhase.CONFIGURATION)
          .ifPresent(method -> outcome.finding(HostSettings.finding(method, settings)));
    }
  }

  private static String arguments(MethodDeclaration method) {
    return method.parameterList().parameters().size() == 2 ? "(builder, builder);" : "(builder);";
  }

  private static String qualifiedName(StartupClass startup) {
    String namespace = startup.type().namespace();
    return "global::" + (namespace.isEmpty() ? "" : namespace + ".") + startup.nestedName();
  }

  /** Whether the simple name can mean nothing else in Program.cs. */
  private boolean isUnambiguous(StartupClass startup) {
    String name = startup.nestedName();
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    long types =
        conversion.app().codeBases().stream()
            .filter(code -> !conversion.app().tests().contains(code))
            .flatMap(code -> code.files().stream())
            .flatMap(CSharpFile::types)
            .filter(type -> type.containingType().isEmpty())
            .filter(type -> type.identifier().text().equals(first))
            .map(TypeDeclaration::metadataName)
            .distinct()
            .count();
    return types <= 1 && !isNamespace(first);
  }

  private boolean isNamespace(String name) {
    return conversion.app().code().files().stream()
        .flatMap(CSharpFile::types)
        .map(TypeDeclaration::namespace)
        .anyMatch(namespace -> List.of(namespace.split("\\.")).contains(name));
  }

  private static Diagnostic unknownClass(Started started) {
    String name = started.typeName().isEmpty() ? started.attribute().text() : started.typeName();
    return Diagnostic.of(
        Code.STARTUP_NOT_CONVERTIBLE,
        started.attribute().location(),
        "the startup class of `" + name + "` is none of the app and its libraries",
        "derive a class of the app from FunctionsStartup and call the shared code from there");
  }

  private static Diagnostic notConstructible(StartupClass startup, String obstacle) {
    return Diagnostic.of(
        Code.STARTUP_NOT_CONVERTIBLE,
        startup.type().file().source().location(startup.type().identifier().span().start()),
        "startup class `" + startup.name() + "` " + obstacle + ": Program.cs cannot make one",
        "name a class that `new " + startup.name() + "()` makes in the attribute");
  }
}
