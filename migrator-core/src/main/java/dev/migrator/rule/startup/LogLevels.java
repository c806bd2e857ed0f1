package dev.migrator.rule.startup;

import dev.migrator.model.FunctionApp;
import dev.migrator.render.ProgramModel.LogFilter;
import dev.migrator.syntax.json.JsonMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which lines of a category passed in the in-process host, and which pass in the worker: the
 * entries of host.json against the filters of Program.cs, each applied as its logger factory does
 * (the longest prefix wins; core-model 5.2). App settings that override entries count for both
 * alike.
 */
public final class LogLevels {
  /** Any category that nothing names. */
  private static final String OTHERS = "*";

  private LogLevels() {}

  /**
   * One category.
   *
   * @param category of a logger; {@code *} for those that nothing names
   * @param before least level that passed in-process; {@code None} where nothing did
   * @param after the same in the worker
   */
  public record Row(String category, String before, String after) {}

  /** The lines of functions first, then the categories of host.json in order, then all others. */
  public static List<Row> of(FunctionApp app) {
    List<LogFilter> filters = LogFilters.of(app).lines();
    Stream<String> named =
        LogFilters.levels(app).stream()
            .map(JsonMember::name)
            .filter(name -> !name.equalsIgnoreCase(LogFilters.DEFAULT))
            .filter(name -> !LogFilters.isOfTheHost(name));
    return Stream.of(Stream.of("Function.*.User"), named, Stream.of(OTHERS))
        .flatMap(categories -> categories)
        .distinct()
        .map(category -> new Row(category, before(app, category), after(filters, category)))
        .toList();
  }

  private static String before(FunctionApp app, String category) {
    Optional<String> named =
        longest(LogFilters.levels(app), JsonMember::name, category).flatMap(LogFilters::level);
    return named.or(() -> fallback(app)).orElse(isOfFunctions(category) ? "Information" : "None");
  }

  private static Optional<String> fallback(FunctionApp app) {
    return LogFilters.levels(app).stream()
        .filter(member -> member.name().equalsIgnoreCase(LogFilters.DEFAULT))
        .reduce((first, last) -> last)
        .flatMap(LogFilters::level);
  }

  private static boolean isOfFunctions(String category) {
    return isPrefix("Function.", category);
  }

  private static String after(List<LogFilter> filters, String category) {
    return longest(filters, LogLevels::name, category).map(LogFilter::level).orElse("Information");
  }

  /** The entry with the longest prefix of a category; of several of one length the last. */
  private static <T> Optional<T> longest(
      List<T> entries, Function<T, String> name, String category) {
    return entries.stream()
        .filter(entry -> isPrefix(name.apply(entry), category))
        .reduce(
            (best, other) -> name.apply(other).length() < name.apply(best).length() ? best : other);
  }

  private static String name(LogFilter filter) {
    return filter.category().equals("null")
        ? ""
        : filter.category().substring(1, filter.category().length() - 1);
  }

  private static boolean isPrefix(String name, String category) {
    return category.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT));
  }
}
