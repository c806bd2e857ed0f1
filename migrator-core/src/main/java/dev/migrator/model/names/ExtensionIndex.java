package dev.migrator.model.names;

import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Extension methods and members of all types of a compilation, by name; whatever files open. */
final class ExtensionIndex {
  private final Universe universe;
  private final Map<String, Map<String, List<TypeSymbol>>> byNamespace = new HashMap<>();
  private final Set<String> ownMembers = new HashSet<>();

  ExtensionIndex(Universe universe) {
    this.universe = universe;
    universe.projects().stream()
        .flatMap(Project::types)
        .flatMap(DeclaredType::members)
        .forEach(this::addOwn);
  }

  private void addOwn(MemberDeclaration member) {
    if (member instanceof MethodDeclaration method && !isExtension(method)) {
      ownMembers.add(method.identifier().identifier());
    } else if (member instanceof PropertyDeclaration property) {
      ownMembers.add(property.identifier().identifier());
    }
  }

  private static boolean isExtension(MethodDeclaration method) {
    return method.parameterList().parameters().stream()
        .limit(1)
        .anyMatch(parameter -> parameter.hasModifier("this"));
  }

  /** Whether a type of the solution has a member of the name that is no extension. */
  boolean isOwnMember(String name) {
    return ownMembers.contains(name);
  }

  /** Extension methods of a namespace by name. */
  Map<String, List<TypeSymbol>> extensions(String namespace) {
    return byNamespace.computeIfAbsent(namespace, this::find);
  }

  private Map<String, List<TypeSymbol>> find(String namespace) {
    Map<String, List<TypeSymbol>> found = universe.tableExtensions(namespace);
    for (Project project : universe.projects()) {
      project
          .types(namespace)
          .filter(type -> type.symbol().shape() == TypeShape.STATIC_CLASS)
          .forEach(
              type ->
                  extensionsOf(type.symbol())
                      .forEach(
                          name ->
                              found
                                  .computeIfAbsent(name, key -> new ArrayList<>(1))
                                  .add(type.symbol())));
    }
    return found;
  }

  /** Names of the extension methods of a class. */
  Set<String> extensionsOf(TypeSymbol type) {
    Set<String> names = new HashSet<>();
    if (type.isDeclared()) {
      universe.declared(type).stream()
          .flatMap(DeclaredType::members)
          .forEach(member -> addExtension(names, member));
    } else {
      extensions(type.namespace())
          .forEach(
              (name, classes) -> {
                if (classes.contains(type)) {
                  names.add(name);
                }
              });
    }
    return names;
  }

  private static void addExtension(Set<String> names, MemberDeclaration member) {
    if (member instanceof MethodDeclaration method && isExtension(method)) {
      names.add(method.identifier().identifier());
    } else if (member instanceof TypeDeclaration block
        && block.kind() == SyntaxKind.EXTENSION_BLOCK_DECLARATION) {
      for (MemberDeclaration inner : block.members()) {
        if (inner instanceof MethodDeclaration method) {
          names.add(method.identifier().identifier());
        } else if (inner instanceof PropertyDeclaration property) {
          names.add(property.identifier().identifier());
        }
      }
    }
  }
}
