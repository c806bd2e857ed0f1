package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.Constant;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.Statement;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A class of the app on one of the schedules that the extension brought, and the one expression
 * that runs at the same times (core-model 4).
 *
 * @param declaration the whole class
 * @param expression six fields of CRON, or a TimeSpan
 */
record StockSchedule(TypeDeclaration declaration, String expression) {
  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Extensions.Timers.";
  private static final Duration DAY = Duration.ofDays(1);

  /** In the order of C#, whose numbers CRON has too. */
  private enum Day {
    SUNDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY
  }

  /** The classes of an app of which every time is a constant, and fits into one expression. */
  static List<StockSchedule> of(FunctionApp app) {
    return app.running()
        .flatMap(
            code ->
                code.files().stream()
                    .flatMap(file -> file.types())
                    .flatMap(type -> of(type, code).stream()))
        .toList();
  }

  private static Optional<StockSchedule> of(TypeDeclaration type, CodeBase code) {
    boolean isPlain =
        type.keyword().equals("class")
            && !type.hasModifier("partial")
            && type.parameterList().isEmpty()
            && type.typeParameters().isEmpty()
            && type.baseTypes().size() == 1
            && type.baseTypes().get(0).simpleName().endsWith("Schedule");
    return isPlain
        ? constructor(type)
            .flatMap(constructor -> expression(type, constructor, new TimeSpans(code), code))
            .map(expression -> new StockSchedule(type, expression))
        : Optional.empty();
  }

  /** The only member beside constants. */
  private static Optional<ConstructorDeclaration> constructor(TypeDeclaration type) {
    List<MemberDeclaration> members =
        type.members().stream()
            .filter(
                member -> !(member instanceof FieldDeclaration field && field.hasModifier("const")))
            .toList();
    return members.size() == 1
            && members.get(0) instanceof ConstructorDeclaration constructor
            && !constructor.hasModifier("static")
            && constructor.parameterList().parameters().isEmpty()
        ? Optional.of(constructor)
        : Optional.empty();
  }

  private static Optional<String> expression(
      TypeDeclaration type, ConstructorDeclaration constructor, TimeSpans times, CodeBase code) {
    List<Argument> arguments =
        constructor.initializerArguments().map(ArgumentList::arguments).orElse(List.of());
    List<Statement> body = constructor.body().map(block -> block.statements()).orElse(List.of());
    boolean isExpression = constructor.body().filter(b -> b.isExpression()).isPresent();
    String base =
        code.names()
            .resolve(type.baseTypes().get(0))
            .type()
            .map(symbol -> symbol.metadataName())
            .orElse("");
    if (isExpression) {
      return Optional.empty();
    }
    return switch (base) {
      case NAMESPACE + "ConstantSchedule" ->
          body.isEmpty() && arguments.size() == 1 ? interval(arguments.get(0), times) : none();
      case NAMESPACE + "DailySchedule" -> body.isEmpty() ? daily(arguments, times) : none();
      case NAMESPACE + "WeeklySchedule" -> arguments.isEmpty() ? weekly(body, times, code) : none();
      default -> none();
    };
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Optional<String> interval(Argument argument, TimeSpans times) {
    return times
        .of(argument.expression())
        .filter(time -> !time.isZero() && !time.isNegative())
        .map(TimeSpans::text);
  }

  private static Optional<String> daily(List<Argument> arguments, TimeSpans times) {
    SortedSet<Duration> found = new TreeSet<>();
    for (Argument argument : arguments) {
      Optional<Duration> time =
          times.of(argument.expression()).or(() -> times.ofText(argument.expression()));
      if (time.filter(StockSchedule::isOfDay).isEmpty()) {
        return Optional.empty();
      }
      found.add(time.get());
    }
    return clock(found).map(fields -> fields + " * * *");
  }

  private static boolean isOfDay(Duration time) {
    return !time.isNegative() && time.compareTo(DAY) < 0;
  }

  /** {@code Add(DayOfWeek.Monday, new TimeSpan(8, 0, 0));} and nothing else. */
  private static Optional<String> weekly(List<Statement> body, TimeSpans times, CodeBase code) {
    Map<Day, SortedSet<Duration>> week = new EnumMap<>(Day.class);
    for (Statement statement : body) {
      List<Argument> added = added(statement);
      Optional<Day> day = added.isEmpty() ? Optional.empty() : day(added.get(0), code);
      Optional<Duration> time =
          added.isEmpty() ? Optional.empty() : times.of(added.get(1).expression());
      if (day.isEmpty() || time.filter(StockSchedule::isOfDay).isEmpty()) {
        return Optional.empty();
      }
      week.computeIfAbsent(day.get(), key -> new TreeSet<>()).add(time.get());
    }
    if (week.values().stream().distinct().count() != 1) {
      return Optional.empty();
    }
    String days =
        week.size() == Day.values().length
            ? "*"
            : listed(week.keySet().stream().map(Day::ordinal).toList());
    return clock(week.values().iterator().next()).map(fields -> fields + " * * " + days);
  }

  private static List<Argument> added(Statement statement) {
    if (statement instanceof ExpressionStatement call
        && call.expression() instanceof Invocation invocation
        && invocation.argumentList().arguments().size() == 2
        && isAdd(invocation.target())) {
      return invocation.argumentList().arguments();
    }
    return List.of();
  }

  private static boolean isAdd(Expression target) {
    return target instanceof NameExpression name && name.identifier().is("Add")
        || target instanceof MemberAccess access && access.text().matches("(this|base)\\.Add");
  }

  private static Optional<Day> day(Argument argument, CodeBase code) {
    return code.constants().evaluate(argument.expression()) instanceof Constant.Member member
            && member.enumType().is("System.DayOfWeek")
        ? Optional.of(Day.valueOf(member.name().toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Seconds, minutes and hours, where all their combinations are meant. */
  private static Optional<String> clock(Collection<Duration> times) {
    List<List<Integer>> fields = new ArrayList<>();
    fields.add(values(times, Duration::toSecondsPart));
    fields.add(values(times, Duration::toMinutesPart));
    fields.add(values(times, Duration::toHoursPart));
    int combinations = fields.stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
    return times.isEmpty() || combinations != times.size()
        ? Optional.empty()
        : Optional.of(fields.stream().map(StockSchedule::listed).collect(Collectors.joining(" ")));
  }

  private static List<Integer> values(
      Collection<Duration> times, Function<Duration, Integer> part) {
    return times.stream().map(part).distinct().sorted().toList();
  }

  private static String listed(List<Integer> numbers) {
    return numbers.stream().map(Objects::toString).collect(Collectors.joining(","));
  }
}
