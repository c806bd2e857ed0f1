package dev.migrator.model.names;

import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the static class whose extension method a call means, where only one can be meant. */
final class ExtensionMethods {
  private final Lookup lookup;
  private final Expressions expressions;
  private final ExtensionIndex index;

  ExtensionMethods(Lookup lookup, Expressions expressions) {
    this.lookup = lookup;
    this.expressions = expressions;
    this.index = lookup.universe().extensions();
  }

  /** Classes with an extension of that name in the open namespaces, by metadata name. */
  Map<String, TypeSymbol> candidates(String name, SyntaxNode at) {
    Map<String, TypeSymbol> found = new TreeMap<>();
    Project viewer = lookup.universe().project(at.file());
    for (Level level : lookup.levels().around(at)) {
      if (level instanceof Level.Space space) {
        add(found, space.name(), name, viewer);
        if (space.usingsOf().isPresent()) {
          UsingLevel usings = lookup.usings().of(space.usingsOf().get());
          usings.namespaces().forEach(namespace -> add(found, namespace, name, viewer));
          usings.statics().stream()
              .filter(type -> index.extensionsOf(type).contains(name))
              .forEach(type -> found.put(type.metadataName(), type));
        }
      }
    }
    return found;
  }

  private void add(Map<String, TypeSymbol> found, String namespace, String name, Project viewer) {
    for (TypeSymbol type : extensions(namespace).getOrDefault(name, List.of())) {
      boolean isVisible =
          !type.isDeclared()
              || lookup
                  .universe()
                  .declared(type)
                  .map(declared -> declared.project() == viewer || declared.isPublic())
                  .orElse(false);
      if (isVisible) {
        found.put(type.metadataName(), type);
      }
    }
  }

  /** Extension methods of a namespace by name. */
  Map<String, List<TypeSymbol>> extensions(String namespace) {
    return index.extensions(namespace);
  }

  /** The class whose extension a call means; empty in doubt. */
  Optional<TypeSymbol> classOf(Invocation call) {
    return onlyCandidate(call).filter(type -> !mayBeInstanceMethod(call));
  }

  /** The same where only a type of a package that nobody knows may have a method of the name. */
  Optional<TypeSymbol> likelyClassOf(Invocation call) {
    return onlyCandidate(call).filter(type -> !mayBeKnownInstanceMethod(call));
  }

  private Optional<TypeSymbol> onlyCandidate(Invocation call) {
    if (!(call.target() instanceof MemberAccess access) || !isOnValue(access)) {
      return Optional.empty();
    }
    Map<String, TypeSymbol> candidates = candidates(access.name().identifier(), call);
    return candidates.size() == 1 ? candidates.values().stream().findFirst() : Optional.empty();
  }

  /** Whether an access is one on a value, as an extension needs it. */
  boolean isOnValue(MemberAccess access) {
    return access.target().isEmpty()
        || access.isConditional()
        || expressions.of(access.target().get()) instanceof Meaning.Value
            && !access.target().get().text().equals("base");
  }

  /** Whether nothing in sight explains a call, so that an extension not in the tables may. */
  boolean mayBeUnknownExtension(MemberAccess access) {
    String name = access.name().identifier();
    Optional<TypeSymbol> receiver = access.target().flatMap(this::typeOf);
    boolean isOwnMember =
        receiver.isPresent() && receiver.get().isDeclared()
            ? expressions.values().member(receiver.get(), name).isPresent()
            : index.isOwnMember(name);
    return !isOwnMember && candidates(name, access).isEmpty();
  }

  private boolean mayBeKnownInstanceMethod(Invocation call) {
    MemberAccess access = (MemberAccess) call.target();
    String name = access.name().identifier();
    return access.target().flatMap(this::typeOf).isPresent()
        || index.isOwnMember(name)
        || lookup.universe().visibility().isKnownInstanceMethod(name);
  }

  private boolean mayBeInstanceMethod(Invocation call) {
    MemberAccess access = (MemberAccess) call.target();
    String name = access.name().identifier();
    Optional<TypeSymbol> receiver = access.target().flatMap(this::typeOf);
    if (receiver.isPresent() && receiver.get().isDeclared()) {
      return expressions.values().member(receiver.get(), name).isPresent()
          || !expressions.values().knowsAllMembers(receiver.get())
              && lookup.universe().isInstanceMethod(name);
    }
    if (receiver.isPresent()) {
      return lookup.universe().visibility().mayHaveInstanceMethod(receiver.get(), name);
    }
    return index.isOwnMember(name) || lookup.universe().isInstanceMethod(name);
  }

  private Optional<TypeSymbol> typeOf(Expression receiver) {
    if (receiver instanceof ObjectCreation creation) {
      return creation.type().flatMap(type -> lookup.type(type).type());
    }
    if (receiver instanceof NameExpression
        && expressions.of(receiver) instanceof Meaning.Value value) {
      return value
          .symbol()
          .filter(symbol -> !symbol.isMethod())
          .flatMap(ValueSymbol::type)
          .filter(type -> type.isName())
          .flatMap(type -> lookup.type(type).type());
    }
    return Optional.empty();
  }
}
