package dev.migrator.rule.startup;

import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.Resolution;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.ArgumentList;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CastExpression;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where code uses the caller and the response of an {@code HttpContext}: by declared types, and by
 * the properties of ASP.NET Core from there on.
 */
final class HttpValues {
  private enum Kind {
    CONTEXT,
    RESPONSE,
    OTHER
  }

  private static final Map<String, Kind> TYPES =
      Map.of(
          "Microsoft.AspNetCore.Http.HttpContext", Kind.CONTEXT,
          "Microsoft.AspNetCore.Http.HttpResponse", Kind.RESPONSE);

  private final NameResolver names;

  HttpValues(NameResolver names) {
    this.names = names;
  }

  /** {@code context.User} in a file. */
  Stream<MemberAccess> callers(CSharpFile file) {
    return accesses(file, "User", Kind.CONTEXT);
  }

  /** {@code response.Body} where it is not only written asynchronously. */
  Stream<MemberAccess> synchronousBodies(CSharpFile file) {
    return accesses(file, "Body", Kind.RESPONSE).filter(access -> !isAsynchronous(access));
  }

  private Stream<MemberAccess> accesses(CSharpFile file, String property, Kind owner) {
    return file.root()
        .descendants(MemberAccess.class)
        .filter(access -> access.name().is(property))
        .filter(access -> access.target().filter(target -> kind(target) == owner).isPresent());
  }

  private Kind kind(Expression expression) {
    if (expression instanceof NameExpression name) {
      return ofName(name);
    }
    if (expression instanceof MemberAccess access) {
      return ofProperty(access);
    }
    if (expression instanceof CastExpression cast) {
      return ofType(names.resolve(cast.type()));
    }
    List<Expression> inner =
        expression.children().stream()
            .filter(Expression.class::isInstance)
            .map(Expression.class::cast)
            .toList();
    // Parentheses, await and the null-forgiving operator.
    return inner.size() == 1 && !(expression instanceof Invocation)
        ? kind(inner.get(0))
        : Kind.OTHER;
  }

  private Kind ofName(NameExpression name) {
    Resolution declared = names.declaredType(name);
    if (declared.type().isPresent()) {
      return ofType(declared);
    }
    // A variable is not in sight of its own initializer, so this ends.
    Optional<Expression> initializer = names.initializer(name);
    return initializer.isPresent() && !initializer.get().span().contains(name.span())
        ? kind(initializer.get())
        : Kind.OTHER;
  }

  private Kind ofProperty(MemberAccess access) {
    return switch (access.name().identifier()) {
      case "HttpContext" -> Kind.CONTEXT;
      case "Response" ->
          access.target().filter(target -> kind(target) == Kind.CONTEXT).isPresent()
              ? Kind.RESPONSE
              : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private static Kind ofType(Resolution type) {
    return type.type()
        .map(t -> TYPES.getOrDefault(t.metadataName(), Kind.OTHER))
        .orElse(Kind.OTHER);
  }

  /** {@code body.WriteAsync(…)} and {@code stream.CopyToAsync(body)}. */
  private static boolean isAsynchronous(MemberAccess body) {
    SyntaxNode parent = body.parent().orElseThrow();
    if (parent instanceof MemberAccess member) {
      return member.name().identifier().endsWith("Async");
    }
    return parent instanceof Argument argument
        && argument
            .parent()
            .filter(ArgumentList.class::isInstance)
            .flatMap(SyntaxNode::parent)
            .filter(Invocation.class::isInstance)
            .map(call -> ((Invocation) call).target())
            .filter(MemberAccess.class::isInstance)
            .filter(called -> ((MemberAccess) called).name().identifier().endsWith("Async"))
            .isPresent();
  }
}
