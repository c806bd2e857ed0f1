package dev.migrator.model.names;

import dev.migrator.syntax.csharp.CompilationUnit;
import dev.migrator.syntax.csharp.DelegateDeclaration;
import dev.migrator.syntax.csharp.EnumMember;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.VariableDeclarator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the local, parameter or member that a simple name means, before types are looked up. */
final class Values {
  private final Lookup lookup;
  private final Map<NodeKey, LocalNames> locals = new HashMap<>();
  private final Map<String, Map<String, List<ValueSymbol>>> members = new HashMap<>();

  Values(Lookup lookup) {
    this.lookup = lookup;
  }

  /** The value; empty where the name can only be a type or namespace. */
  Optional<ValueSymbol> find(String name, SyntaxNode at) {
    SyntaxNode child = at;
    Optional<SyntaxNode> parent = at.parent();
    while (parent.isPresent()) {
      SyntaxNode node = parent.get();
      Optional<ValueSymbol> found = in(node, child, name, at);
      if (found.isPresent()) {
        return found;
      }
      child = node;
      parent = node.parent();
    }
    return Optional.empty();
  }

  private Optional<ValueSymbol> in(SyntaxNode node, SyntaxNode child, String name, SyntaxNode at) {
    if (node instanceof TypeDeclaration type) {
      return isInside(type, child) ? inType(type, name, at) : Optional.empty();
    }
    if (node instanceof CompilationUnit && !(child instanceof MemberDeclaration)
        || node instanceof MemberDeclaration && !(node instanceof NamespaceDeclaration)) {
      return locals
          .computeIfAbsent(NodeKey.of(node), key -> LocalNames.of(node))
          .at(name, at.span().start());
    }
    return Optional.empty();
  }

  private static boolean isInside(TypeDeclaration type, SyntaxNode child) {
    return child instanceof ParameterList
        || type.openBrace().map(brace -> brace.span().start() < child.span().start()).orElse(false)
        || type.baseTypes().stream().anyMatch(base -> child.span().contains(base.span()));
  }

  private Optional<ValueSymbol> inType(TypeDeclaration type, String name, SyntaxNode at) {
    Optional<ValueSymbol> parameter =
        type.parameterList().stream()
            .flatMap(list -> list.parameters().stream())
            .filter(p -> p.identifier().identifier().equals(name))
            .map(p -> parameter(p))
            .findFirst();
    if (parameter.isPresent()) {
      return parameter;
    }
    Optional<DeclaredType> declared = lookup.universe().declaredBy(type);
    boolean isBody = type.openBrace().map(b -> b.span().start() < at.span().start()).orElse(false);
    return declared.isPresent() && isBody
        ? member(declared.get().symbol(), name)
        : Optional.empty();
  }

  private static ValueSymbol parameter(Parameter parameter) {
    return new ValueSymbol(
        parameter.identifier().identifier(),
        false,
        false,
        parameter.type(),
        Optional.empty(),
        Optional.of(parameter));
  }

  /** A member of a declared type or of its declared bases, types left out. */
  Optional<ValueSymbol> member(TypeSymbol type, String name) {
    return member(type, name, new HashSet<>());
  }

  private Optional<ValueSymbol> member(TypeSymbol type, String name, Set<String> seen) {
    if (!type.isDeclared() || !seen.add(type.metadataName())) {
      return Optional.empty();
    }
    List<ValueSymbol> own = members(type).getOrDefault(name, List.of());
    if (!own.isEmpty()) {
      return Optional.of(own.get(0));
    }
    for (Resolution base : lookup.bases(type)) {
      Optional<ValueSymbol> inherited = base.type().flatMap(symbol -> member(symbol, name, seen));
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  /** Whether all base classes and interfaces are declared in the projects. */
  boolean knowsAllMembers(TypeSymbol type) {
    return knowsAllMembers(type, new HashSet<>());
  }

  private boolean knowsAllMembers(TypeSymbol type, Set<String> seen) {
    if (!type.isDeclared()) {
      return false;
    }
    return !seen.add(type.metadataName())
        || lookup.bases(type).stream()
            .allMatch(base -> base.type().map(t -> knowsAllMembers(t, seen)).orElse(false));
  }

  private Map<String, List<ValueSymbol>> members(TypeSymbol type) {
    Map<String, List<ValueSymbol>> known = members.get(type.metadataName());
    if (known == null) {
      Map<String, List<ValueSymbol>> found = new LinkedHashMap<>();
      lookup
          .universe()
          .declared(type)
          .ifPresent(
              declared -> {
                declared
                    .types()
                    .flatMap(t -> t.parameterList().stream())
                    .filter(list -> isRecord(list))
                    .flatMap(list -> list.parameters().stream())
                    .forEach(p -> put(found, parameter(p)));
                declared.members().forEach(member -> addMember(found, member));
              });
      known = found;
      members.put(type.metadataName(), known);
    }
    return known;
  }

  private static boolean isRecord(ParameterList list) {
    return list.parent()
        .filter(TypeDeclaration.class::isInstance)
        .map(type -> ((TypeDeclaration) type).keyword().startsWith("record"))
        .orElse(false);
  }

  private static void put(Map<String, List<ValueSymbol>> found, ValueSymbol value) {
    found.computeIfAbsent(value.name(), key -> new ArrayList<>(1)).add(value);
  }

  private static void addMember(Map<String, List<ValueSymbol>> found, MemberDeclaration member) {
    boolean isStatic = member.hasModifier("static") || member.hasModifier("const");
    if (member instanceof FieldDeclaration field) {
      for (VariableDeclarator variable : field.variables()) {
        put(
            found,
            new ValueSymbol(
                variable.identifier().identifier(),
                isStatic,
                false,
                Optional.of(field.type()),
                variable.initializer(),
                Optional.of(variable)));
      }
    } else if (member instanceof PropertyDeclaration property) {
      put(
          found,
          new ValueSymbol(
              property.identifier().identifier(),
              isStatic,
              false,
              Optional.of(property.type()),
              property.initializer(),
              Optional.of(property)));
    } else if (member instanceof MethodDeclaration method) {
      if (method.explicitInterface().isEmpty()) {
        put(
            found,
            new ValueSymbol(
                method.identifier().identifier(),
                isStatic,
                true,
                Optional.of(method.returnType()),
                Optional.empty(),
                Optional.of(method)));
      }
    } else if (member instanceof EnumMember value) {
      put(
          found,
          new ValueSymbol(
              value.identifier().identifier(),
              true,
              false,
              Optional.empty(),
              value.value(),
              Optional.of(value)));
    } else if (!(member instanceof TypeDeclaration) && !(member instanceof DelegateDeclaration)) {
      return;
    }
  }
}
