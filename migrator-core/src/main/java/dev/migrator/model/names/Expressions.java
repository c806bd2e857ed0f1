package dev.migrator.model.names;

import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ParenthesizedExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeExpression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells values, types and namespaces apart in expressions (specification 12.8.4 and 12.8.7). */
final class Expressions {
  /**
   * Properties of base classes in packages that may be meant instead of a type of that name: the
   * tables have no members, so such a name stays unresolved in a class with a base from elsewhere.
   */
  private static final Set<String> INHERITED =
      Set.of(
          "HttpContext",
          "Request",
          "Response",
          "RouteData",
          "ModelState",
          "ControllerContext",
          "PageContext",
          "ViewContext",
          "Url",
          "User",
          "TempData",
          "ViewData",
          "Options",
          "Scheme",
          "Context",
          "Logger",
          "Clock",
          "TimeProvider",
          "UrlEncoder",
          "ChangeTracker",
          "Database",
          "Model",
          "Site",
          "Container",
          "Encoding",
          "Data",
          "Source",
          "Order",
          "Configuration",
          "Events",
          "Settings",
          "Services",
          "Client",
          "Channel",
          "Connection",
          "Session",
          "State");

  private static final Set<String> ENUM_MEMBERS =
      Set.of("ToString", "HasFlag", "CompareTo", "Equals", "GetHashCode", "GetType", "GetTypeCode");

  private final Lookup lookup;
  private final Values values;

  Expressions(Lookup lookup, Values values) {
    this.lookup = lookup;
    this.values = values;
  }

  Values values() {
    return values;
  }

  Universe universe() {
    return lookup.universe();
  }

  /** What the names of an expression mean; anything but names is a value. */
  Meaning of(Expression expression) {
    Deque<MemberAccess> accesses = new ArrayDeque<>();
    Expression root = expression;
    while (root instanceof MemberAccess access
        && !access.isConditional()
        && access.target().isPresent()) {
      accesses.push(access);
      root = access.target().get();
    }
    MemberAccess last = accessOn(expression);
    Meaning meaning = root(root, accesses.isEmpty() ? last : accesses.peek());
    SyntaxNode before = root;
    while (!accesses.isEmpty()) {
      MemberAccess access = accesses.pop();
      meaning = member(meaning, before, access, accesses.isEmpty() ? last : accesses.peek());
      before = access;
    }
    return meaning;
  }

  /** {@code a.b} for {@code a}; null where the expression is no receiver. */
  private static @Nullable MemberAccess accessOn(Expression expression) {
    return expression
        .parent()
        .filter(MemberAccess.class::isInstance)
        .map(MemberAccess.class::cast)
        .filter(access -> !access.isConditional())
        .filter(
            access -> access.target().map(t -> t.span().equals(expression.span())).orElse(false))
        .orElse(null);
  }

  private Meaning root(Expression root, @Nullable MemberAccess next) {
    if (root instanceof NameExpression name) {
      return simple(name, next);
    }
    if (root instanceof TypeExpression type) {
      return ofResolution(lookup.type(type.type()));
    }
    if (root instanceof ParenthesizedExpression) {
      return Meaning.value();
    }
    return Meaning.value();
  }

  private Meaning simple(NameExpression name, @Nullable MemberAccess next) {
    String text = name.identifier().identifier();
    NamePart part = new NamePart(text, name.typeArguments().size());
    Project viewer = lookup.universe().project(name.file());
    List<Level> around = lookup.levels().around(name);
    if (name.aliasQualifier().isPresent()) {
      return ofResolution(
          lookup.name(
              around,
              name.aliasQualifier().map(token -> token.identifier()),
              List.of(part),
              viewer));
    }
    Optional<ValueSymbol> value = value(name, part, viewer);
    if (value.isEmpty()) {
      Resolution found = lookup.simple(around, part, viewer);
      if (!(found instanceof Resolution.Resolved)) {
        Optional<ValueSymbol> imported = imported(around, text);
        if (imported.isPresent()) {
          return new Meaning.Value(imported);
        }
      }
      return found.type().isPresent() && mayBeInherited(text, name)
          ? new Meaning.Unknown(new Resolution.Unresolved(Resolution.Reason.UNKNOWN, List.of()))
          : ofResolution(found);
    }
    return next == null
        ? new Meaning.Value(value)
        : sameName(value.get(), part, around, viewer, next);
  }

  /** A member that {@code using static} of a declared type brings. */
  private Optional<ValueSymbol> imported(List<Level> around, String name) {
    for (Level level : around) {
      if (level instanceof Level.Space space && space.usingsOf().isPresent()) {
        Optional<ValueSymbol> member =
            lookup.usings().of(space.usingsOf().get()).statics().stream()
                .flatMap(type -> values.member(type, name).stream())
                .filter(ValueSymbol::isStatic)
                .findFirst();
        if (member.isPresent()) {
          return member;
        }
      }
    }
    return Optional.empty();
  }

  /** A nested type of an inner type hides members of the outer ones. */
  private Optional<ValueSymbol> value(NameExpression name, NamePart part, Project viewer) {
    Optional<ValueSymbol> value = values.find(part.name(), name);
    if (value.isEmpty() || value.get().declaration().isEmpty()) {
      return value;
    }
    SyntaxNode declaration = value.get().declaration().get();
    for (TypeDeclaration type : Lookup.typesAround(name)) {
      if (type.file().equals(declaration.file()) && type.span().contains(declaration.span())) {
        return value;
      }
      Optional<DeclaredType> declared = lookup.universe().declaredBy(type);
      if (declared.isPresent() && values.member(declared.get().symbol(), part.name()).isPresent()) {
        return value;
      }
      if (declared.isPresent()
          && lookup.nested(declared.get().symbol(), part.name(), viewer).stream()
              .anyMatch(candidate -> candidate.symbol().arity() == part.arity())) {
        return Optional.empty();
      }
    }
    return value;
  }

  private boolean mayBeInherited(String name, SyntaxNode at) {
    return INHERITED.contains(name)
        && Lookup.typesAround(at).stream()
            .flatMap(type -> lookup.universe().declaredBy(type).stream())
            .anyMatch(type -> hasForeignClass(type.symbol()));
  }

  private boolean hasForeignClass(TypeSymbol type) {
    return lookup.bases(type).stream()
        .anyMatch(
            base ->
                base.type()
                    .map(
                        symbol ->
                            symbol.shape() != TypeShape.INTERFACE
                                && (!symbol.isDeclared() || hasForeignClass(symbol)))
                    .orElse(true));
  }

  /** {@code Color Color}: both the member and its type are meant (specification 12.8.7.2). */
  private Meaning sameName(
      ValueSymbol value, NamePart part, List<Level> around, Project viewer, MemberAccess next) {
    boolean isNamedLikeItsType =
        !value.isMethod()
            && value.type().map(type -> type.simpleName().equals(part.name())).orElse(false);
    if (!isNamedLikeItsType) {
      return new Meaning.Value(Optional.of(value));
    }
    Resolution declared = value.type().map(lookup::type).orElseGet(Resolution::unknown);
    Resolution named = lookup.simple(around, part, viewer);
    if (!(named instanceof Resolution.Resolved type)
        || !declared.is(type.symbol().metadataName())) {
      return new Meaning.Value(Optional.of(value));
    }
    return switch (isStaticMember(type.symbol(), next.name().identifier(), viewer)) {
      case YES -> new Meaning.OfType(type);
      case NO -> new Meaning.Value(Optional.of(value));
      case MAYBE ->
          new Meaning.Unknown(
              new Resolution.Unresolved(
                  Resolution.Reason.UNKNOWN, List.of(type.symbol().metadataName())));
    };
  }

  private Truth isStaticMember(TypeSymbol type, String member, Project viewer) {
    if (type.shape() == TypeShape.ENUM) {
      return ENUM_MEMBERS.contains(member) ? Truth.NO : Truth.YES;
    }
    if (!type.isDeclared()) {
      return Truth.MAYBE;
    }
    if (!lookup.nested(type, member, viewer).isEmpty()) {
      return Truth.YES;
    }
    Optional<ValueSymbol> found = values.member(type, member);
    if (found.isPresent()) {
      return found.get().isStatic() ? Truth.YES : Truth.NO;
    }
    return values.knowsAllMembers(type) ? Truth.NO : Truth.MAYBE;
  }

  private Meaning member(
      Meaning left, SyntaxNode before, MemberAccess access, @Nullable MemberAccess next) {
    NamePart part = new NamePart(access.name().identifier(), access.typeArguments().size());
    Project viewer = lookup.universe().project(before.file());
    if (left instanceof Meaning.OfNamespace namespace) {
      return ofResolution(lookup.member(new Resolution.Namespace(namespace.name()), part, viewer));
    }
    if (left instanceof Meaning.OfType type) {
      boolean isCalled =
          next == null
              && access
                  .parent()
                  .filter(Invocation.class::isInstance)
                  .map(call -> ((Invocation) call).target().span().equals(access.span()))
                  .orElse(false);
      Resolution nested =
          isCalled ? Resolution.unknown() : lookup.member(type.resolution(), part, viewer);
      return nested instanceof Resolution.Resolved inner
          ? new Meaning.OfType(inner)
          : new Meaning.Value(values.member(type.resolution().symbol(), part.name()));
    }
    return left instanceof Meaning.Unknown ? left : Meaning.value();
  }

  private static Meaning ofResolution(Resolution resolution) {
    if (resolution instanceof Resolution.Resolved type) {
      return new Meaning.OfType(type);
    }
    if (resolution instanceof Resolution.Namespace namespace) {
      return new Meaning.OfNamespace(namespace.name());
    }
    if (resolution instanceof Resolution.Unresolved unresolved) {
      return new Meaning.Unknown(unresolved);
    }
    return Meaning.value();
  }
}
