package dev.migrator.rule.function;

import dev.migrator.edit.Edit.Change;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.AttributeArgument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeExpression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Timers that name a schedule by its type, {@code [TimerTrigger(typeof(X))]}. */
final class ScheduleTypes {
  private final FunctionApp app;
  private final Map<AttributeArgument, StockSchedule> computed = new LinkedHashMap<>();

  private ScheduleTypes(FunctionApp app) {
    this.app = app;
  }

  /** Those of an app; a class that is named elsewhere too has no expression. */
  static ScheduleTypes of(FunctionApp app) {
    ScheduleTypes types = new ScheduleTypes(app);
    List<StockSchedule> schedules = StockSchedule.of(app);
    if (!schedules.isEmpty()) {
      List<AttributeArgument> arguments =
          app.functions().stream().flatMap(f -> argument(f).stream()).toList();
      schedules.stream()
          .filter(schedule -> types.isNamedOnlyIn(schedule.declaration(), arguments))
          .forEach(schedule -> types.add(schedule, arguments));
    }
    return types;
  }

  private void add(StockSchedule schedule, List<AttributeArgument> arguments) {
    arguments.stream()
        .filter(argument -> names(argument, schedule.declaration()))
        .forEach(argument -> computed.put(argument, schedule));
  }

  /** The type that a timer's attribute names in the place of an expression. */
  static Optional<AttributeArgument> argument(Function function) {
    return first(function).filter(ScheduleTypes::isType);
  }

  private static Optional<AttributeArgument> first(Function function) {
    return function
        .trigger()
        .filter(trigger -> trigger.kind().equals("timerTrigger"))
        .flatMap(Binding::attribute)
        .flatMap(attribute -> attribute.constructorArguments().stream().findFirst());
  }

  private static boolean isType(AttributeArgument argument) {
    return argument.expression().text().startsWith("typeof");
  }

  private boolean names(AttributeArgument argument, TypeDeclaration type) {
    return argument
        .expression()
        .descendants(TypeExpression.class)
        .anyMatch(named -> app.code().names().resolve(named.type()).is(type.metadataName()));
  }

  private boolean isNamedOnlyIn(TypeDeclaration type, List<AttributeArgument> arguments) {
    return app.codeBases().stream()
        .allMatch(
            code -> code.files().stream().allMatch(file -> isFree(file, code, type, arguments)));
  }

  private static boolean isFree(
      CSharpFile file, CodeBase code, TypeDeclaration type, List<AttributeArgument> arguments) {
    return code.names()
        .references(file)
        .filter(reference -> reference.kind() != ReferenceKind.CREF)
        .filter(reference -> reference.resolution().is(type.metadataName()))
        .map(reference -> reference.span())
        .allMatch(
            span ->
                isIn(span, file, type) || arguments.stream().anyMatch(a -> isIn(span, file, a)));
  }

  private static boolean isIn(Span span, CSharpFile file, SyntaxNode node) {
    return node.file() == file && node.span().contains(span);
  }

  /** What was computed, by the argument that it stands for. */
  Map<AttributeArgument, StockSchedule> computed() {
    return computed;
  }

  /** The classes that nothing names any more. */
  List<TypeDeclaration> removed() {
    return computed.values().stream().map(StockSchedule::declaration).distinct().toList();
  }

  /** What is written in the place of a function's type. */
  List<Change> changes(Function function) {
    return argument(function).flatMap(this::change).stream().toList();
  }

  private Optional<Change> change(AttributeArgument argument) {
    return Optional.ofNullable(computed.get(argument))
        .map(schedule -> new Change(argument.span(), quoted(schedule)));
  }

  /** The expression of a function's timer, as text of C#; empty where it has none. */
  Optional<String> expression(Function function) {
    return first(function)
        .flatMap(
            argument ->
                isType(argument)
                    ? Optional.ofNullable(computed.get(argument)).map(ScheduleTypes::quoted)
                    : Optional.of(argument.expression().text()));
  }

  private static String quoted(StockSchedule schedule) {
    return '"' + schedule.expression() + '"';
  }
}
