package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what becomes of the names of a file when its using directives change: before against after
 * the conversion, or in one world.
 */
public final class UsingCheck {
  /** Extensions that the language calls without naming them, and those of query clauses. */
  private static final Set<String> UNNAMED =
      Set.of("GetAwaiter", "GetEnumerator", "GetAsyncEnumerator", "Deconstruct", "Add");

  private record Place(int start, ReferenceKind kind) {}

  private final NameResolver before;
  private final NameResolver after;

  private UsingCheck(NameResolver before, NameResolver after) {
    this.before = before;
    this.after = after;
  }

  /** Directives change, packages do not. */
  public static UsingCheck in(NameResolver resolver) {
    return new UsingCheck(resolver, resolver);
  }

  /**
   * Names mean what {@code before} says and are looked up anew in {@code after}; both are of the
   * same files.
   */
  public static UsingCheck between(NameResolver before, NameResolver after) {
    return new UsingCheck(before, after);
  }

  /** Names that would become ambiguous or mean something else with one more directive. */
  public List<NameChange> additionOf(CSharpFile file, String namespace) {
    return names(file, UsingEdit.adding(namespace));
  }

  /** What removals and additions together would do to the file. */
  public UsingEffect effect(CSharpFile file, UsingEdit edit) {
    NameResolver changed = after.withUsings(file, edit);
    return new UsingEffect(names(file, changed), extensions(file, changed));
  }

  /** Names that would become ambiguous, unknown or mean something else. */
  public List<NameChange> names(CSharpFile file, UsingEdit edit) {
    return names(file, after.withUsings(file, edit));
  }

  private List<NameChange> names(CSharpFile file, NameResolver changed) {
    Map<Place, NameReference> now = new HashMap<>();
    changed.references(file).forEach(r -> now.put(place(r), r));
    List<NameChange> names = new ArrayList<>();
    before
        .references(file)
        .filter(reference -> !isUsing(reference))
        .filter(reference -> reference.resolution() instanceof Resolution.Resolved)
        .forEach(
            reference -> {
              NameReference then = now.get(place(reference));
              Resolution resolution = then == null ? Resolution.unknown() : then.resolution();
              if (!isSame(reference.resolution(), resolution)) {
                names.add(new NameChange(reference, resolution));
              }
            });
    return names;
  }

  private static Place place(NameReference reference) {
    return new Place(reference.span().start(), reference.kind());
  }

  private static boolean isUsing(NameReference reference) {
    return reference.kind() == ReferenceKind.ALIAS
        || reference.kind() == ReferenceKind.USING_STATIC;
  }

  private static boolean isSame(Resolution one, Resolution other) {
    return one.type()
        .flatMap(a -> other.type().map(b -> a.metadataName().equals(b.metadataName())))
        .orElse(false);
  }

  private List<ExtensionChange> extensions(CSharpFile file, NameResolver changed) {
    List<ExtensionChange> changes = new ArrayList<>();
    file.root()
        .descendants(MemberAccess.class)
        .filter(access -> before.extensions().isOnValue(access))
        .forEach(
            access -> {
              String name = access.name().identifier();
              Map<String, TypeSymbol> was = before.extensions().candidates(name, access);
              Map<String, TypeSymbol> then = changed.extensions().candidates(name, access);
              if (!was.keySet().equals(then.keySet())) {
                changes.add(change(access, was, then));
              }
            });
    return changes;
  }

  private ExtensionChange change(
      MemberAccess access, Map<String, TypeSymbol> was, Map<String, TypeSymbol> then) {
    List<TypeSymbol> lost = minus(was, then);
    Truth isUsed = lost.isEmpty() ? Truth.NO : Truth.MAYBE;
    boolean isCertain =
        access.parent().orElse(null) instanceof Invocation call
            && before.extensionClass(call).map(lost::contains).orElse(false);
    return new ExtensionChange(
        access.name().identifier(),
        access.name().span(),
        lost,
        minus(then, was),
        isCertain ? Truth.YES : isUsed);
  }

  private static List<TypeSymbol> minus(
      Map<String, TypeSymbol> all, Map<String, TypeSymbol> without) {
    return all.values().stream().filter(type -> !without.containsKey(type.metadataName())).toList();
  }

  /**
   * Whether the code needs a directive as it stands before the conversion: {@code YES}, a name or a
   * surely called extension would be lost; {@code NO}, nothing would.
   */
  public Truth isNeeded(UsingDirective directive) {
    UsingEdit edit = UsingEdit.removing(directive);
    NameResolver changed = before.withUsings(directive.file(), edit);
    Truth found = Truth.NO;
    for (CSharpFile file : filesOf(directive)) {
      found = found.or(isNeeded(directive, file, changed));
      if (found == Truth.YES) {
        break;
      }
    }
    return found;
  }

  private List<CSharpFile> filesOf(UsingDirective directive) {
    return directive.isGlobal()
        ? before.lookup().universe().project(directive.file()).facts().files()
        : List.of(directive.file());
  }

  private Truth isNeeded(UsingDirective directive, CSharpFile file, NameResolver changed) {
    if (!names(file, changed).isEmpty()) {
      return Truth.YES;
    }
    Truth found = Truth.NO;
    for (ExtensionChange change : extensions(file, changed)) {
      found = found.or(change.isUsed());
    }
    return found.or(hidden(directive, file));
  }

  /** What cannot be seen: namespaces of which not all is known, and uses without a name. */
  private Truth hidden(UsingDirective directive, CSharpFile file) {
    if (directive.alias().isPresent()) {
      return isNamed(file, directive) ? Truth.MAYBE : Truth.NO;
    }
    Resolution target = before.resolve(directive.name());
    if (directive.isStatic()) {
      return target.type().isPresent() ? ofStatic(target.type().get(), file) : Truth.MAYBE;
    }
    if (!(target instanceof Resolution.Namespace namespace)) {
      return Truth.MAYBE;
    }
    boolean mayHide =
        !isComplete(namespace.name()) && (hasUnresolved(file) || hasUnknownCall(file))
            || hasUnnamedUse(namespace.name(), file);
    return mayHide ? Truth.MAYBE : Truth.NO;
  }

  private static boolean isNamed(CSharpFile file, UsingDirective directive) {
    Span own = directive.span();
    String alias = directive.alias().map(Token::identifier).orElse("");
    return file.tokens().all().stream()
        .filter(token -> !own.contains(token.span()) || file != directive.file())
        .anyMatch(token -> token.identifier().equals(alias));
  }

  private Truth ofStatic(TypeSymbol type, CSharpFile file) {
    List<String> free =
        file.root()
            .descendants(NameExpression.class)
            .filter(name -> name.aliasQualifier().isEmpty())
            .filter(name -> isFree(name))
            .map(name -> name.identifier().identifier())
            .toList();
    if (!type.isDeclared()) {
      return free.isEmpty() ? Truth.NO : Truth.MAYBE;
    }
    return free.stream()
            .anyMatch(name -> before.expressions().values().member(type, name).isPresent())
        ? Truth.YES
        : Truth.NO;
  }

  /** Neither local nor member of the types around, nor a type. */
  private boolean isFree(NameExpression name) {
    return before.expressions().values().find(name.identifier().identifier(), name).isEmpty()
        && !(before.resolve(name) instanceof Resolution.Resolved)
        && !name.identifier().is("nameof");
  }

  private boolean hasUnresolved(CSharpFile file) {
    return before
        .references(file)
        .anyMatch(reference -> reference.resolution() instanceof Resolution.Unresolved);
  }

  /** A call on a value that neither a known extension nor a known instance method explains. */
  private boolean hasUnknownCall(CSharpFile file) {
    return file.root()
        .descendants(Invocation.class)
        .anyMatch(
            call ->
                call.target() instanceof MemberAccess access
                    && before.extensions().isOnValue(access)
                    && before.extensions().mayBeUnknownExtension(access));
  }

  private boolean isComplete(String namespace) {
    Universe universe = before.lookup().universe();
    return universe.tableTypes(namespace).allMatch(universe.visibility()::isComplete);
  }

  private boolean hasUnnamedUse(String namespace, CSharpFile file) {
    Set<String> names = new HashSet<>(before.extensions().extensions(namespace).keySet());
    boolean hasQuery =
        names.contains("Select")
            && file.root()
                .descendants(SyntaxNode.class)
                .anyMatch(node -> node.kind() == SyntaxKind.QUERY_CLAUSE);
    names.retainAll(UNNAMED);
    return hasQuery || !names.isEmpty();
  }
}
