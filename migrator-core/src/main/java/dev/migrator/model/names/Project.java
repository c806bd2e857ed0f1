package dev.migrator.model.names;

import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.DelegateDeclaration;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The declarations of one project, indexed by namespace and name. */
final class Project {
  private final ProjectFacts facts;
  private final boolean isMain;
  private final Set<String> namespaces = new HashSet<>();
  private final Map<String, DeclaredType> byMetadataName = new LinkedHashMap<>();
  private final Map<String, Map<String, List<DeclaredType>>> byKey = new HashMap<>();
  private final Map<NodeKey, DeclaredType> byDeclaration = new HashMap<>();

  private Project(ProjectFacts facts, boolean isMain) {
    this.facts = facts;
    this.isMain = isMain;
  }

  static Project of(ProjectFacts facts, boolean isMain) {
    Project project = new Project(facts, isMain);
    for (CSharpFile file : facts.files()) {
      file.root().members().forEach(member -> project.add(member, "", ""));
    }
    for (DeclaredType type : project.byMetadataName.values()) {
      project.index(type);
    }
    return project;
  }

  private void add(MemberDeclaration member, String namespace, String outer) {
    if (member instanceof NamespaceDeclaration declaration) {
      String name = declaration.namespace();
      addNamespace(name);
      declaration.members().forEach(inner -> add(inner, name, ""));
    } else if (member instanceof TypeDeclaration type && isNamed(type)) {
      String name =
          declare(member, namespace, outer, type.identifier().identifier(), type.typeParameters());
      type.members().forEach(inner -> add(inner, namespace, name + "+"));
    } else if (member instanceof DelegateDeclaration type) {
      declare(member, namespace, outer, type.identifier().identifier(), type.typeParameters());
    }
  }

  /** Extension blocks have no name. */
  private static boolean isNamed(TypeDeclaration type) {
    return !type.keyword().equals("extension");
  }

  private void addNamespace(String name) {
    for (String n = name; !n.isEmpty(); n = n.substring(0, Math.max(0, n.lastIndexOf('.')))) {
      namespaces.add(n);
    }
  }

  private String declare(
      MemberDeclaration member, String namespace, String outer, String name, List<?> parameters) {
    String own = outer + name + (parameters.isEmpty() ? "" : "`" + parameters.size());
    String full = namespace.isEmpty() ? own : namespace + "." + own;
    DeclaredType type =
        byMetadataName.computeIfAbsent(
            full,
            key ->
                new DeclaredType(
                    new TypeSymbol(
                        full,
                        isMain ? TypeOrigin.OWN : TypeOrigin.REFERENCED,
                        List.of(),
                        shape(member)),
                    this,
                    new ArrayList<>(1)));
    type.declarations().add(member);
    byDeclaration.put(NodeKey.of(member), type);
    return own;
  }

  private static TypeShape shape(MemberDeclaration member) {
    if (!(member instanceof TypeDeclaration type)) {
      return TypeShape.DELEGATE;
    }
    return switch (type.keyword()) {
      case "struct", "record struct" -> TypeShape.STRUCT;
      case "interface" -> TypeShape.INTERFACE;
      case "enum" -> TypeShape.ENUM;
      default -> type.hasModifier("static") ? TypeShape.STATIC_CLASS : TypeShape.CLASS;
    };
  }

  private void index(DeclaredType type) {
    String namespace = type.symbol().namespace();
    String name =
        namespace.isEmpty()
            ? type.symbol().metadataName()
            : type.symbol().metadataName().substring(namespace.length() + 1);
    byKey
        .computeIfAbsent(namespace, key -> new HashMap<>())
        .computeIfAbsent(TableType.keyOf(name), key -> new ArrayList<>(1))
        .add(type);
  }

  ProjectFacts facts() {
    return facts;
  }

  boolean isMain() {
    return isMain;
  }

  boolean hasNamespace(String name) {
    return namespaces.contains(name);
  }

  /** Types of a namespace by name, nested ones as {@code Outer`1+Inner}; all arities. */
  List<DeclaredType> types(String namespace, String key) {
    return byKey.getOrDefault(namespace, Map.of()).getOrDefault(key, List.of());
  }

  Stream<DeclaredType> types(String namespace) {
    return byKey.getOrDefault(namespace, Map.of()).values().stream().flatMap(List::stream);
  }

  Stream<DeclaredType> types() {
    return byMetadataName.values().stream();
  }

  Optional<DeclaredType> type(String metadataName) {
    return Optional.ofNullable(byMetadataName.get(metadataName));
  }

  Optional<DeclaredType> declaredBy(MemberDeclaration declaration) {
    return Optional.ofNullable(byDeclaration.get(NodeKey.of(declaration)));
  }

  /** Assemblies to which it shows its internals, by attributes in its files or by its project. */
  Set<String> internalsVisibleTo() {
    Set<String> names = new HashSet<>(facts.friends());
    for (CSharpFile file : facts.files()) {
      file.root().attributeLists().stream()
          .flatMap(list -> list.attributes().stream())
          .filter(attribute -> attribute.name().simpleName().startsWith("InternalsVisibleTo"))
          .forEach(attribute -> assemblyName(attribute).ifPresent(names::add));
    }
    return Collections.unmodifiableSet(names);
  }

  private static Optional<String> assemblyName(Attribute attribute) {
    return attribute.constructorArguments().stream()
        .map(argument -> argument.expression())
        .filter(LiteralExpression.class::isInstance)
        .flatMap(literal -> ((LiteralExpression) literal).stringValue().stream())
        .map(name -> name.split(",")[0].trim())
        .findFirst();
  }
}
