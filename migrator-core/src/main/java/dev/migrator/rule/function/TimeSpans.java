package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.Constant;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.ObjectCreation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Times that stand in the code as constants: {@code new TimeSpan(8, 0, 0)}, {@code "8:00:00"}. */
final class TimeSpans {
  private static final String TIME_SPAN = "System.TimeSpan";
  private static final Pattern TEXT =
      Pattern.compile("(?:(\\d{1,3})\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?");
  private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

  private final CodeBase code;

  TimeSpans(CodeBase code) {
    this.code = code;
  }

  /** Whole seconds that an expression says; empty where it says something else. */
  Optional<Duration> of(Expression expression) {
    if (expression instanceof ObjectCreation creation) {
      return creation
          .type()
          .filter(type -> code.names().resolve(type).is(TIME_SPAN))
          .flatMap(type -> creation.argumentList())
          .flatMap(this::created);
    }
    return expression instanceof Invocation call
            && call.target() instanceof MemberAccess access
            && access.target().filter(type -> code.names().resolve(type).is(TIME_SPAN)).isPresent()
        ? called(access.name().identifier(), call.argumentList())
        : Optional.empty();
  }

  /** What {@code TimeSpan.Parse} makes of a constant. */
  Optional<Duration> ofText(Expression expression) {
    return code.constants().evaluate(expression).text().flatMap(TimeSpans::parsed);
  }

  private static Optional<Duration> parsed(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long[] parts = new long[4];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = matcher.group(i + 1) == null ? 0 : Long.parseLong(matcher.group(i + 1));
    }
    boolean isTime = parts[1] < 24 && parts[2] < 60 && parts[3] < 60;
    return isTime ? Optional.of(sum(parts)) : Optional.empty();
  }

  /** Hours, minutes and seconds, or days before them. */
  private Optional<Duration> created(ArgumentList list) {
    List<Long> numbers = numbers(list).toList();
    int size = numbers.size();
    if (size != list.arguments().size() || size < 3 || size > 4) {
      return Optional.empty();
    }
    return Optional.of(
        sum(
            size == 4 ? numbers.get(0) : 0,
            numbers.get(size - 3),
            numbers.get(size - 2),
            numbers.get(size - 1)));
  }

  private Optional<Duration> called(String method, ArgumentList list) {
    if (list.arguments().size() != 1) {
      return Optional.empty();
    }
    return method.equals("Parse")
        ? ofText(list.arguments().get(0).expression())
        : numbers(list).findFirst().flatMap(number -> from(method, number));
  }

  private static Optional<Duration> from(String method, long number) {
    return switch (method) {
      case "FromDays" -> Optional.of(Duration.ofDays(number));
      case "FromHours" -> Optional.of(Duration.ofHours(number));
      case "FromMinutes" -> Optional.of(Duration.ofMinutes(number));
      case "FromSeconds" -> Optional.of(Duration.ofSeconds(number));
      default -> Optional.empty();
    };
  }

  private Stream<Long> numbers(ArgumentList list) {
    return list.arguments().stream()
        .filter(argument -> argument.name().isEmpty())
        .map(Argument::expression)
        .map(expression -> code.constants().evaluate(expression))
        .filter(Constant.Whole.class::isInstance)
        .map(constant -> ((Constant.Whole) constant).value());
  }

  private static Duration sum(long... parts) {
    return Duration.ofDays(parts[0])
        .plusHours(parts[1])
        .plusMinutes(parts[2])
        .plusSeconds(parts[3]);
  }

  /** As the host reads it back: {@code 00:05:00}, {@code 1.00:00:00}. */
  static String text(Duration time) {
    String days = time.toSeconds() >= SECONDS_OF_DAY ? time.toDays() + "." : "";
    return days
        + String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            time.toHoursPart(),
            time.toMinutesPart(),
            time.toSecondsPart());
  }
}
