package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpParser.*;
import dev.migrator.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Members of files, namespaces and types. */
final class MemberViews {
  private MemberViews() {}

  static SyntaxNode of(NodeView parent, MemberDeclarationContext member) {
    MemberRestContext rest = member.memberRest();
    if (rest instanceof NamespaceMemberContext namespace) {
      return new NamespaceView(parent, member, namespace);
    }
    if (rest instanceof TypeMemberContext type) {
      return new TypeDeclarationView(parent, member, typeKind(type), type);
    }
    if (rest instanceof ExtensionMemberContext type) {
      return new TypeDeclarationView(parent, member, SyntaxKind.EXTENSION_BLOCK_DECLARATION, type);
    }
    if (rest instanceof EnumTypeContext type) {
      return new TypeDeclarationView(parent, member, SyntaxKind.ENUM_DECLARATION, type);
    }
    if (rest instanceof DelegateMemberContext type) {
      return new DelegateView(parent, member, type);
    }
    if (rest instanceof MethodContext method) {
      return new MethodView(parent, member, method);
    }
    if (rest instanceof ConstructorContext constructor) {
      return new ConstructorView(parent, member, constructor);
    }
    if (rest instanceof FieldContext
        || rest instanceof EventFieldContext
        || rest instanceof FixedMemberContext) {
      return new FieldView(parent, member, rest);
    }
    if (rest instanceof PropertyContext
        || rest instanceof IndexerContext
        || rest instanceof EventMemberContext) {
      return new PropertyView(parent, member, rest);
    }
    if (rest instanceof DestructorContext
        || rest instanceof ConversionContext
        || rest instanceof OperatorMemberContext) {
      return new FunctionMemberView(parent, member, rest);
    }
    return new MemberView(parent, member, SyntaxKind.INCOMPLETE_MEMBER);
  }

  private static SyntaxKind typeKind(TypeMemberContext type) {
    TypeKeywordContext keyword = type.typeKeyword();
    if (keyword == null) {
      return SyntaxKind.CLASS_DECLARATION;
    }
    boolean isStruct = keyword.STRUCT() != null;
    if (keyword.RECORD() != null) {
      return isStruct ? SyntaxKind.RECORD_STRUCT_DECLARATION : SyntaxKind.RECORD_DECLARATION;
    }
    return isStruct
        ? SyntaxKind.STRUCT_DECLARATION
        : keyword.INTERFACE() != null
            ? SyntaxKind.INTERFACE_DECLARATION
            : SyntaxKind.CLASS_DECLARATION;
  }

  /** A namespace. */
  static final class NamespaceView extends MemberView implements NamespaceDeclaration {
    /** Asked for at each name that stands in the namespace. */
    private volatile @Nullable String full;

    NamespaceView(NodeView parent, ParserRuleContext context, NamespaceMemberContext namespace) {
      super(
          parent,
          context,
          isFileScoped(namespace.namespaceBody())
              ? SyntaxKind.FILE_SCOPED_NAMESPACE_DECLARATION
              : SyntaxKind.NAMESPACE_DECLARATION);
    }

    private static boolean isFileScoped(@Nullable NamespaceBodyContext body) {
      return body != null && body.getStart().getType() == CSharpLexer.SEMI;
    }

    /** A file-scoped namespace ends with its last member. */
    @Override
    public Span span() {
      List<SyntaxNode> inside = children();
      Span all = super.span();
      return isFileScoped() && !inside.isEmpty()
          ? new Span(all.start(), Math.min(all.end(), endOf(inside)))
          : all;
    }

    private int endOf(List<SyntaxNode> inside) {
      SyntaxNode last = inside.get(inside.size() - 1);
      return last instanceof TypeSyntax
          ? file()
              .tokens()
              .nextSignificant(file().tokens().at(last.span().end() - 1))
              .orElseThrow()
              .span()
              .end()
          : last.span().end();
    }

    @Override
    public String name() {
      return first(TypeSyntax.class).map(TypeSyntax::dottedName).orElse("");
    }

    @Override
    public String namespace() {
      String known = full;
      if (known == null) {
        known = NamespaceDeclaration.super.namespace();
        full = known;
      }
      return known;
    }

    @Override
    public boolean isFileScoped() {
      return kind() == SyntaxKind.FILE_SCOPED_NAMESPACE_DECLARATION;
    }

    @Override
    public List<UsingDirective> usings() {
      return childrenOf(UsingDirective.class);
    }

    @Override
    public List<MemberDeclaration> members() {
      return childrenOf(MemberDeclaration.class);
    }
  }

  /** A type with members. */
  static final class TypeDeclarationView extends MemberView implements TypeDeclaration {
    private final MemberRestContext rest;

    /** Asked for at each name that stands in the type. */
    private @Nullable List<TypeParameter> typeParameters;

    private @Nullable List<MemberDeclaration> members;

    TypeDeclarationView(
        NodeView parent, ParserRuleContext context, SyntaxKind kind, MemberRestContext rest) {
      super(parent, context, kind);
      this.rest = rest;
    }

    @Override
    public String keyword() {
      return switch (kind()) {
        case STRUCT_DECLARATION -> "struct";
        case INTERFACE_DECLARATION -> "interface";
        case RECORD_DECLARATION -> "record";
        case RECORD_STRUCT_DECLARATION -> "record struct";
        case ENUM_DECLARATION -> "enum";
        case EXTENSION_BLOCK_DECLARATION -> "extension";
        default -> "class";
      };
    }

    @Override
    public Token identifier() {
      if (rest instanceof ExtensionMemberContext) {
        return terminal(rest, CSharpLexer.EXTENSION).orElseGet(() -> tokenOf(null));
      }
      return tokenOf(
          rest instanceof TypeMemberContext type
              ? type.identifier()
              : ((EnumTypeContext) rest).identifier());
    }

    @Override
    public List<TypeParameter> typeParameters() {
      List<TypeParameter> known = typeParameters;
      if (known == null) {
        known = childrenOf(TypeParameter.class);
        typeParameters = known;
      }
      return known;
    }

    @Override
    public Optional<ParameterList> parameterList() {
      return first(ParameterList.class);
    }

    @Override
    public List<TypeSyntax> baseTypes() {
      return childrenOf(TypeSyntax.class);
    }

    @Override
    public List<MemberDeclaration> members() {
      List<MemberDeclaration> known = members;
      if (known == null) {
        known = childrenOf(MemberDeclaration.class);
        members = known;
      }
      return known;
    }

    private @Nullable ParserRuleContext braces() {
      if (rest instanceof ExtensionMemberContext block) {
        return block.typeBody();
      }
      return rest instanceof TypeMemberContext type
          ? type.typeBody()
          : ((EnumTypeContext) rest).enumBody();
    }

    @Override
    public Optional<Token> openBrace() {
      return Optional.ofNullable(braces()).flatMap(body -> terminal(body, CSharpLexer.LBRACE));
    }

    @Override
    public Optional<Token> closeBrace() {
      return Optional.ofNullable(braces()).flatMap(body -> terminal(body, CSharpLexer.RBRACE));
    }
  }

  /** A delegate. */
  static final class DelegateView extends MemberView implements DelegateDeclaration {
    private final DelegateMemberContext rest;

    DelegateView(NodeView parent, ParserRuleContext context, DelegateMemberContext rest) {
      super(parent, context, SyntaxKind.DELEGATE_DECLARATION);
      this.rest = rest;
    }

    @Override
    public TypeSyntax returnType() {
      return only(TypeSyntax.class);
    }

    @Override
    public Token identifier() {
      return tokenOf(rest.identifier());
    }

    @Override
    public List<TypeParameter> typeParameters() {
      return childrenOf(TypeParameter.class);
    }

    @Override
    public ParameterList parameterList() {
      return only(ParameterList.class);
    }
  }

  /** A method. */
  static final class MethodView extends MemberView implements MethodDeclaration {
    private final MethodContext rest;

    MethodView(NodeView parent, ParserRuleContext context, MethodContext rest) {
      super(parent, context, SyntaxKind.METHOD_DECLARATION);
      this.rest = rest;
    }

    @Override
    public TypeSyntax returnType() {
      return only(TypeSyntax.class);
    }

    @Override
    public Optional<TypeSyntax> explicitInterface() {
      return Optional.ofNullable(rest.explicitInterface())
          .flatMap(written -> view(written.qualifier(), TypeSyntax.class));
    }

    @Override
    public Token identifier() {
      return tokenOf(rest.identifier());
    }

    @Override
    public List<TypeParameter> typeParameters() {
      return childrenOf(TypeParameter.class);
    }

    @Override
    public ParameterList parameterList() {
      return only(ParameterList.class);
    }

    @Override
    public Optional<Body> body() {
      return first(Body.class);
    }
  }

  /** A constructor. */
  static final class ConstructorView extends MemberView implements ConstructorDeclaration {
    private final ConstructorContext rest;

    ConstructorView(NodeView parent, ParserRuleContext context, ConstructorContext rest) {
      super(parent, context, SyntaxKind.CONSTRUCTOR_DECLARATION);
      this.rest = rest;
    }

    @Override
    public Token identifier() {
      return tokenOf(rest.identifier());
    }

    @Override
    public Optional<ArgumentList> initializerArguments() {
      return first(ArgumentList.class);
    }

    @Override
    public ParameterList parameterList() {
      return only(ParameterList.class);
    }

    @Override
    public Optional<Body> body() {
      return first(Body.class);
    }
  }

  /** A destructor or an operator. */
  static final class FunctionMemberView extends MemberView implements BaseMethodDeclaration {
    FunctionMemberView(NodeView parent, ParserRuleContext context, MemberRestContext rest) {
      super(
          parent,
          context,
          rest instanceof DestructorContext
              ? SyntaxKind.DESTRUCTOR_DECLARATION
              : rest instanceof ConversionContext
                  ? SyntaxKind.CONVERSION_OPERATOR_DECLARATION
                  : SyntaxKind.OPERATOR_DECLARATION);
    }

    @Override
    public ParameterList parameterList() {
      return only(ParameterList.class);
    }

    @Override
    public Optional<Body> body() {
      return first(Body.class);
    }
  }

  /** Fields, constants, and events without accessors. */
  static final class FieldView extends MemberView implements FieldDeclaration {
    FieldView(NodeView parent, ParserRuleContext context, MemberRestContext rest) {
      super(
          parent,
          context,
          rest instanceof EventFieldContext
              ? SyntaxKind.EVENT_FIELD_DECLARATION
              : SyntaxKind.FIELD_DECLARATION);
    }

    @Override
    public TypeSyntax type() {
      return only(TypeSyntax.class);
    }

    @Override
    public List<VariableDeclarator> variables() {
      return childrenOf(VariableDeclarator.class);
    }
  }

  /** Properties, indexers, and events with accessors. */
  static final class PropertyView extends MemberView implements PropertyDeclaration {
    private final MemberRestContext rest;

    PropertyView(NodeView parent, ParserRuleContext context, MemberRestContext rest) {
      super(
          parent,
          context,
          rest instanceof IndexerContext
              ? SyntaxKind.INDEXER_DECLARATION
              : rest instanceof EventMemberContext
                  ? SyntaxKind.EVENT_DECLARATION
                  : SyntaxKind.PROPERTY_DECLARATION);
      this.rest = rest;
    }

    @Override
    public TypeSyntax type() {
      return only(TypeSyntax.class);
    }

    @Override
    public Token identifier() {
      if (rest instanceof PropertyContext property) {
        return tokenOf(property.identifier());
      }
      return rest instanceof EventMemberContext event
          ? tokenOf(event.identifier())
          : terminal(rest, CSharpLexer.THIS).orElseGet(() -> tokenOf(null));
    }

    @Override
    public Optional<Expression> initializer() {
      return first(Expression.class);
    }

    @Override
    public Optional<Body> expressionBody() {
      return first(Body.class).filter(Body::isExpression);
    }
  }

  /** A value of an enum. */
  static final class EnumMemberView extends MemberView implements EnumMember {
    EnumMemberView(NodeView parent, ParserRuleContext context) {
      super(parent, context, SyntaxKind.ENUM_MEMBER_DECLARATION);
    }

    @Override
    public Token identifier() {
      return tokenOf(((EnumMemberContext) context()).identifier());
    }

    @Override
    public Optional<Expression> value() {
      return first(Expression.class);
    }
  }
}
