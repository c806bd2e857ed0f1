package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.FieldDeclaration;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ParenthesizedExpression;
import dev.migrator.syntax.csharp.PropertyDeclaration;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import dev.migrator.syntax.csharp.VariableDeclarator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rewrites what code reads of the builders and contexts of a startup, in startup classes and in
 * helpers alike; everything else stays.
 */
final class StartupBody {
  private static final String EXTENSIONS =
      "Microsoft.Azure.Functions.Extensions.DependencyInjection.";
  private static final Set<String> HOST_BUILDERS =
      Set.of(EXTENSIONS + "IFunctionsHostBuilder", EXTENSIONS + "IFunctionsConfigurationBuilder");
  private static final Set<String> CONFIGURATION_BUILDERS =
      Set.of(
          EXTENSIONS + "IFunctionsConfigurationBuilder",
          "Microsoft.Azure.WebJobs.Hosting.IWebJobsConfigurationBuilder");

  /** What a builder of the host is asked for. */
  static final Set<String> CONTEXTS =
      Set.of(
          EXTENSIONS + "FunctionsHostBuilderContext",
          "Microsoft.Azure.WebJobs.WebJobsBuilderContext");

  /** What startup classes are given to register with. */
  static final Set<String> BUILDERS =
      Stream.of(
              HOST_BUILDERS,
              CONFIGURATION_BUILDERS,
              Set.of("Microsoft.Azure.WebJobs.IWebJobsBuilder"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> REMOVING = Set.of("Clear", "Remove", "RemoveAt");

  private final CSharpFile file;
  private final NameResolver names;
  private final String ruleId;

  /** Locals that hold a context and are declared with {@code var}, by their declarator. */
  private final Set<String> contextLocals = new HashSet<>();

  StartupBody(CSharpFile file, NameResolver names, String ruleId) {
    this.file = file;
    this.names = names;
    this.ruleId = ruleId;
  }

  /** Whether the file names one of the types; no other file is worth the walk. */
  boolean isConcerned() {
    return names
        .references(file)
        .map(NameReference::resolution)
        .anyMatch(type -> type.isAny(BUILDERS) || type.isAny(CONTEXTS));
  }

  void rewrite(RuleOutcome.Builder outcome) {
    List<Invocation> calls = file.root().descendants(Invocation.class).toList();
    List<MemberAccess> accesses = file.root().descendants(MemberAccess.class).toList();
    calls.forEach(call -> contextCall(call, outcome));
    accesses.forEach(access -> contextMember(access, outcome));
    accesses.forEach(access -> configurationBuilder(access, outcome));
  }

  /** {@code builder.GetContext()} to {@code builder}. */
  private void contextCall(Invocation call, RuleOutcome.Builder outcome) {
    Optional<Expression> builder = contextOf(call);
    if (builder.isEmpty()) {
      return;
    }
    parent(call, VariableDeclarator.class)
        .ifPresent(variable -> contextLocals.add(local(variable, variable.identifier().text())));
    if (!isReplacedWhole(call)) {
      outcome.edit(
          Edit.delete(path(), new Span(builder.get().span().end(), call.span().end()), ruleId));
    }
  }

  private Optional<Expression> contextOf(Expression expression) {
    return builderOf(expression).filter(builder -> isOf(builder, HOST_BUILDERS));
  }

  /** Of {@code builder.GetContext()}. */
  private static Optional<Expression> builderOf(Expression expression) {
    return expression instanceof Invocation call
            && call.argumentList().arguments().isEmpty()
            && call.target() instanceof MemberAccess access
            && access.name().is("GetContext")
        ? access.target()
        : Optional.empty();
  }

  /** Whether an expression asks a builder of the host for its context. */
  static boolean isContextCall(Expression expression, NameResolver names) {
    return builderOf(expression)
        .filter(
            builder ->
                builder instanceof NameExpression name
                    && names.declaredType(name).isAny(HOST_BUILDERS))
        .isPresent();
  }

  /** {@code builder.GetContext().ApplicationRootPath} has no builder in it afterwards. */
  private static boolean isReplacedWhole(Invocation call) {
    return parent(call, MemberAccess.class)
        .map(access -> access.name().is("ApplicationRootPath"))
        .orElse(false);
  }

  /** Members of the context that the builder has under another name. */
  private void contextMember(MemberAccess access, RuleOutcome.Builder outcome) {
    if (access.target().filter(this::isContext).isEmpty()) {
      return;
    }
    if (access.name().is("EnvironmentName")) {
      outcome.edit(Edit.insert(path(), access.name().span().start(), "Environment.", ruleId));
    } else if (access.name().is("ApplicationRootPath")) {
      outcome.edit(Edit.replace(path(), access.span(), "System.AppContext.BaseDirectory", ruleId));
    }
  }

  private boolean isContext(Expression expression) {
    return contextOf(expression).isPresent()
        || isOf(expression, CONTEXTS)
        || expression instanceof NameExpression name
            && contextLocals.contains(local(name, name.identifier().text()));
  }

  /** A local is known by the member around it: good enough, since it must be declared there. */
  private static String local(SyntaxNode node, String name) {
    return node.ancestor(MemberDeclaration.class).map(member -> member.span().start()).orElse(0)
        + " "
        + name;
  }

  private boolean isOf(Expression expression, Set<String> types) {
    Expression inner = expression;
    while (inner instanceof ParenthesizedExpression parentheses) {
      inner = parentheses.expression();
    }
    if (inner instanceof MemberAccess access
        && access.target().map(target -> target.text().equals("this")).orElse(false)) {
      return isMemberOf(access, types);
    }
    return inner instanceof NameExpression name && names.declaredType(name).isAny(types);
  }

  /** Of {@code this.builder}: a field or property of the class around. */
  private boolean isMemberOf(MemberAccess access, Set<String> types) {
    String name = access.name().identifier();
    List<MemberDeclaration> members =
        access.ancestor(TypeDeclaration.class).map(TypeDeclaration::members).orElse(List.of());
    return members.stream()
        .flatMap(member -> typeOf(member, name).stream())
        .anyMatch(type -> names.resolve(type).isAny(types));
  }

  private static Optional<TypeSyntax> typeOf(MemberDeclaration member, String name) {
    if (member instanceof FieldDeclaration field) {
      return field.variables().stream()
          .filter(variable -> variable.identifier().identifier().equals(name))
          .map(variable -> field.type())
          .findFirst();
    }
    return member instanceof PropertyDeclaration property
            && property.identifier().identifier().equals(name)
        ? Optional.of(property.type())
        : Optional.empty();
  }

  /** {@code b.ConfigurationBuilder} to {@code b.Configuration}, with {@code .Build()} behind it. */
  private void configurationBuilder(MemberAccess access, RuleOutcome.Builder outcome) {
    if (!access.name().is("ConfigurationBuilder")
        || access.target().filter(target -> isOf(target, CONFIGURATION_BUILDERS)).isEmpty()) {
      return;
    }
    int end = access.span().end();
    outcome.edit(
        Edit.replace(
            path(),
            new Span(
                access.name().span().start(),
                buildCall(access).map(build -> build.span().end()).orElse(end)),
            "Configuration",
            ruleId));
    sourcesRemoved(access).ifPresent(call -> outcome.finding(withoutHost(call)));
  }

  private static Optional<Invocation> buildCall(MemberAccess access) {
    return parent(access, MemberAccess.class)
        .filter(outer -> outer.name().is("Build"))
        .flatMap(outer -> parent(outer, Invocation.class));
  }

  /** {@code b.ConfigurationBuilder.Sources.Clear()}. */
  private static Optional<Invocation> sourcesRemoved(MemberAccess access) {
    return parent(access, MemberAccess.class)
        .filter(sources -> sources.name().is("Sources"))
        .flatMap(sources -> parent(sources, MemberAccess.class))
        .filter(method -> REMOVING.contains(method.name().identifier()))
        .flatMap(method -> parent(method, Invocation.class));
  }

  private static Diagnostic withoutHost(Invocation call) {
    return Diagnostic.of(
        Code.STARTUP_NOT_CONVERTIBLE,
        call.location(),
        "`"
            + call.text()
            + "` takes sources away: a worker without the sources that it starts with"
            + " does not find its host",
        "add sources behind those that are there; the last one wins");
  }

  private static <T extends SyntaxNode> Optional<T> parent(SyntaxNode node, Class<T> type) {
    return node.parent().filter(type::isInstance).map(type::cast);
  }

  private String path() {
    return file.source().path();
  }
}
