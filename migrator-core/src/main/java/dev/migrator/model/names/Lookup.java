package dev.migrator.model.names;

import dev.migrator.model.names.Resolution.Reason;
import dev.migrator.model.names.Universe.Candidate;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up as the C# specification says (7.8, namespace and type names): type parameters and
 * nested types from inside out, then for each namespace around its types, then its aliases and
 * using directives. A type that is only possibly there counts where nothing else is found.
 */
final class Lookup {
  private static final Set<String> CONTEXTUAL =
      Set.of("var", "dynamic", "nint", "nuint", "notnull", "unmanaged", "_");

  private final Universe universe;
  private final Levels levels;
  private final Usings usings;
  private final Map<NodeKey, Resolution> types = new HashMap<>();
  private final Map<String, List<Resolution>> bases = new HashMap<>();
  private final Set<String> basesInProgress = new HashSet<>();

  Lookup(Universe universe, Map<CSharpFile, UsingEdit> edits) {
    this.universe = universe;
    this.levels = new Levels(universe);
    this.usings = new Usings(universe, this, edits);
  }

  Universe universe() {
    return universe;
  }

  Usings usings() {
    return usings;
  }

  Levels levels() {
    return levels;
  }

  /** What a type name means; of an array, nullable, pointer or ref type its element. */
  Resolution type(TypeSyntax syntax) {
    NodeKey key = NodeKey.of(syntax);
    Resolution known = types.get(key);
    if (known == null) {
      known = find(syntax);
      types.put(key, known);
    }
    return known;
  }

  private Resolution find(TypeSyntax syntax) {
    if (!syntax.isName()) {
      Optional<TypeSyntax> element = syntax.elementType();
      return element.isPresent() ? type(element.get()) : new Resolution.Predefined(syntax.text());
    }
    if (syntax.kind() == SyntaxKind.PREDEFINED_TYPE) {
      return new Resolution.Predefined(syntax.text());
    }
    Project viewer = universe.project(syntax.file());
    List<Level> around = levels.around(syntax);
    Resolution found = name(around, qualifier(syntax), NamePart.of(syntax), viewer);
    boolean isContextual =
        syntax.kind() == SyntaxKind.IDENTIFIER_NAME && CONTEXTUAL.contains(syntax.text());
    return isContextual && found.type().isEmpty() && !(found instanceof Resolution.TypeParameter)
        ? new Resolution.Predefined(syntax.text())
        : found;
  }

  private static Optional<String> qualifier(TypeSyntax syntax) {
    return syntax.aliasQualifier().map(token -> token.identifier());
  }

  /** An attribute's class, named with or without its suffix. */
  Resolution attribute(Attribute attribute) {
    TypeSyntax syntax = attribute.name();
    if (!syntax.isName()) {
      return Resolution.unknown();
    }
    Project viewer = universe.project(syntax.file());
    List<Level> around = levels.around(syntax);
    List<NamePart> parts = NamePart.of(syntax);
    Resolution plain = name(around, qualifier(syntax), parts, viewer);
    int last = parts.size() - 1;
    if (syntax.nameParts().get(last).identifier().text().startsWith("@")) {
      return plain;
    }
    List<NamePart> longer = new ArrayList<>(parts);
    longer.set(last, new NamePart(parts.get(last).name() + "Attribute", parts.get(last).arity()));
    return choose(plain, name(around, qualifier(syntax), longer, viewer));
  }

  /** Both may be found; what is no attribute does not count (specification 22.3). */
  private Resolution choose(Resolution plain, Resolution suffixed) {
    Truth plainFits = isAttribute(plain);
    Truth suffixedFits = isAttribute(suffixed);
    if (plainFits == Truth.NO) {
      return suffixedFits == Truth.NO && plain.type().isPresent() ? Resolution.unknown() : suffixed;
    }
    if (suffixedFits == Truth.NO) {
      return plain;
    }
    TreeSet<String> both = new TreeSet<>();
    plain.type().ifPresent(type -> both.add(type.metadataName()));
    suffixed.type().ifPresent(type -> both.add(type.metadataName()));
    return new Resolution.Unresolved(Reason.AMBIGUOUS, List.copyOf(both));
  }

  private Truth isAttribute(Resolution resolution) {
    if (resolution instanceof Resolution.Unresolved unresolved) {
      return unresolved.reason() == Reason.AMBIGUOUS ? Truth.MAYBE : Truth.NO;
    }
    return resolution.type().map(type -> isAttribute(type, new HashSet<>())).orElse(Truth.NO);
  }

  private Truth isAttribute(TypeSymbol type, Set<String> seen) {
    if (type.shape() == TypeShape.ATTRIBUTE || type.is("System.Attribute")) {
      return Truth.YES;
    }
    if (!type.isDeclared() || type.shape() != TypeShape.CLASS || !seen.add(type.metadataName())) {
      return Truth.NO;
    }
    Truth found = Truth.NO;
    for (Resolution base : bases(type)) {
      Truth one =
          base.type().isPresent()
              ? isAttribute(base.type().get(), seen)
              : base instanceof Resolution.Unresolved ? Truth.MAYBE : Truth.NO;
      found = found.or(one);
    }
    return found;
  }

  /** Base class and interfaces of a declared type, in source order. */
  List<Resolution> bases(TypeSymbol type) {
    List<Resolution> known = bases.get(type.metadataName());
    if (known != null) {
      return known;
    }
    if (!basesInProgress.add(type.metadataName())) {
      return List.of();
    }
    List<Resolution> found = new ArrayList<>();
    universe.declared(type).stream()
        .flatMap(DeclaredType::types)
        .filter(declaration -> !declaration.keyword().equals("enum"))
        .flatMap(declaration -> declaration.baseTypes().stream())
        .forEach(base -> found.add(type(base)));
    basesInProgress.remove(type.metadataName());
    bases.put(type.metadataName(), found);
    return found;
  }

  /** A dotted name as seen from outside of all namespaces, without directives. */
  Resolution fromGlobal(List<NamePart> parts, Project viewer) {
    return name(List.of(new Level.Space("", Optional.empty())), Optional.empty(), parts, viewer);
  }

  /** A name of one or more parts, seen from inside the levels. */
  Resolution name(
      List<Level> around, Optional<String> qualifier, List<NamePart> parts, Project viewer) {
    Resolution found;
    int next = 1;
    boolean isAlias = false;
    if (qualifier.isEmpty()) {
      found = simple(around, parts.get(0), viewer);
      isAlias = isNamespaceAlias(around, parts.get(0).name(), found);
    } else if (qualifier.get().equals("global")) {
      found = new Resolution.Namespace("");
      next = 0;
    } else {
      found = alias(around, qualifier.get()).orElseGet(Resolution::unknown);
      next = 0;
      isAlias = true;
    }
    for (int i = next; i < parts.size(); i++) {
      found = member(found, parts.get(i), viewer);
    }
    return isAlias && found instanceof Resolution.Resolved type
        ? new Resolution.Resolved(type.symbol(), true)
        : found;
  }

  /** Whether a name was found as {@code using N = A.B;}. */
  private boolean isNamespaceAlias(List<Level> around, String name, Resolution found) {
    return found instanceof Resolution.Namespace namespace
        && !("." + namespace.name()).endsWith("." + name)
        && alias(around, name).filter(found::equals).isPresent();
  }

  /** {@code part} in {@code left.part}. */
  Resolution member(Resolution left, NamePart part, Project viewer) {
    if (left instanceof Resolution.Namespace namespace) {
      return inNamespace(namespace.name(), part, viewer);
    }
    if (left instanceof Resolution.Resolved outer) {
      Pick pick = new Pick();
      pick.addAll(nested(outer.symbol(), part.name(), viewer), part.arity());
      Resolution found = pick.result(true);
      return found instanceof Resolution.Resolved inner
          ? new Resolution.Resolved(inner.symbol(), outer.aliasUsed())
          : found;
    }
    return left instanceof Resolution.Unresolved ? left : Resolution.unknown();
  }

  private Resolution inNamespace(String namespace, NamePart part, Project viewer) {
    String full = namespace.isEmpty() ? part.name() : namespace + "." + part.name();
    Pick pick = new Pick();
    pick.addAll(universe.types(namespace, part.name(), viewer), part.arity());
    boolean isSpace = part.arity() == 0 && universe.namespace(full) != Availability.ABSENT;
    return isSpace && !pick.hasCertain() ? new Resolution.Namespace(full) : pick.result(true);
  }

  private Optional<Resolution> alias(List<Level> around, String name) {
    for (Level level : around) {
      if (level instanceof Level.Space space && space.usingsOf().isPresent()) {
        Resolution target = usings.of(space.usingsOf().get()).aliases().get(name);
        if (target != null) {
          return Optional.of(target);
        }
      }
    }
    return Optional.empty();
  }

  /** A simple name, level by level. */
  Resolution simple(List<Level> around, NamePart part, Project viewer) {
    Doubt doubt = new Doubt();
    for (Level level : around) {
      Resolution found = atLevel(level, part, viewer, doubt);
      if (found != null) {
        return doubt.settle(found);
      }
    }
    return doubt.result();
  }

  /** Null where the level has nothing that is certain. */
  private @Nullable Resolution atLevel(Level level, NamePart part, Project viewer, Doubt doubt) {
    if (level instanceof Level.Parameters parameters) {
      return parameter(parameters.names(), part);
    }
    if (level instanceof Level.Body body) {
      Pick pick = new Pick();
      pick.addAll(nested(body.type().symbol(), part.name(), viewer), part.arity());
      return pick.isEmpty() ? parameter(body.typeParameters(), part) : pick.result(true);
    }
    return atSpace((Level.Space) level, part, viewer, doubt);
  }

  private static @Nullable Resolution parameter(Set<String> names, NamePart part) {
    return part.arity() == 0 && names.contains(part.name())
        ? new Resolution.TypeParameter(part.name())
        : null;
  }

  private @Nullable Resolution atSpace(
      Level.Space space, NamePart part, Project viewer, Doubt doubt) {
    Resolution own = ofSpace(space.name(), part, viewer, doubt);
    if (own != null || space.usingsOf().isEmpty()) {
      return own;
    }
    UsingLevel level = usings.of(space.usingsOf().get());
    Resolution alias = part.arity() == 0 ? level.aliases().get(part.name()) : null;
    if (alias != null) {
      return alias instanceof Resolution.Resolved type
          ? new Resolution.Resolved(type.symbol(), true)
          : alias;
    }
    return ofUsings(level, part, viewer, doubt);
  }

  private @Nullable Resolution ofSpace(
      String namespace, NamePart part, Project viewer, Doubt doubt) {
    Pick pick = new Pick();
    pick.addAll(universe.types(namespace, part.name(), viewer), part.arity());
    String full = namespace.isEmpty() ? part.name() : namespace + "." + part.name();
    Availability inner = part.arity() == 0 ? universe.namespace(full) : Availability.ABSENT;
    if (inner == Availability.CERTAIN && !pick.hasCertain()) {
      return new Resolution.Namespace(full);
    }
    if (pick.hasCertain()) {
      return pick.result(universe.visibility().compiles());
    }
    if (!pick.isEmpty()) {
      doubt.add(pick.result(true));
    } else if (inner == Availability.POSSIBLE) {
      doubt.add(new Resolution.Namespace(full));
    }
    doubt.addOthers(pick.otherArity);
    return null;
  }

  private @Nullable Resolution ofUsings(
      UsingLevel level, NamePart part, Project viewer, Doubt doubt) {
    Pick pick = new Pick();
    for (String namespace : level.namespaces()) {
      for (Candidate candidate : universe.types(namespace, part.name(), viewer)) {
        boolean isProven =
            candidate.availability() == Availability.POSSIBLE
                && universe.isProvenByUsing(namespace, candidate.symbol());
        pick.add(
            isProven ? new Candidate(candidate.symbol(), Availability.CERTAIN) : candidate,
            part.arity());
      }
    }
    for (TypeSymbol type : level.statics()) {
      pick.addAll(nested(type, part.name(), viewer), part.arity());
    }
    if (pick.hasCertain()) {
      return pick.result(universe.visibility().compiles());
    }
    doubt.addOthers(pick.otherArity);
    if (!pick.isEmpty()) {
      doubt.add(pick.result(true));
    }
    if (level.hasUnknown()) {
      doubt.addUnknown();
    }
    return null;
  }

  /** Types nested in a type or in its base classes, of all arities; nearest first. */
  List<Candidate> nested(TypeSymbol outer, String name, Project viewer) {
    return nested(outer, name, viewer, new HashSet<>(), false);
  }

  private List<Candidate> nested(
      TypeSymbol outer, String name, Project viewer, Set<String> seen, boolean isInherited) {
    if (!seen.add(outer.metadataName())) {
      return List.of();
    }
    String namespace = outer.namespace();
    String own =
        namespace.isEmpty()
            ? outer.metadataName()
            : outer.metadataName().substring(namespace.length() + 1);
    List<Candidate> found =
        universe.types(namespace, own + "+" + name, viewer).stream()
            .filter(candidate -> !isInherited || !isPrivate(candidate.symbol()))
            .toList();
    if (!found.isEmpty() || !outer.isDeclared()) {
      return found;
    }
    for (Resolution base : bases(outer)) {
      if (base instanceof Resolution.Resolved type && isInherited(outer, type.symbol())) {
        List<Candidate> inherited = nested(type.symbol(), name, viewer, seen, true);
        if (!inherited.isEmpty()) {
          return inherited;
        }
      }
    }
    return List.of();
  }

  /** Classes do not inherit the types nested in interfaces. */
  private static boolean isInherited(TypeSymbol type, TypeSymbol base) {
    return base.shape() != TypeShape.INTERFACE || type.shape() == TypeShape.INTERFACE;
  }

  private boolean isPrivate(TypeSymbol symbol) {
    return universe.declared(symbol).map(DeclaredType::isPrivate).orElse(false);
  }

  /** The type declarations around a node, innermost first. */
  static List<TypeDeclaration> typesAround(SyntaxNode node) {
    List<TypeDeclaration> found = new ArrayList<>();
    Optional<TypeDeclaration> outer = node.ancestor(TypeDeclaration.class);
    while (outer.isPresent()) {
      found.add(outer.get());
      outer = outer.get().containingType();
    }
    return found;
  }

  /** The types of one level that fit a name. */
  private static final class Pick {
    private final Map<String, Candidate> certain = new LinkedHashMap<>();
    private final Map<String, Candidate> possible = new LinkedHashMap<>();
    private final List<String> otherArity = new ArrayList<>(0);

    void addAll(List<Candidate> candidates, int arity) {
      candidates.forEach(candidate -> add(candidate, arity));
    }

    void add(Candidate candidate, int arity) {
      String name = candidate.symbol().metadataName();
      if (candidate.symbol().arity() != arity) {
        otherArity.add(name);
      } else if (candidate.availability() == Availability.CERTAIN) {
        certain.put(name, candidate);
      } else {
        possible.put(name, candidate);
      }
    }

    boolean hasCertain() {
      return !certain.isEmpty();
    }

    boolean isEmpty() {
      return certain.isEmpty() && possible.isEmpty();
    }

    /** Code that compiles has no ambiguity, so a possible type beside a certain one is absent. */
    Resolution result(boolean compiles) {
      Map<String, Candidate> all = new LinkedHashMap<>(certain);
      if (certain.isEmpty() || !compiles) {
        all.putAll(possible);
      }
      if (all.size() == 1) {
        return new Resolution.Resolved(all.values().iterator().next().symbol(), false);
      }
      if (all.isEmpty()) {
        return otherArity.isEmpty()
            ? Resolution.unknown()
            : new Resolution.Unresolved(Reason.WRONG_ARITY, List.copyOf(new TreeSet<>(otherArity)));
      }
      return new Resolution.Unresolved(Reason.AMBIGUOUS, List.copyOf(new TreeSet<>(all.keySet())));
    }
  }

  /** What was possible at inner levels: it stands alone or spoils what is found further out. */
  private static final class Doubt {
    private final List<Resolution> possible = new ArrayList<>(0);
    private final TreeSet<String> otherArity = new TreeSet<>();
    private boolean isUnknown;

    void add(Resolution resolution) {
      possible.add(resolution);
    }

    void addUnknown() {
      isUnknown = true;
    }

    void addOthers(List<String> names) {
      otherArity.addAll(names);
    }

    Resolution settle(Resolution found) {
      if (possible.isEmpty() && !isUnknown) {
        return found;
      }
      Set<String> names = names();
      found.type().ifPresent(type -> names.add(type.metadataName()));
      return new Resolution.Unresolved(
          names.size() > 1 ? Reason.AMBIGUOUS : Reason.UNKNOWN, List.copyOf(names));
    }

    Resolution result() {
      if (possible.size() == 1 && !isUnknown) {
        return possible.get(0);
      }
      if (!possible.isEmpty()) {
        return new Resolution.Unresolved(
            possible.size() > 1 ? Reason.AMBIGUOUS : Reason.UNKNOWN, List.copyOf(names()));
      }
      return otherArity.isEmpty()
          ? Resolution.unknown()
          : new Resolution.Unresolved(Reason.WRONG_ARITY, List.copyOf(otherArity));
    }

    private Set<String> names() {
      TreeSet<String> names = new TreeSet<>();
      for (Resolution one : possible) {
        one.type().ifPresent(type -> names.add(type.metadataName()));
        if (one instanceof Resolution.Unresolved unresolved) {
          names.addAll(unresolved.candidates());
        }
      }
      return names;
    }
  }
}
