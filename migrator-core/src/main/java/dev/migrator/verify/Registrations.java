package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.FunctionApp;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements with which the entry point of an app registers things: recorded in its lock by a
 * conversion, looked for by {@code verify}. Where they stand and what numbers they hold may change.
 */
public final class Registrations {
  private static final Set<String> STARTING = Set.of("Run", "RunAsync");

  private Registrations() {}

  /** As written, in order, blanks collapsed; the one that starts the worker is none. */
  public static List<String> of(FunctionApp app) {
    return app.code().files().stream()
        .flatMap(Registrations::entryPoints)
        .flatMap(Registrations::statements)
        .map(Registrations::collapsed)
        .toList();
  }

  /** {@code Main}, and what stands outside of types. */
  static Stream<SyntaxNode> entryPoints(CSharpFile file) {
    Stream<SyntaxNode> ofMethods =
        file.methods()
            .filter(method -> method.identifier().is("Main") && method.hasModifier("static"))
            .map(method -> method);
    return Stream.concat(file.root().statements().stream(), ofMethods);
  }

  private static Stream<ExpressionStatement> statements(SyntaxNode node) {
    return ownStatements(node).filter(statement -> !parts(statement).isEmpty());
  }

  /** The statements of a node, itself included, but those of lambdas and the one that starts. */
  static Stream<ExpressionStatement> ownStatements(SyntaxNode node) {
    Stream<ExpressionStatement> below = node.descendants(ExpressionStatement.class);
    Stream<ExpressionStatement> all =
        node instanceof ExpressionStatement self ? Stream.concat(Stream.of(self), below) : below;
    return all.filter(statement -> statement.ancestor(LambdaExpression.class).isEmpty())
        .filter(statement -> !isStart(statement));
  }

  /** As written, blanks collapsed. */
  static String collapsed(ExpressionStatement statement) {
    return statement.text().replaceAll("\\s+", " ");
  }

  private static boolean isStart(ExpressionStatement statement) {
    return statement
        .descendants(Invocation.class)
        .flatMap(call -> AppCalls.method(call).stream())
        .anyMatch(STARTING::contains);
  }

  /** A finding for each recorded statement that stands nowhere in the app any more. */
  public static List<Diagnostic> missing(List<String> recorded, FunctionApp app) {
    List<Set<String>> present = new ArrayList<>();
    app.running()
        .flatMap(code -> code.files().stream())
        .flatMap(file -> file.root().descendants(Expression.class))
        .filter(expression -> !(expression.parent().orElse(null) instanceof Expression))
        .map(Registrations::parts)
        .forEach(present::add);
    return parsed(recorded).stream()
        .filter(statement -> !take(present, parts(statement)))
        .map(statement -> missing(statement, app))
        .toList();
  }

  /** Takes the statement that fits best, so that one does not stand for two. */
  private static boolean take(List<Set<String>> present, Set<String> wanted) {
    return present.remove(wanted) || present.stream().anyMatch(p -> p.containsAll(wanted));
  }

  private static Diagnostic missing(ExpressionStatement statement, FunctionApp app) {
    return Diagnostic.of(
        Code.REGISTRATION_MISSING,
        Location.ofFile(app.project().path()),
        "the conversion registered `" + statement.text() + "`, and nothing does now",
        "put the line back into Program.cs");
  }

  private static List<ExpressionStatement> parsed(List<String> statements) {
    String text = "class Lock { void Main() {\n" + String.join("\n", statements) + "\n} }";
    CSharpFile file =
        CSharpParser.parse(SourceFile.of("lock", text), PreprocessorSymbols.of(List.of()));
    return file.root()
        .descendants(ExpressionStatement.class)
        .filter(statement -> statement.ancestor(LambdaExpression.class).isEmpty())
        .toList();
  }

  /** Methods that are called with their type arguments, types, texts and members that are set. */
  private static Set<String> parts(SyntaxNode node) {
    Set<String> parts = new TreeSet<>();
    Stream<Expression> below = node.descendants(Expression.class);
    Stream<Expression> all =
        node instanceof Expression self ? Stream.concat(Stream.of(self), below) : below;
    all.forEach(expression -> addPart(expression, parts));
    return parts;
  }

  private static void addPart(Expression expression, Set<String> parts) {
    if (expression instanceof Invocation call) {
      AppCalls.method(call).map(name -> name + typeArguments(call.target())).ifPresent(parts::add);
    } else if (expression instanceof ObjectCreation creation) {
      creation.type().map(type -> "new " + type.simpleName()).ifPresent(parts::add);
    } else if (expression instanceof LiteralExpression literal) {
      literal.stringValue().map(text -> '"' + text + '"').ifPresent(parts::add);
      if (literal.token().is("null")) {
        parts.add("null");
      }
    } else if (expression instanceof AssignmentExpression assignment
        && assignment.left() instanceof MemberAccess member) {
      parts.add(member.name().identifier() + " =");
    }
  }

  private static String typeArguments(Expression target) {
    List<TypeSyntax> arguments =
        target instanceof MemberAccess member
            ? member.typeArguments()
            : target instanceof NameExpression name ? name.typeArguments() : List.of();
    return arguments.isEmpty()
        ? ""
        : arguments.stream()
            .map(TypeSyntax::simpleName)
            .collect(Collectors.joining(", ", "<", ">"));
  }
}
