package dev.migrator.model.names;

import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.BinaryExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CastExpression;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What names mean in one project, in one world. Answers are certain or absent: where the compiler
 * might see something else, a name is {@link Resolution.Unresolved}. Not thread-safe; one resolver
 * for each project, everything computed once.
 */
public final class NameResolver {
  private final Lookup lookup;
  private final Expressions expressions;
  private final ExtensionMethods extensions;
  private final Map<CSharpFile, UsingEdit> edits;
  private final Map<CSharpFile, List<NameReference>> references = new HashMap<>();

  private NameResolver(Universe universe, Map<CSharpFile, UsingEdit> edits) {
    this.edits = Map.copyOf(edits);
    this.lookup = new Lookup(universe, edits);
    this.expressions = new Expressions(lookup, new Values(lookup));
    this.extensions = new ExtensionMethods(lookup, expressions);
  }

  /** A resolver of one compilation; the tables can be shared. */
  public static NameResolver create(ProjectFacts facts, TypeTables tables) {
    return new NameResolver(Universe.of(tables, facts), Map.of());
  }

  /** The same compilation with other using directives in one file. */
  public NameResolver withUsings(CSharpFile file, UsingEdit edit) {
    Map<CSharpFile, UsingEdit> all = new HashMap<>(edits);
    all.put(file, edit);
    return new NameResolver(lookup.universe(), all);
  }

  /** The same files as they are compiled after the conversion, with other packages. */
  public NameResolver isolated(String targetFramework, List<PackageReference> packages) {
    return isolated(targetFramework, packages, id -> false);
  }

  /** The same where the projects that this one references lose packages as well. */
  public NameResolver isolated(
      String targetFramework, List<PackageReference> packages, Predicate<String> isGone) {
    Universe universe = lookup.universe();
    ProjectFacts before = universe.main().facts();
    List<ProjectFacts> references =
        before.references().stream()
            .map(
                project ->
                    project.withPackages(
                        project.packages().stream().filter(p -> !isGone.test(p.id())).toList()))
            .toList();
    ProjectFacts after =
        before.withReferences(references).inWorld(World.ISOLATED, targetFramework, packages);
    return new NameResolver(Universe.of(universe.tables(), after), edits);
  }

  /** What a simple name without type arguments would mean if it stood at a place. */
  public Resolution resolveSimple(String name, SyntaxNode at) {
    return lookup.simple(
        lookup.levels().around(at), new NamePart(name, 0), lookup.universe().project(at.file()));
  }

  /** What a type name means where it stands; of an array or nullable type its element. */
  public Resolution resolve(TypeSyntax name) {
    return name.parent().orElse(null) instanceof Attribute attribute
        ? lookup.attribute(attribute)
        : lookup.type(name);
  }

  /** The class of an attribute, written with or without {@code Attribute}. */
  public Resolution resolveAttribute(Attribute attribute) {
    return lookup.attribute(attribute);
  }

  /** Whether an attribute is surely of that class. */
  public boolean isAttribute(Attribute attribute, String metadataName) {
    return lookup.attribute(attribute).is(metadataName);
  }

  /**
   * The type that an expression of names means ({@code X} in {@code X.Member}); empty for values.
   */
  public Resolution resolve(Expression expression) {
    Meaning meaning = expressions.of(expression);
    if (meaning instanceof Meaning.OfType type) {
      return type.resolution();
    }
    if (meaning instanceof Meaning.OfNamespace namespace) {
      return new Resolution.Namespace(namespace.name());
    }
    return meaning instanceof Meaning.Unknown unknown ? unknown.why() : Resolution.unknown();
  }

  /**
   * Whether only a package that the tables do not have can explain a name: nothing in sight comes
   * near it, and the project or one that it references names such a package.
   */
  public boolean isLeftToPackages(Resolution resolution) {
    return resolution instanceof Resolution.Unresolved unresolved
        && unresolved.reason() == Resolution.Reason.UNKNOWN
        && unresolved.candidates().isEmpty()
        && lookup.universe().visibility().seesOtherPackages();
  }

  /** Every place of a file where a type is named, in source order. */
  public Stream<NameReference> references(CSharpFile file) {
    List<NameReference> known = references.get(file);
    if (known == null) {
      known = ReferenceCollector.collect(lookup, expressions, file);
      references.put(file, known);
    }
    return known.stream();
  }

  /**
   * The type of a local, parameter, field or property: as declared, or of {@code new T()}, a cast
   * or {@code as T} for {@code var}.
   */
  public Resolution declaredType(NameExpression name) {
    if (!(expressions.of(name) instanceof Meaning.Value value) || value.symbol().isEmpty()) {
      return Resolution.unknown();
    }
    ValueSymbol symbol = value.symbol().get();
    if (symbol.isMethod() || symbol.type().isEmpty()) {
      return Resolution.unknown();
    }
    Resolution declared = lookup.type(symbol.type().get());
    boolean isVar =
        declared instanceof Resolution.Predefined predefined && predefined.text().equals("var");
    return isVar ? ofInitializer(symbol.initializer()) : ofWhole(symbol.type().get(), declared);
  }

  /** What a local, field or property is set to where it is declared. */
  public Optional<Expression> initializer(NameExpression name) {
    return expressions.of(name) instanceof Meaning.Value value
        ? value.symbol().flatMap(ValueSymbol::initializer)
        : Optional.empty();
  }

  /** The resolution of an array is that of its element, which is no answer here. */
  private static Resolution ofWhole(TypeSyntax type, Resolution declared) {
    return type.isName() || type.text().endsWith("?") && !type.text().contains("[")
        ? declared
        : new Resolution.Predefined(type.text());
  }

  private Resolution ofInitializer(Optional<Expression> initializer) {
    Optional<TypeSyntax> type = Optional.empty();
    if (initializer.orElse(null) instanceof ObjectCreation creation) {
      type = creation.type();
    } else if (initializer.orElse(null) instanceof CastExpression cast) {
      type = Optional.of(cast.type());
    } else if (initializer.orElse(null) instanceof BinaryExpression operation
        && operation.operator().is("as")
        && operation.right() instanceof TypeExpression target) {
      type = Optional.of(target.type());
    }
    return type.isPresent() ? ofWhole(type.get(), lookup.type(type.get())) : Resolution.unknown();
  }

  /** The static class whose extension method a call means, where it can be told without doubt. */
  public Optional<TypeSymbol> extensionClass(Invocation call) {
    return extensions.classOf(call);
  }

  /**
   * The same where the type of the receiver is not known and only a type of a package that the
   * tables lack may have a method of the name.
   */
  public Optional<TypeSymbol> likelyExtensionClass(Invocation call) {
    return extensions.likelyClassOf(call);
  }

  /** {@link #extensionClass}, or else {@link #likelyExtensionClass}. */
  public Optional<TypeSymbol> probableExtensionClass(Invocation call) {
    return extensionClass(call).or(() -> likelyExtensionClass(call));
  }

  /** The static classes in sight that have an extension method of the call's name. */
  public List<TypeSymbol> extensionClasses(Invocation call) {
    return call.target() instanceof MemberAccess access
        ? List.copyOf(extensions.candidates(access.name().identifier(), call).values())
        : List.of();
  }

  /** Referenced projects that show their internals to this one by an attribute in their files. */
  public List<String> referencesShowingInternals() {
    return lookup.universe().projects().stream()
        .filter(p -> !p.isMain())
        .filter(
            p -> p.internalsVisibleTo().contains(lookup.universe().main().facts().assemblyName()))
        .map(p -> p.facts().assemblyName())
        .sorted()
        .toList();
  }

  ExtensionMethods extensions() {
    return extensions;
  }

  Lookup lookup() {
    return lookup;
  }

  Expressions expressions() {
    return expressions;
  }
}
