package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.project.ProjectReference;
import dev.migrator.rule.TypeMap.Counterpart;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where our types that are called like types of the host stand: beside Program.cs, or in the lowest
 * library that names them, since the app's file is invisible there (keeping-signatures, "The
 * generated file").
 */
public final class TypeHomes {
  /** The file of such types in a library. */
  public static final String FILE = "InProcessTypes.cs";

  private static final Map<CompatibilityPart, String> NAMES =
      Map.of(
          CompatibilityPart.COLLECTORS, "IAsyncCollector",
          CompatibilityPart.EXECUTION_CONTEXT, "ExecutionContext",
          CompatibilityPart.TRACE_WRITER, "TraceWriter",
          CompatibilityPart.FUNCTION_FILTERS, "IFunctionFilter",
          CompatibilityPart.FUNCTION_EXCEPTIONS, "FunctionException",
          CompatibilityPart.NAME_RESOLVER, "INameResolver",
          CompatibilityPart.DRAIN_MODE, "IDrainModeManager",
          CompatibilityPart.APP_DIRECTORY, "ExecutionContextOptions");

  private final Map<CompatibilityPart, List<CodeBase>> naming;
  private final Map<CompatibilityPart, CodeBase> homes = new EnumMap<>(CompatibilityPart.class);

  private TypeHomes(Map<CompatibilityPart, List<CodeBase>> naming) {
    this.naming = naming;
  }

  static TypeHomes of(FunctionApp app, TypeMap types) {
    Map<CompatibilityPart, List<CodeBase>> naming = new EnumMap<>(CompatibilityPart.class);
    List<CodeBase> users = app.apart().toList();
    for (CodeBase library : users) {
      for (CompatibilityPart part : named(library, types)) {
        naming.computeIfAbsent(part, key -> new ArrayList<>()).add(library);
      }
    }
    TypeHomes homes = new TypeHomes(naming);
    naming.forEach(
        (part, libraries) -> {
          if (NAMES.containsKey(part)) {
            boolean isOfTests =
                Collections.disjoint(libraries, app.libraries())
                    && !named(app.code(), types).contains(part);
            lowest(libraries, isOfTests ? users : app.libraries(), users)
                .ifPresent(home -> homes.homes.put(part, home));
          }
        });
    return homes;
  }

  private static Set<CompatibilityPart> named(CodeBase library, TypeMap types) {
    Set<CompatibilityPart> parts =
        library.files().stream()
            .flatMap(file -> library.names().references(file))
            .map(NameReference::resolution)
            .flatMap(resolution -> resolution.type().stream())
            .flatMap(type -> types.of(type.metadataName()).stream())
            .filter(Counterpart.Part.class::isInstance)
            .map(counterpart -> ((Counterpart.Part) counterpart).part())
            .collect(Collectors.toCollection(TreeSet::new));
    NAMES.forEach(
        (part, name) -> {
          if (declares(library, name)) {
            parts.add(part);
          }
        });
    return parts;
  }

  /** Whether the conversion of another app left the type there. */
  private static boolean declares(CodeBase library, String name) {
    return library.files().stream()
        .filter(file -> file.source().path().equals(library.project().pathBeside(FILE)))
        .flatMap(CSharpFile::types)
        .anyMatch(type -> type.identifier().identifier().equals(name));
  }

  /** The one that all others see, if need be one that does not name the type itself. */
  private static Optional<CodeBase> lowest(
      List<CodeBase> naming, List<CodeBase> libraries, List<CodeBase> all) {
    List<CodeBase> candidates = new ArrayList<>(naming);
    candidates.retainAll(libraries);
    candidates.addAll(libraries);
    return candidates.stream()
        .filter(home -> naming.stream().allMatch(user -> sees(user, home, all)))
        .findFirst();
  }

  private static boolean sees(CodeBase user, CodeBase home, List<CodeBase> all) {
    return user.equals(home) || referenced(user, all).contains(home.project().path());
  }

  private static Set<String> referenced(CodeBase user, List<CodeBase> all) {
    Set<String> seen = new TreeSet<>();
    List<CodeBase> open = new ArrayList<>(List.of(user));
    while (!open.isEmpty()) {
      CodeBase next = open.remove(open.size() - 1);
      Set<String> references =
          next.project().items().projects().stream()
              .map(ProjectReference::path)
              .filter(seen::add)
              .collect(Collectors.toSet());
      all.stream().filter(c -> references.contains(c.project().path())).forEach(open::add);
    }
    return seen;
  }

  /** The library that holds the types of a part; empty where they stand in the app. */
  public Optional<CodeBase> library(CompatibilityPart part) {
    return Optional.ofNullable(homes.get(part));
  }

  /** Parts whose types stand in a library. */
  public Set<CompatibilityPart> partsIn(CodeBase library) {
    return homes.entrySet().stream()
        .filter(entry -> entry.getValue().equals(library))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Parts that several libraries name of which none is below the others. */
  public Set<CompatibilityPart> withoutHome() {
    Set<CompatibilityPart> parts = new TreeSet<>(naming.keySet());
    parts.removeAll(homes.keySet());
    return parts;
  }

  /** Libraries that name the types of a part, in path order. */
  public List<CodeBase> naming(CompatibilityPart part) {
    return naming.getOrDefault(part, List.of());
  }
}
