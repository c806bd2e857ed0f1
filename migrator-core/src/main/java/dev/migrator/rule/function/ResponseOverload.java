package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.Resolution;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.SyntaxKind;
import java.util.List;
import java.util.Set;

/** The overload that a call of {@code CreateResponse} or {@code CreateErrorResponse} asks for. */
final class ResponseOverload {
  private static final Set<String> OF_THE_SHIM =
      Set.of(
          "System.Web.Http.HttpError",
          "Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary");

  private final boolean isError;
  private final List<Expression> arguments;
  private final CodeBase code;

  ResponseOverload(Invocation call, CodeBase code) {
    this.isError = ((MemberAccess) call.target()).name().is("CreateErrorResponse");
    this.arguments = call.argumentList().arguments().stream().map(Argument::expression).toList();
    this.code = code;
  }

  /** Whether the compatibility file has it, as far as the text tells; not in doubt. */
  boolean isSupplied() {
    if (isError) {
      return arguments.size() == 3 || arguments.size() == 2 && !isOfTheShim(arguments.get(1));
    }
    return arguments.size() < 3 || arguments.size() == 3 && isText(arguments.get(2));
  }

  private boolean isOfTheShim(Expression value) {
    if (value instanceof ObjectCreation creation && creation.type().isPresent()) {
      return code.names().resolve(creation.type().get()).isAny(OF_THE_SHIM);
    }
    return value instanceof NameExpression name
            && (name.identifier().is("ModelState")
                || code.names().declaredType(name).isAny(OF_THE_SHIM))
        || value instanceof MemberAccess access && access.name().is("ModelState");
  }

  private boolean isText(Expression value) {
    if (value.kind() == SyntaxKind.INTERPOLATED_STRING_EXPRESSION
        || code.constants().evaluate(value).text().isPresent()) {
      return true;
    }
    if (!(value instanceof NameExpression name)) {
      return false;
    }
    Resolution type = code.names().declaredType(name);
    return type.is("System.String")
        || type instanceof Resolution.Predefined predefined
            && Set.of("string", "string?").contains(predefined.text());
  }
}
