package dev.migrator.rule.startup;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The startup classes of an app, its libraries and its tests, and which of them the host ran. */
final class StartupModel {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Microsoft.Azure.Functions.Extensions.DependencyInjection.FunctionsStartupAttribute",
          "Microsoft.Azure.WebJobs.Hosting.WebJobsStartupAttribute");

  private final Map<String, StartupClass> classes = new LinkedHashMap<>();
  private final List<Started> started = new ArrayList<>();
  private final Map<String, Declared> withBases = new LinkedHashMap<>();

  private record Declared(CodeBase code, TypeDeclaration type) {}

  /**
   * An attribute of an assembly that names a startup class.
   *
   * @param code whose assembly
   * @param typeName metadata name of the class; empty where it cannot be resolved
   * @param startup the class; null where it is none of ours
   */
  record Started(
      CodeBase code, Attribute attribute, String typeName, @Nullable StartupClass startup) {}

  StartupModel(FunctionApp app) {
    for (CodeBase code : app.codeBases()) {
      for (CSharpFile file : code.files()) {
        file.types()
            .filter(type -> !type.baseTypes().isEmpty())
            .forEach(type -> withBases.putIfAbsent(type.metadataName(), new Declared(code, type)));
      }
    }
    withBases.values().forEach(declared -> startup(declared, 0));
    app.running()
        .sorted(
            Comparator.comparing(
                code -> code.project().assemblyName(), String.CASE_INSENSITIVE_ORDER))
        .forEach(this::addStarted);
  }

  /** The host ran the assemblies by file name, in each the attributes in their order. */
  private void addStarted(CodeBase code) {
    for (CSharpFile file : code.files()) {
      startupAttributes(file, code.names())
          .forEach(
              attribute -> {
                String name = startedType(attribute, code.names());
                started.add(new Started(code, attribute, name, classes.get(name)));
              });
    }
  }

  private static String startedType(Attribute attribute, NameResolver names) {
    return attribute
        .descendants(TypeExpression.class)
        .findFirst()
        .flatMap(expression -> names.resolve(expression.type()).type())
        .map(TypeSymbol::metadataName)
        .orElse("");
  }

  static Stream<Attribute> startupAttributes(CSharpFile file, NameResolver names) {
    return file.root().attributeLists().stream()
        .flatMap(list -> list.attributes().stream())
        .filter(attribute -> isStartupAttribute(attribute, names));
  }

  static boolean isStartupAttribute(Attribute attribute, NameResolver names) {
    return names.resolveAttribute(attribute).isAny(ATTRIBUTES);
  }

  /** The depth ends the search in code where classes are derived from each other. */
  private Optional<StartupClass> startup(Declared declared, int depth) {
    String name = declared.type().metadataName();
    if (classes.containsKey(name) || depth > withBases.size()) {
      return Optional.ofNullable(classes.get(name));
    }
    List<TypeDeclaration> parts = declared.code().parts(declared.type());
    boolean isDirect = false;
    Optional<StartupClass> base = Optional.empty();
    for (TypeSyntax type : parts.stream().flatMap(part -> part.baseTypes().stream()).toList()) {
      isDirect |= StartupClass.isHostBase(type, declared.code());
      Optional<Declared> ours =
          declared
              .code()
              .names()
              .resolve(type)
              .type()
              .map(TypeSymbol::metadataName)
              .map(withBases::get);
      if (ours.isPresent() && ours.get().type().keyword().equals("class")) {
        base = startup(ours.get(), depth + 1);
      }
    }
    if (isDirect || base.isPresent()) {
      classes.put(name, new StartupClass(declared.code(), parts, base.orElse(null)));
    }
    return Optional.ofNullable(classes.get(name));
  }

  List<StartupClass> classes() {
    return List.copyOf(classes.values());
  }

  /** In the order of the host. */
  List<Started> started() {
    return List.copyOf(started);
  }

  /** Attributes of a library whose class the app does not see. */
  Stream<Attribute> hiddenIn(CodeBase library) {
    return started.stream()
        .filter(one -> one.code().equals(library))
        .filter(one -> one.startup() != null && !one.startup().isPublic())
        .map(Started::attribute);
  }

  /** Whether a class derived from this one has the method too. */
  boolean isOverridden(StartupClass startup, StartupPhase phase) {
    return classes.values().stream()
        .filter(other -> isDerived(other, startup))
        .anyMatch(other -> other.methods(phase).anyMatch(m -> m.hasModifier("override")));
  }

  private static boolean isDerived(StartupClass derived, StartupClass base) {
    return derived.lineage().skip(1).anyMatch(start -> start.type().equals(base.type()));
  }
}
