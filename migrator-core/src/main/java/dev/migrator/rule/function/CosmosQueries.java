package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values of Cosmos DB queries that may not be text: {@code {count}} of {@code where c.count =
 * {count}} arrives as text in the worker, and the comparison finds nothing (bindings 1.4).
 */
final class CosmosQueries {
  private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.-]*)(:[^}]*)?}");
  private static final Set<String> TEXTS =
      Set.of(
          "queuetrigger",
          "blobtrigger",
          "id",
          "popreceipt",
          "rand-guid",
          "datetime",
          "messageid",
          "correlationid",
          "contenttype",
          "label",
          "subject",
          "sessionid",
          "partitionkey");
  private static final Set<String> HTTP_PARTS = Set.of("headers", "query");

  private CosmosQueries() {}

  static List<Diagnostic> check(Function function, CodeBase code) {
    return function.bindings().stream()
        .filter(binding -> binding.kind().equals("cosmosDB"))
        .filter(binding -> binding.properties().get("sqlQuery") instanceof String)
        .flatMap(binding -> doubtful(function, binding, code))
        .toList();
  }

  private static Stream<Diagnostic> doubtful(Function function, Binding binding, CodeBase code) {
    return VALUE
        .matcher(String.valueOf(binding.properties().get("sqlQuery")))
        .results()
        .map(MatchResult::group)
        .distinct()
        .filter(value -> !isText(function, value.substring(1, value.length() - 1), code))
        .flatMap(
            value ->
                binding.attribute().map(Attribute::location).stream()
                    .map(
                        place ->
                            Diagnostic.of(
                                Code.QUERY_OF_TEXTS,
                                place,
                                "`"
                                    + value
                                    + "` in the query of function `"
                                    + function.displayName()
                                    + "` arrives as text: compared with a number it finds nothing",
                                "compare with ToString(…) in the query, or query with a"
                                    + " Container")));
  }

  private static boolean isText(Function function, String value, CodeBase code) {
    String name = value.replaceAll("[:.].*", "");
    if (function.parameters().stream().anyMatch(p -> isOtherThanText(p, name))) {
      return false;
    }
    if (function.isHttp()) {
      return HTTP_PARTS.contains(name.toLowerCase(Locale.ROOT)) || isRoutePart(function, name);
    }
    return TEXTS.contains(name.toLowerCase(Locale.ROOT))
        || isPathPart(function, name)
        || isTextMember(function, name, code);
  }

  private static boolean isOtherThanText(FunctionParameter parameter, String name) {
    return parameter.name().equalsIgnoreCase(name)
        && parameter.binding().isEmpty()
        && parameter.typeName().filter("System.String"::equals).isEmpty();
  }

  /** A constraint such as {@code :int} makes another value of it. */
  private static boolean isRoutePart(Function function, String name) {
    Object route = function.trigger().orElseThrow().properties().getOrDefault("route", "");
    return String.valueOf(route).matches("(?i).*\\{\\*{0,2}" + Pattern.quote(name) + "[?=}].*");
  }

  private static boolean isPathPart(Function function, String name) {
    Object path = function.trigger().map(t -> t.properties().get("path")).orElse(null);
    return String.valueOf(path).contains("{" + name + "}");
  }

  /** A member of the data that the sources declare as text. */
  private static boolean isTextMember(Function function, String name, CodeBase code) {
    Optional<String> type = function.trigger().flatMap(Binding::clrType);
    return type.stream()
        .flatMap(code::declared)
        .flatMap(declared -> declared.descendants(PropertyDeclaration.class))
        .filter(property -> property.identifier().identifier().equalsIgnoreCase(name))
        .anyMatch(property -> property.type().text().matches("string\\??|System\\.String"));
  }
}
