package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types of the objects that cross a binding, and what their JSON needs. */
public final class PayloadTypes {
  /** Read and written by Newtonsoft.Json alone. */
  private static final Pattern NEWTONSOFT =
      Pattern.compile(
          ".*\\b(Newtonsoft\\.Json\\.Linq\\.|Microsoft\\.Azure\\.EventGrid\\.Models\\.).*");

  /** Collectors and lists of one type. */
  private static final Pattern LIST = Pattern.compile("[A-Za-z.]+<([^<>]*)>");

  /** They are read by what their packages bring. */
  private static final Pattern OF_PACKAGES = Pattern.compile("(System|Azure|Microsoft)\\.");

  private PayloadTypes() {}

  /** The app asked for System.Text.Json, which would read nothing of them. */
  static List<Diagnostic> needingNewtonsoft(Conversion conversion) {
    return conversion.plans().stream()
        .flatMap(
            plan ->
                plan.function().parameters().stream()
                    .filter(
                        p -> p.typeName().filter(t -> NEWTONSOFT.matcher(t).matches()).isPresent())
                    .map(parameter -> needsNewtonsoft(plan, parameter)))
        .toList();
  }

  private static Diagnostic needsNewtonsoft(FunctionPlan plan, FunctionParameter parameter) {
    return Diagnostic.of(
        Code.NEEDS_NEWTONSOFT,
        parameter.syntax().location(),
        "parameter `"
            + parameter.name()
            + "` of function `"
            + plan.function().displayName()
            + "` is "
            + parameter.typeName().orElse("")
            + ", which System.Text.Json cannot read",
        "run without --json system-text, or take a class of your own");
  }

  /**
   * Objects that cross a binding or HTTP.
   *
   * @param type full name
   * @param functions that take or send it, in order
   */
  public record Payload(String type, List<String> functions) {
    public Payload {
      functions = List.copyOf(functions);
    }
  }

  /** Of all functions, sorted by type; also those of packages, which their packages read. */
  public static List<Payload> of(Conversion conversion) {
    SortedMap<String, List<String>> functions = new TreeMap<>();
    for (FunctionPlan plan : conversion.plans()) {
      Stream.concat(of(plan), answers(plan))
          .distinct()
          .forEach(
              type ->
                  functions
                      .computeIfAbsent(type, t -> new ArrayList<>())
                      .add(plan.function().displayName()));
    }
    return functions.entrySet().stream()
        .map(entry -> new Payload(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Said once for an app with types of its own or of Newtonsoft in its bindings. */
  static Optional<Diagnostic> kept(Conversion conversion) {
    SortedSet<String> types = new TreeSet<>();
    conversion.plans().stream()
        .flatMap(PayloadTypes::of)
        .filter(type -> !OF_PACKAGES.matcher(type).lookingAt())
        .forEach(types::add);
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(
                Code.JSON_KEPT,
                Location.ofFile(conversion.app().project().path()),
                "the worker reads and writes objects of bindings with Newtonsoft.Json, as the host"
                    + " did: "
                    + String.join(", ", types),
                "nothing to do; where no type relies on Newtonsoft.Json, --json system-text leaves"
                    + " it out"));
  }

  /** What HTTP functions return, other than results that say themselves how they are written. */
  private static Stream<String> answers(FunctionPlan plan) {
    return plan.function().bindings().stream()
        .filter(binding -> binding.kind().equals("http"))
        .flatMap(binding -> binding.clrType().stream())
        .filter(type -> !OF_PACKAGES.matcher(type).lookingAt());
  }

  private static Stream<String> of(FunctionPlan plan) {
    return Stream.concat(
            plan.function().parameters().stream()
                .filter(Serializers::isObject)
                .flatMap(parameter -> parameter.typeName().stream()),
            plan.returnOutput().flatMap(Binding::clrType).stream())
        .map(type -> LIST.matcher(type).replaceAll("$1"))
        .map(type -> type.replace("[]", ""));
  }
}
