package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Need;
import dev.migrator.rule.Removal;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.Body;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ConstructorDeclaration;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code [DependencyInjectionConfig(typeof(Config))]} of the package {@code
 * AzureFunctions.Autofac}: the constructor of the class becomes a method that Program.cs calls;
 * used once.
 */
final class AutofacConfigs {
  static final String PACKAGE = "AzureFunctions.Autofac";

  private static final String CONFIG = PACKAGE + ".DependencyInjectionConfigAttribute";
  private static final String INJECT = PACKAGE + ".InjectAttribute";
  private static final String INITIALIZER = PACKAGE + ".Configuration.DependencyInjection";

  private final FunctionApp app;
  private final CodeBase code;
  private final String ruleId;
  private final RuleOutcome.Builder outcome = RuleOutcome.builder();

  AutofacConfigs(FunctionApp app, String ruleId) {
    this.app = app;
    this.code = app.code();
    this.ruleId = ruleId;
  }

  RuleOutcome outcome() {
    attributes(INJECT)
        .filter(attribute -> !attribute.arguments().isEmpty())
        .forEach(attribute -> outcome.finding(left(attribute, "names a service")));
    List<Attribute> uses = attributes(CONFIG).toList();
    Set<String> configs =
        uses.stream().flatMap(use -> config(use).stream()).collect(Collectors.toSet());
    Optional<Initializer> initializer =
        configs.size() == 1 && uses.stream().allMatch(use -> config(use).isPresent())
            ? initializer(configs.iterator().next())
            : Optional.empty();
    uses.forEach(
        use -> {
          if (initializer.isPresent()) {
            outcome.edit(Removal.ofAttribute(use, ruleId));
          } else {
            outcome.finding(left(use, "asks for a container of its own"));
          }
        });
    initializer.ifPresent(this::convert);
    return outcome.build();
  }

  private Stream<Attribute> attributes(String type) {
    return app.code().files().stream()
        .flatMap(file -> file.root().descendants(Attribute.class))
        .filter(attribute -> code.names().isAttribute(attribute, type));
  }

  /** The class of {@code typeof(Config)}. */
  private Optional<String> config(Attribute use) {
    return use.arguments().stream()
        .limit(1)
        .map(argument -> argument.expression().text())
        .filter(text -> text.matches("typeof\\s*\\(.*\\)"))
        .map(text -> text.substring(text.indexOf('(') + 1, text.length() - 1).strip())
        .flatMap(name -> code.names().resolveSimple(name, use).type().stream())
        .map(type -> type.metadataName())
        .findFirst();
  }

  /** The call that does all the work of a constructor. */
  private record Initializer(
      ConstructorDeclaration constructor, Invocation call, Argument last, TypeDeclaration type) {}

  private Optional<Initializer> initializer(String name) {
    List<TypeDeclaration> types = code.declared(name).toList();
    if (types.size() != 1) {
      return Optional.empty();
    }
    List<ConstructorDeclaration> constructors =
        types.get(0).members().stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .toList();
    return constructors.size() == 1
        ? initializer(constructors.get(0), types.get(0))
        : Optional.empty();
  }

  private Optional<Initializer> initializer(
      ConstructorDeclaration constructor, TypeDeclaration type) {
    List<Parameter> parameters = constructor.parameterList().parameters();
    Optional<Invocation> call =
        constructor
            .body()
            .map(Body::statements)
            .filter(statements -> statements.size() == 1)
            .map(statements -> statements.get(0))
            .filter(ExpressionStatement.class::isInstance)
            .map(statement -> ((ExpressionStatement) statement).expression())
            .filter(Invocation.class::isInstance)
            .map(Invocation.class::cast)
            .filter(this::isInitialize);
    if (parameters.size() != 1
        || constructor.initializerArguments().isPresent()
        || call.isEmpty()
        || call.get().argumentList().arguments().size() != 2) {
      return Optional.empty();
    }
    Argument registrations = call.get().argumentList().arguments().get(0);
    Argument last = call.get().argumentList().arguments().get(1);
    String parameter = parameters.get(0).identifier().text();
    boolean isPlain =
        (registrations.expression() instanceof LambdaExpression
                || isStaticMethod(registrations.expression(), type))
            && last.text().equals(parameter)
            && registrations
                .descendants(NameExpression.class)
                .noneMatch(name -> name.identifier().is(parameter));
    return isPlain
        ? Optional.of(new Initializer(constructor, call.get(), last, type))
        : Optional.empty();
  }

  /** {@code Register} for a method of the class, which the static method that calls it can name. */
  private static boolean isStaticMethod(Expression expression, TypeDeclaration type) {
    return expression instanceof NameExpression name
        && type.members().stream()
            .filter(MethodDeclaration.class::isInstance)
            .map(MethodDeclaration.class::cast)
            .anyMatch(
                method ->
                    method.identifier().is(name.identifier().identifier())
                        && method.hasModifier("static"));
  }

  private boolean isInitialize(Invocation call) {
    return call.target() instanceof MemberAccess access
        && access.name().is("Initialize")
        && access
            .target()
            .filter(target -> code.names().resolve(target).is(INITIALIZER))
            .isPresent();
  }

  private void convert(Initializer initializer) {
    CSharpFile file = initializer.type().file();
    String path = file.source().path();
    String text = initializer.constructor().text();
    String host = text.matches("(?s).*\\bhost\\b.*") ? "hostBuilder" : "host";
    ConstructorDeclaration constructor = initializer.constructor();
    Span header =
        new Span(constructor.identifier().span().start(), constructor.parameterList().span().end());
    List<Argument> arguments = initializer.call().argumentList().arguments();
    outcome.edit(
        replace(path, header, "static void Configure(IHostApplicationBuilder " + host + ")"));
    outcome.edit(
        replace(
            path,
            new Span(initializer.call().span().start(), arguments.get(0).span().start()),
            host + ".ConfigureContainer(new AutofacServiceProviderFactory(), "));
    outcome.edit(
        replace(
            path, new Span(arguments.get(0).span().end(), initializer.last().span().end()), ""));
    outcome.need(new Need.Using(path, AutofacPackages.NAMESPACE));
    outcome.need(new Need.Using(path, "Microsoft.Extensions.Hosting"));
    outcome.need(
        new Need.StartupCall(
            Need.StartupCall.FIRST_SERVICE,
            initializer.type().identifier().text() + ".Configure(builder);",
            initializer.type().namespace()));
  }

  private Edit replace(String path, Span span, String text) {
    return Edit.replace(path, span, text, ruleId);
  }

  private static Diagnostic left(Attribute attribute, String what) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        attribute.location(),
        "`" + attribute.text() + "` " + what + ", which the worker cannot do",
        "register everything in one class that calls DependencyInjection.Initialize and nothing"
            + " else, give services types of their own, and run again");
  }
}
