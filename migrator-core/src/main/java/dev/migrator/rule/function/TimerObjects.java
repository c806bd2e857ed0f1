package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes timers as the worker's type allows: {@code new TimerInfo(schedule, status, true)} to {@code
 * new TimerInfo { ScheduleStatus = status, IsPastDue = true }}; schedules that were made for it
 * alone go, with classes of the app or its tests that nothing else names (core-model 4, 10).
 */
public final class TimerObjects implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0326", "Timers are made as the worker's type allows", Step.CODE);

  private static final String TIMER = "Microsoft.Azure.WebJobs.TimerInfo";
  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Extensions.Timers.";
  private static final String BASE = NAMESPACE + "TimerSchedule";
  private static final Set<String> SCHEDULES =
      Set.of(
          BASE,
          NAMESPACE + "ConstantSchedule",
          NAMESPACE + "CronSchedule",
          NAMESPACE + "DailySchedule",
          NAMESPACE + "WeeklySchedule");

  private static final List<String> PARAMETERS = List.of("schedule", "status", "isPastDue");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    List<TypeDeclaration> doubles = doubles(app);
    Set<String> types = new TreeSet<>(SCHEDULES);
    doubles.forEach(type -> types.add(type.metadataName()));
    List<SyntaxNode> dropped = new ArrayList<>(ScheduleTypes.of(app).removed());
    app.codeBases().forEach(code -> ofCode(code, types, dropped, outcome));
    List<TypeDeclaration> unused =
        doubles.stream().filter(type -> isNamedOnlyIn(type, dropped, app)).toList();
    new RemovedTypes(app, unused, INFO.id()).remove(outcome);
    dropped.addAll(unused);
    app.codeBases().forEach(code -> left(code, dropped, outcome));
    return outcome.build();
  }

  /** Schedules of the app or its tests, such as stubs that only throw. */
  private static List<TypeDeclaration> doubles(FunctionApp app) {
    return app.codeBases().stream()
        .flatMap(
            code ->
                code.files().stream()
                    .flatMap(CSharpFile::types)
                    .filter(type -> type.baseTypes().stream().anyMatch(b -> isBase(b, code))))
        .toList();
  }

  private static boolean isBase(TypeSyntax type, CodeBase code) {
    return code.names().resolve(type).is(BASE);
  }

  private static void ofCode(
      CodeBase code, Set<String> types, List<SyntaxNode> dropped, RuleOutcome.Builder outcome) {
    List<SyntaxNode> arguments = new ArrayList<>();
    for (CSharpFile file : code.files()) {
      file.root()
          .descendants(ObjectCreation.class)
          .filter(creation -> isTimer(creation, code))
          .forEach(creation -> timer(creation, arguments, outcome));
    }
    Schedules schedules = new Schedules(code, arguments, types);
    schedules.removed().forEach(node -> outcome.edit(Removal.ofLines(node, INFO.id())));
    dropped.addAll(arguments);
    dropped.addAll(schedules.removed());
  }

  private static boolean isNamedOnlyIn(
      TypeDeclaration type, List<SyntaxNode> dropped, FunctionApp app) {
    List<SyntaxNode> places = new ArrayList<>(dropped);
    places.add(type);
    return app.codeBases().stream()
        .allMatch(
            code ->
                code.files().stream()
                    .allMatch(
                        file ->
                            code.names()
                                .references(file)
                                .filter(r -> r.kind() != ReferenceKind.CREF)
                                .filter(r -> r.resolution().is(type.metadataName()))
                                .allMatch(r -> isWithin(r.span(), file, places))));
  }

  private static void left(CodeBase code, List<SyntaxNode> dropped, RuleOutcome.Builder outcome) {
    for (CSharpFile file : code.files()) {
      code.names()
          .references(file)
          .filter(reference -> reference.resolution().isAny(SCHEDULES))
          .filter(reference -> !isWithin(reference.span(), file, dropped))
          .forEach(reference -> outcome.finding(left(reference, file)));
    }
  }

  private static boolean isTimer(ObjectCreation creation, CodeBase code) {
    return creation.initializer().isEmpty()
        && creation.argumentList().filter(list -> list.arguments().size() > 1).isPresent()
        && creation.type().filter(type -> code.names().resolve(type).is(TIMER)).isPresent();
  }

  private static void timer(
      ObjectCreation creation, List<SyntaxNode> dropped, RuleOutcome.Builder outcome) {
    ArgumentList list = creation.argumentList().orElseThrow();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < list.arguments().size(); i++) {
      Argument argument = list.arguments().get(i);
      String parameter = argument.name().map(name -> name.identifier()).orElse(PARAMETERS.get(i));
      if (parameter.equals("schedule")) {
        dropped.add(argument);
      } else if (!argument.expression().text().equals("null")) {
        String property = parameter.equals("status") ? "ScheduleStatus" : "IsPastDue";
        values.add(property + " = " + argument.expression().text());
      }
    }
    String text = values.isEmpty() ? "()" : " { " + String.join(", ", values) + " }";
    outcome.edit(Edit.replace(creation.file().source().path(), list.span(), text, INFO.id()));
  }

  static boolean isWithin(Span span, CSharpFile file, List<SyntaxNode> nodes) {
    return nodes.stream().anyMatch(node -> node.file() == file && node.span().contains(span));
  }

  private static Diagnostic left(NameReference reference, CSharpFile file) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        file.source().location(reference.span().start()),
        "`"
            + reference.text()
            + "` does not exist in the worker: a schedule is an expression there",
        "write the schedule as an expression of NCrontab or a TimeSpan");
  }

  /** What an expression rests on: {@code x} of {@code x}, {@code x.Object} and {@code this.x}. */
  static Optional<String> variable(Expression expression) {
    String text = expression.text();
    String plain = text.startsWith("this.") ? text.substring(5) : text;
    String name = plain.endsWith(".Object") ? plain.substring(0, plain.length() - 7) : plain;
    return name.matches("@?\\w+") ? Optional.of(name) : Optional.empty();
  }
}
