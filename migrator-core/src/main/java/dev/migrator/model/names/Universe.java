package dev.migrator.model.names;

import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All types and namespaces that one compilation sees: own, of referenced projects, of tables. */
final class Universe {
  /**
   * A type that fits.
   *
   * @param symbol the type
   * @param availability certain or possible
   */
  record Candidate(TypeSymbol symbol, Availability availability) {}

  private final TypeTables tables;
  private final Visibility visibility;
  private final Project main;
  private final List<Project> projects;
  private final IdentityHashMap<CSharpFile, Project> byFile = new IdentityHashMap<>();
  private final IdentityHashMap<Project, Boolean> showsInternals = new IdentityHashMap<>();
  private final Map<String, Availability> namespaces = new ConcurrentHashMap<>();
  private final Map<String, Boolean> proven = new ConcurrentHashMap<>();
  private final Map<TableType, Optional<Candidate>> tableCandidates = new ConcurrentHashMap<>();

  private @Nullable ExtensionIndex extensions;

  private Universe(TypeTables tables, ProjectFacts facts) {
    this.tables = tables;
    this.visibility = Visibility.of(tables, facts);
    this.main = Project.of(facts, true);
    List<Project> all = new ArrayList<>(List.of(main));
    facts.references().forEach(reference -> all.add(Project.of(reference, false)));
    this.projects = List.copyOf(all);
    for (Project project : projects) {
      project.facts().files().forEach(file -> byFile.putIfAbsent(file, project));
      boolean shows =
          !project.isMain() && project.internalsVisibleTo().contains(facts.assemblyName());
      showsInternals.put(project, shows);
    }
  }

  static Universe of(TypeTables tables, ProjectFacts facts) {
    return new Universe(tables, facts);
  }

  TypeTables tables() {
    return tables;
  }

  Project main() {
    return main;
  }

  List<Project> projects() {
    return projects;
  }

  /** The project that a file belongs to. */
  Project project(CSharpFile file) {
    Project project = byFile.get(file);
    if (project == null) {
      throw new IllegalArgumentException(file.source().path() + " is no file of the compilation");
    }
    return project;
  }

  /** Made once, for all resolvers of the compilation. */
  ExtensionIndex extensions() {
    ExtensionIndex made = extensions == null ? new ExtensionIndex(this) : extensions;
    extensions = made;
    return made;
  }

  Visibility visibility() {
    return visibility;
  }

  /** Types by namespace and key (see {@link TableType#key}), all arities, each once. */
  List<Candidate> types(String namespace, String key, Project viewer) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (Project project : projects) {
      for (DeclaredType type : project.types(namespace, key)) {
        declared(type, viewer).ifPresent(c -> found.putIfAbsent(c.symbol().metadataName(), c));
      }
    }
    for (TableType type : tables.block(namespace).getOrDefault(key, List.of())) {
      table(type).ifPresent(c -> found.putIfAbsent(c.symbol().metadataName(), c));
    }
    return List.copyOf(found.values());
  }

  private Optional<Candidate> declared(DeclaredType type, Project viewer) {
    boolean isOwn = type.project() == viewer;
    boolean isReferenced = viewer.isMain() || !type.project().isMain();
    boolean isShown =
        viewer.isMain()
            && !type.isPrivate()
            && Boolean.TRUE.equals(showsInternals.get(type.project()));
    return isOwn || isReferenced && type.isPublic() || isShown
        ? Optional.of(new Candidate(type.symbol(), Availability.CERTAIN))
        : Optional.empty();
  }

  private Optional<Candidate> table(TableType type) {
    return tableCandidates.computeIfAbsent(type, this::candidate);
  }

  private Optional<Candidate> candidate(TableType type) {
    Availability availability = visibility.of(type);
    if (availability == Availability.ABSENT) {
      return Optional.empty();
    }
    TreeSet<String> packages = new TreeSet<>();
    Stream.concat(type.inProcess().stream(), type.isolated().stream())
        .forEach(index -> packages.add(tables.packages().get(index).id()));
    boolean isFramework = type.netCore() >= 0 || type.aspNetCore() >= 0;
    if (type.netCore() >= 0) {
      packages.add("Microsoft.NETCore.App");
    }
    if (type.aspNetCore() >= 0) {
      packages.add("Microsoft.AspNetCore.App");
    }
    TypeSymbol symbol =
        new TypeSymbol(
            type.metadataName(),
            isFramework ? TypeOrigin.FRAMEWORK : TypeOrigin.PACKAGE,
            List.copyOf(packages),
            type.shape());
    return Optional.of(new Candidate(symbol, availability));
  }

  /** Whether a namespace of that full name exists. */
  Availability namespace(String name) {
    return namespaces.computeIfAbsent(name, this::findNamespace);
  }

  private Availability findNamespace(String name) {
    if (name.isEmpty() || projects.stream().anyMatch(project -> project.hasNamespace(name))) {
      return Availability.CERTAIN;
    }
    if (!tables.namespaces().contains(name)) {
      return Availability.ABSENT;
    }
    Availability found = tableNamespace(name);
    for (String inner : tables.namespaces()) {
      if (found == Availability.CERTAIN) {
        break;
      }
      if (inner.startsWith(name) && inner.startsWith(".", name.length())) {
        found = found.or(tableNamespace(inner));
      }
    }
    return found;
  }

  private Availability tableNamespace(String name) {
    Availability found = Availability.ABSENT;
    for (List<TableType> types : tables.block(name).values()) {
      for (TableType type : types) {
        found = found.or(visibility.of(type));
      }
    }
    return found;
  }

  /**
   * Whether a using directive of the namespace that compiles proves that the type is there: no type
   * of the namespace is certain, and every package that has one brings this type as well.
   */
  boolean isProvenByUsing(String namespace, TypeSymbol type) {
    return proven.computeIfAbsent(
        type.metadataName(), name -> visibility.compiles() && isProven(namespace, type));
  }

  private boolean isProven(String namespace, TypeSymbol type) {
    if (projects.stream().anyMatch(project -> project.types(namespace).findAny().isPresent())) {
      return false;
    }
    boolean isOfAspNetCore = type.packages().contains("Microsoft.AspNetCore.App");
    Set<Integer> providers = new HashSet<>();
    Optional<TableType> wanted = Optional.empty();
    for (TableType other : tableTypes(namespace).toList()) {
      boolean isUnproven =
          visibility.of(other) == Availability.CERTAIN
              || other.aspNetCore() >= 0 && !isOfAspNetCore
              || other.netCore() >= 0;
      if (isUnproven) {
        return false;
      }
      providers.addAll(other.inProcess());
      providers.addAll(other.isolated());
      if (other.metadataName().equals(type.metadataName())) {
        wanted = Optional.of(other);
      }
    }
    return wanted.map(found -> visibility.isBroughtByAll(providers, found)).orElse(false);
  }

  /** Visible types of the tables in a namespace, nested ones included. */
  Stream<TableType> tableTypes(String namespace) {
    return tables.block(namespace).values().stream()
        .flatMap(List::stream)
        .filter(type -> visibility.of(type) != Availability.ABSENT);
  }

  /** Whether some visible type of a framework or package has an instance method of that name. */
  boolean isInstanceMethod(String name) {
    return visibility.isInstanceMethod(name);
  }

  Optional<TypeSymbol> symbol(TableType type) {
    return table(type).map(Candidate::symbol);
  }

  Optional<DeclaredType> declared(TypeSymbol symbol) {
    return projects.stream()
        .filter(project -> project.isMain() == (symbol.origin() == TypeOrigin.OWN))
        .flatMap(project -> project.type(symbol.metadataName()).stream())
        .findFirst();
  }

  Optional<DeclaredType> declaredBy(MemberDeclaration declaration) {
    return projects.stream()
        .flatMap(project -> project.declaredBy(declaration).stream())
        .findFirst();
  }

  /** By namespace: names of extension methods and the classes of the tables that have them. */
  Map<String, List<TypeSymbol>> tableExtensions(String namespace) {
    Map<String, List<TypeSymbol>> found = new HashMap<>();
    tableTypes(namespace)
        .filter(type -> !type.extensions().isEmpty())
        .forEach(
            type ->
                symbol(type)
                    .ifPresent(
                        symbol ->
                            type.extensions()
                                .forEach(
                                    name ->
                                        found
                                            .computeIfAbsent(name, key -> new ArrayList<>(1))
                                            .add(symbol))));
    return found;
  }
}
