package dev.migrator.model.contract;

import dev.migrator.model.Function;
import dev.migrator.model.ProgrammingModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the outside world sees of a function app: the functions, what starts them, what they read
 * and write. Equal contracts give equal bytes of JSON, in the form of {@code fnlab contract}.
 *
 * @param source {@code source} for ours; {@code assembly}, {@code function.json}, {@code
 *     functions.metadata} for those of {@code fnlab}
 * @param assembly file name of the app
 * @param model {@code in-process}, {@code isolated}, {@code mixed} or {@code none}
 * @param functions sorted by name
 * @param problems things a person should read
 */
public record Contract(
    String source,
    String assembly,
    String model,
    List<ContractFunction> functions,
    List<String> problems) {
  public static final String SCHEMA = "fnlab-contract/1";

  /** Says that the contract was read from source text. */
  public static final String FROM_SOURCE = "source";

  private static final Comparator<ContractFunction> ORDER =
      Comparator.comparing(ContractFunction::name, Contract::compareIgnoringCase)
          .thenComparing(ContractFunction::type)
          .thenComparing(ContractFunction::method);

  public Contract {
    functions = functions.stream().sorted(ORDER).toList();
    problems = problems.stream().distinct().sorted().toList();
  }

  /**
   * The contract of functions read from source. Functions that never ran in-process are left out
   * there, but for those that a person starts.
   *
   * @param assembly file name such as {@code Shop.dll}
   */
  public static Contract of(List<Function> functions, String assembly, ProgrammingModel model) {
    List<String> problems = new ArrayList<>();
    List<ContractFunction> read = new ArrayList<>();
    for (Function function : functions) {
      problems.addAll(function.problems());
      if (model == ProgrammingModel.ISOLATED
          || function.isManual()
          || function.neverRan().isEmpty()) {
        read.add(ContractFunction.of(function, assembly));
      }
    }
    problems.addAll(duplicates(read));
    return new Contract(FROM_SOURCE, assembly, modelName(read, model), read, problems);
  }

  private static List<String> duplicates(List<ContractFunction> functions) {
    Map<String, List<ContractFunction>> byName = new TreeMap<>();
    for (ContractFunction function : functions) {
      byName
          .computeIfAbsent(function.name().toUpperCase(Locale.ROOT), name -> new ArrayList<>())
          .add(function);
    }
    return byName.values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> same.get(0).name() + ": defined " + same.size() + " times")
        .toList();
  }

  private static String modelName(List<ContractFunction> functions, ProgrammingModel model) {
    return functions.isEmpty()
        ? "none"
        : switch (model) {
          case IN_PROCESS -> "in-process";
          case ISOLATED -> "isolated";
        };
  }

  /** By upper-case letters, as .NET does; Java's own order takes lower-case ones. */
  private static int compareIgnoringCase(String left, String right) {
    return left.toUpperCase(Locale.ROOT).compareTo(right.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether it comes from function.json, which lacks directions, cardinality and the HTTP response.
   */
  public boolean isFunctionJson() {
    return source.startsWith("function.json");
  }

  /** Without a line end behind the last brace. */
  public String toJson() {
    return ContractJson.indented(tree());
  }

  /** The members of {@link #toJson} in their order. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("source", source);
    tree.put("assembly", assembly);
    tree.put("model", model);
    tree.put("functions", functions.stream().map(ContractFunction::tree).toList());
    tree.put("problems", problems);
    return tree;
  }

  /** A value of a property or fact as JSON on one line. */
  public static String shown(Object value) {
    return ContractJson.shown(value);
  }

  /**
   * Reads what {@link #toJson} or {@code fnlab contract} wrote.
   *
   * @throws IllegalArgumentException when the text is no contract of this schema
   */
  public static Contract parse(String json) {
    return ContractJson.parse(json);
  }
}
