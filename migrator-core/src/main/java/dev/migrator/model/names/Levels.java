package dev.migrator.model.names;

import dev.migrator.syntax.csharp.AttributeList;
import dev.migrator.syntax.csharp.CompilationUnit;
import dev.migrator.syntax.csharp.DelegateDeclaration;
import dev.migrator.syntax.csharp.LocalFunction;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.ParameterList;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeParameter;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The levels that a lookup passes from a place of syntax. */
final class Levels {
  private final Universe universe;

  /** The levels around declarations: all names that stand in one share them. */
  private final IdentityHashMap<MemberDeclaration, List<Level>> aroundMembers =
      new IdentityHashMap<>();

  Levels(Universe universe) {
    this.universe = universe;
  }

  /** Levels around a node, innermost first. */
  List<Level> around(SyntaxNode node) {
    List<Level> levels = new ArrayList<>();
    SyntaxNode child = node;
    Optional<SyntaxNode> parent = node.parent();
    while (parent.isPresent()) {
      add(levels, parent.get(), child);
      child = parent.get();
      if (child instanceof MemberDeclaration member) {
        levels.addAll(aroundMember(member));
        return levels;
      }
      parent = child.parent();
    }
    return levels;
  }

  private List<Level> aroundMember(MemberDeclaration member) {
    List<Level> known = aroundMembers.get(member);
    if (known == null) {
      known = List.copyOf(around(member));
      aroundMembers.put(member, known);
    }
    return known;
  }

  /** Levels of a documentation comment: as inside the declaration that follows. */
  List<Level> inside(SyntaxNode declaration) {
    List<Level> levels = new ArrayList<>();
    if (declaration instanceof TypeDeclaration type) {
      addBody(levels, type);
    } else {
      addParameters(levels, declaration);
    }
    levels.addAll(around(declaration));
    return levels;
  }

  /** Levels of what stands at the top of a file, outside of every declaration. */
  List<Level> inRoot(CompilationUnit unit) {
    return List.of(new Level.Space("", Optional.of(unit)));
  }

  private void add(List<Level> levels, SyntaxNode parent, SyntaxNode child) {
    if (parent instanceof TypeDeclaration type) {
      if (child instanceof ParameterList || isInBraces(type, child)) {
        addBody(levels, type);
      } else if (!(child instanceof AttributeList)) {
        levels.add(new Level.Parameters(names(type.typeParameters())));
      }
    } else if (parent instanceof NamespaceDeclaration namespace) {
      addSpaces(levels, namespace, child instanceof UsingDirective);
    } else if (parent instanceof CompilationUnit unit) {
      boolean isUsing = child instanceof UsingDirective;
      levels.add(new Level.Space("", isUsing ? Optional.empty() : Optional.of(unit)));
    } else {
      addParameters(levels, parent);
    }
  }

  private static boolean isInBraces(TypeDeclaration type, SyntaxNode child) {
    return type.openBrace().map(brace -> brace.span().start() < child.span().start()).orElse(false);
  }

  private void addBody(List<Level> levels, TypeDeclaration type) {
    Set<String> parameters = names(type.typeParameters());
    Optional<DeclaredType> declared = universe.declaredBy(type);
    levels.add(
        declared.isPresent()
            ? new Level.Body(declared.get(), parameters)
            : new Level.Parameters(parameters));
  }

  private static void addParameters(List<Level> levels, SyntaxNode node) {
    Set<String> names = Set.of();
    if (node instanceof MethodDeclaration method) {
      names = names(method.typeParameters());
    } else if (node instanceof DelegateDeclaration method) {
      names = names(method.typeParameters());
    } else if (node instanceof LocalFunction) {
      names =
          names(
              node.children().stream()
                  .filter(TypeParameter.class::isInstance)
                  .map(TypeParameter.class::cast)
                  .toList());
    }
    if (!names.isEmpty()) {
      levels.add(new Level.Parameters(names));
    }
  }

  private static Set<String> names(Collection<TypeParameter> parameters) {
    return parameters.stream()
        .map(parameter -> parameter.identifier().identifier())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@code namespace A.B} is A.B with its directives, then A without any. */
  private static void addSpaces(
      List<Level> levels, NamespaceDeclaration namespace, boolean isUsing) {
    String full = namespace.namespace();
    int outer = full.length() - namespace.name().length() - 1;
    levels.add(new Level.Space(full, isUsing ? Optional.empty() : Optional.of(namespace)));
    for (int dot = full.lastIndexOf('.');
        dot > outer && dot > 0;
        dot = full.lastIndexOf('.', dot - 1)) {
      levels.add(new Level.Space(full.substring(0, dot), Optional.empty()));
    }
  }
}
