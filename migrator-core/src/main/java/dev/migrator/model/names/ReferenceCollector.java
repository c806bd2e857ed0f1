package dev.migrator.model.names;

import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.BinaryExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.SyntaxKind;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TokenKind;
import dev.migrator.syntax.csharp.TypeExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a file once and notes every place where a type is named. */
final class ReferenceCollector {
  private static final Map<String, ReferenceKind> BY_KEYWORD =
      Map.ofEntries(
          Map.entry("typeof", ReferenceKind.TYPEOF),
          Map.entry("default", ReferenceKind.DEFAULT),
          Map.entry("sizeof", ReferenceKind.SIZEOF),
          Map.entry("new", ReferenceKind.NEW),
          Map.entry("stackalloc", ReferenceKind.NEW),
          Map.entry("as", ReferenceKind.AS),
          Map.entry("is", ReferenceKind.IS),
          Map.entry("catch", ReferenceKind.CATCH),
          Map.entry("foreach", ReferenceKind.LOCAL),
          Map.entry("for", ReferenceKind.LOCAL),
          Map.entry("using", ReferenceKind.LOCAL),
          Map.entry("fixed", ReferenceKind.LOCAL),
          Map.entry("out", ReferenceKind.LOCAL));

  private final Lookup lookup;
  private final Expressions expressions;
  private final List<NameReference> found = new ArrayList<>();

  private ReferenceCollector(Lookup lookup, Expressions expressions) {
    this.lookup = lookup;
    this.expressions = expressions;
  }

  static List<NameReference> collect(Lookup lookup, Expressions expressions, CSharpFile file) {
    ReferenceCollector collector = new ReferenceCollector(lookup, expressions);
    collector.walk(file.root());
    collector.comments(file);
    collector.found.sort(
        Comparator.comparing(NameReference::span).thenComparing(NameReference::kind));
    return List.copyOf(collector.found);
  }

  private void walk(SyntaxNode root) {
    Deque<SyntaxNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      SyntaxNode node = open.pop();
      if (node instanceof TypeSyntax type) {
        open.addAll(visitType(type));
      } else if (node instanceof MemberAccess access) {
        visitAccess(access).forEach(open::push);
      } else if (node instanceof NameExpression name) {
        visitExpression(name);
        name.typeArguments().forEach(open::push);
      } else if (node instanceof NamespaceDeclaration) {
        node.children().stream().filter(c -> !(c instanceof TypeSyntax)).forEach(open::push);
      } else {
        node.children().forEach(open::push);
      }
    }
  }

  /** Returns what is left to visit below it. */
  private List<? extends SyntaxNode> visitType(TypeSyntax type) {
    if (!type.isName() || type.kind() == SyntaxKind.PREDEFINED_TYPE) {
      return type.children();
    }
    ReferenceKind kind = kindOf(type);
    boolean isPlainUsing =
        type.parent()
            .filter(UsingDirective.class::isInstance)
            .filter(using -> ((UsingDirective) using).opensNamespace())
            .isPresent();
    if (!isPlainUsing) {
      addType(type, kind);
    }
    return type.nameParts().stream().flatMap(part -> part.typeArguments().stream()).toList();
  }

  private void addType(TypeSyntax type, ReferenceKind kind) {
    Resolution resolution =
        kind == ReferenceKind.ATTRIBUTE
            ? type.parent()
                .filter(Attribute.class::isInstance)
                .map(a -> lookup.attribute((Attribute) a))
                .orElseGet(Resolution::unknown)
            : lookup.type(type);
    boolean mayBeConstant = kind == ReferenceKind.IS || kind == ReferenceKind.PATTERN;
    if (mayBeConstant && !(resolution instanceof Resolution.Resolved)) {
      addConstant(type, kind, resolution);
      return;
    }
    boolean isNoType =
        resolution instanceof Resolution.Predefined
            || resolution instanceof Resolution.TypeParameter
            || resolution instanceof Resolution.Namespace;
    if (!isNoType) {
      add(kind, type.span(), resolution, type);
    }
  }

  /** {@code x is Limits.Max}: a constant that is written like a type. */
  private void addConstant(TypeSyntax type, ReferenceKind kind, Resolution whole) {
    List<NamePart> parts = NamePart.of(type);
    Project viewer = lookup.universe().project(type.file());
    if (type.aliasQualifier().isEmpty()
        && expressions.values().find(parts.get(0).name(), type).isPresent()) {
      return;
    }
    for (int count = parts.size() - 1; count > 0; count--) {
      Resolution prefix =
          lookup.name(
              lookup.levels().around(type),
              type.aliasQualifier().map(token -> token.identifier()),
              parts.subList(0, count),
              viewer);
      if (prefix instanceof Resolution.Resolved) {
        TypeSyntax.NamePart last = type.nameParts().get(count - 1);
        int end =
            last.typeArguments().isEmpty()
                ? last.identifier().span().end()
                : last.typeArguments().get(last.typeArguments().size() - 1).span().end() + 1;
        add(ReferenceKind.RECEIVER, new Span(type.span().start(), end), prefix, type);
        return;
      }
    }
    if (whole instanceof Resolution.Unresolved && parts.size() == 1) {
      add(kind, type.span(), whole, type);
    }
  }

  private List<SyntaxNode> visitAccess(MemberAccess outermost) {
    List<SyntaxNode> rest = new ArrayList<>();
    List<Expression> chain = new ArrayList<>();
    Expression root = outermost;
    while (root instanceof MemberAccess access
        && !access.isConditional()
        && access.target().isPresent()) {
      chain.add(0, access);
      rest.addAll(access.typeArguments());
      root = access.target().get();
    }
    if (root instanceof NameExpression name) {
      chain.add(0, name);
      rest.addAll(name.typeArguments());
      visitChain(chain);
    } else if (root instanceof TypeExpression type && type.type().isName()) {
      chain.add(0, type);
      rest.add(type.type());
    } else if (root instanceof MemberAccess conditional) {
      rest.addAll(conditional.typeArguments());
      conditional.target().ifPresent(rest::add);
    } else {
      rest.add(root);
    }
    return rest;
  }

  /** Notes the longest part of a chain that is a type, or the first that means nothing. */
  private void visitChain(List<Expression> chain) {
    Optional<Expression> longest = Optional.empty();
    Meaning meaningOfLongest = Meaning.value();
    for (Expression link : chain) {
      Meaning meaning = expressions.of(link);
      if (meaning instanceof Meaning.OfType) {
        longest = Optional.of(link);
        meaningOfLongest = meaning;
      } else if (meaning instanceof Meaning.Unknown unknown && longest.isEmpty()) {
        if (link != chain.get(chain.size() - 1)) {
          add(ReferenceKind.RECEIVER, link.span(), unknown.why(), link);
        }
        return;
      } else if (!(meaning instanceof Meaning.OfNamespace)) {
        break;
      }
    }
    if (longest.isPresent() && meaningOfLongest instanceof Meaning.OfType type) {
      add(kindOf(longest.get()), longest.get().span(), type.resolution(), longest.get());
    }
  }

  private void visitExpression(NameExpression name) {
    boolean isCalled =
        name.parent()
            .filter(Invocation.class::isInstance)
            .map(call -> ((Invocation) call).target().span().equals(name.span()))
            .orElse(false);
    boolean isAssigned =
        name.parent()
            .filter(AssignmentExpression.class::isInstance)
            .map(a -> ((AssignmentExpression) a).left().span().equals(name.span()))
            .orElse(false);
    if (!isCalled && !isAssigned && expressions.of(name) instanceof Meaning.OfType type) {
      add(kindOf(name), name.span(), type.resolution(), name);
    }
  }

  private void comments(CSharpFile file) {
    for (Token token : file.tokens().all()) {
      if (token.kind() == TokenKind.DOCUMENTATION_COMMENT && token.text().contains("cref")) {
        List<Level> levels = levelsOf(file, token);
        for (CrefReader.Cref cref : CrefReader.read(token)) {
          addCref(file, cref, levels);
        }
      }
    }
  }

  private List<Level> levelsOf(CSharpFile file, Token comment) {
    Optional<Token> next = file.tokens().nextSignificant(comment);
    SyntaxNode node = file.root();
    if (next.isPresent()) {
      Optional<SyntaxNode> found = declarationAt(file.root(), next.get().span().start());
      node = found.orElse(node);
    }
    return node instanceof MemberDeclaration
        ? lookup.levels().inside(node)
        : lookup.levels().inRoot(file.root());
  }

  /** The outermost member that starts at an offset, else the innermost one around it. */
  private static Optional<SyntaxNode> declarationAt(SyntaxNode root, int offset) {
    Optional<SyntaxNode> best = Optional.empty();
    SyntaxNode node = root;
    while (true) {
      Optional<? extends SyntaxNode> child =
          node.children().stream()
              .filter(MemberDeclaration.class::isInstance)
              .filter(c -> c.span().contains(offset))
              .findFirst();
      if (child.isEmpty()) {
        return best;
      }
      node = child.get();
      best = Optional.of(node);
      if (node.span().start() == offset) {
        return best;
      }
    }
  }

  private void addCref(CSharpFile file, CrefReader.Cref cref, List<Level> levels) {
    Project viewer = lookup.universe().project(file);
    for (int count = cref.parts().size(); count > 0; count--) {
      Resolution resolution =
          lookup.name(levels, cref.qualifier(), cref.parts().subList(0, count), viewer);
      if (resolution instanceof Resolution.Resolved) {
        Span span = new Span(cref.span().start(), cref.ends().get(count - 1));
        found.add(
            new NameReference(
                ReferenceKind.CREF,
                span,
                span.of(file.source().text()),
                resolution,
                Optional.empty()));
        return;
      }
      if (resolution instanceof Resolution.Namespace
          || resolution instanceof Resolution.TypeParameter) {
        return;
      }
    }
  }

  private void add(ReferenceKind kind, Span span, Resolution resolution, SyntaxNode node) {
    String text = span.of(node.file().source().text());
    found.add(new NameReference(kind, span, text, resolution, Optional.of(node)));
  }

  private static ReferenceKind kindOf(TypeSyntax type) {
    SyntaxNode node = type;
    Optional<SyntaxNode> parent = type.parent();
    while (parent.isPresent() && isWrapper(parent.get(), node)) {
      node = parent.get();
      parent = node.parent();
    }
    return parent.isPresent() ? kindUnder(parent.get(), node) : ReferenceKind.OTHER;
  }

  /** Arrays, nullables, tuples and the like; a generic name is none for its arguments. */
  private static boolean isWrapper(SyntaxNode parent, SyntaxNode node) {
    return parent instanceof TypeSyntax type && !type.isName()
        || parent instanceof TypeExpression
        || parent.kind() == SyntaxKind.OTHER
            && parent.parent().filter(TypeSyntax.class::isInstance).isPresent()
            && node instanceof TypeSyntax;
  }

  private static ReferenceKind kindUnder(SyntaxNode parent, SyntaxNode node) {
    if (parent instanceof TypeSyntax
        || parent instanceof NameExpression
        || parent instanceof MemberAccess access && isTypeArgument(access, node)) {
      return ReferenceKind.GENERIC_ARGUMENT;
    }
    if (parent instanceof UsingDirective using) {
      return using.alias().isPresent() ? ReferenceKind.ALIAS : ReferenceKind.USING_STATIC;
    }
    if (parent instanceof BinaryExpression binary) {
      return binary.operator().is("as") ? ReferenceKind.AS : ReferenceKind.IS;
    }
    return switch (parent.kind()) {
      case ATTRIBUTE -> ReferenceKind.ATTRIBUTE;
      case PARAMETER -> ReferenceKind.PARAMETER;
      case METHOD_DECLARATION, PROPERTY_DECLARATION, INDEXER_DECLARATION, EVENT_DECLARATION ->
          kindInMember(parent, node);
      case DELEGATE_DECLARATION,
          OPERATOR_DECLARATION,
          CONVERSION_OPERATOR_DECLARATION,
          LOCAL_FUNCTION_STATEMENT,
          LAMBDA_EXPRESSION ->
          ReferenceKind.RETURN;
      case CLASS_DECLARATION,
          STRUCT_DECLARATION,
          INTERFACE_DECLARATION,
          RECORD_DECLARATION,
          RECORD_STRUCT_DECLARATION,
          ENUM_DECLARATION ->
          ReferenceKind.BASE;
      case FIELD_DECLARATION -> ReferenceKind.FIELD;
      case EVENT_FIELD_DECLARATION -> ReferenceKind.EVENT;
      case LOCAL_DECLARATION_STATEMENT -> ReferenceKind.LOCAL;
      case OBJECT_CREATION_EXPRESSION -> ReferenceKind.NEW;
      case CAST_EXPRESSION -> ReferenceKind.CAST;
      case PATTERN -> ReferenceKind.PATTERN;
      case CATCH_CLAUSE -> ReferenceKind.CATCH;
      case TYPE_PARAMETER_CONSTRAINT_CLAUSE -> ReferenceKind.CONSTRAINT;
      case MEMBER_ACCESS_EXPRESSION -> ReferenceKind.RECEIVER;
      case ARGUMENT -> kindOfArgument(parent);
      default -> kindByKeyword(parent);
    };
  }

  private static boolean isTypeArgument(MemberAccess access, SyntaxNode node) {
    return access.typeArguments().stream().anyMatch(arg -> arg.span().equals(node.span()));
  }

  private static ReferenceKind kindInMember(SyntaxNode member, SyntaxNode node) {
    Optional<Token> next =
        node
            .file()
            .tokens()
            .significantIn(new Span(node.span().end(), member.span().end()))
            .stream()
            .findFirst();
    if (next.map(token -> token.is(".")).orElse(false)) {
      return ReferenceKind.EXPLICIT_INTERFACE;
    }
    return switch (member.kind()) {
      case METHOD_DECLARATION -> ReferenceKind.RETURN;
      case EVENT_DECLARATION -> ReferenceKind.EVENT;
      default -> ReferenceKind.PROPERTY;
    };
  }

  private static ReferenceKind kindOfArgument(SyntaxNode argument) {
    return argument
            .parent()
            .flatMap(SyntaxNode::parent)
            .filter(Invocation.class::isInstance)
            .map(call -> ((Invocation) call).target().text().equals("nameof"))
            .orElse(false)
        ? ReferenceKind.NAMEOF
        : ReferenceKind.OTHER;
  }

  private static ReferenceKind kindByKeyword(SyntaxNode parent) {
    for (Token token : LocalNames.ownTokens(parent)) {
      ReferenceKind kind = BY_KEYWORD.get(token.text());
      if (kind != null) {
        return kind;
      }
    }
    return parent.kind() == SyntaxKind.OTHER_EXPRESSION ? ReferenceKind.LOCAL : ReferenceKind.OTHER;
  }

  private static ReferenceKind kindOf(Expression expression) {
    Optional<SyntaxNode> parent = expression.parent();
    if (parent.isEmpty()) {
      return ReferenceKind.OTHER;
    }
    if (parent.get() instanceof MemberAccess) {
      return ReferenceKind.RECEIVER;
    }
    if (parent.get() instanceof Argument) {
      return kindOfArgument(parent.get());
    }
    return parent.get().kind() == SyntaxKind.PATTERN ? ReferenceKind.PATTERN : ReferenceKind.OTHER;
  }
}
