package dev.migrator.rule.startup;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.Resolution;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.TypeExpression;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps the worker's settings in reach of an app that registers an {@code IConfiguration} of its
 * own: {@code builder.UseWorkerConfiguration();} behind its registrations (core-model T29).
 */
public final class ReplacedConfiguration implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0405", "An IConfiguration of the app stands before the worker's", Step.CODE);

  private static final String CONFIGURATION = "Microsoft.Extensions.Configuration.IConfiguration";
  private static final Set<String> REGISTERING =
      Set.of(
          "AddSingleton",
          "AddScoped",
          "AddTransient",
          "Singleton",
          "Scoped",
          "Transient",
          "Describe",
          "RemoveAll");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    boolean isReplaced = app.running().anyMatch(ReplacedConfiguration::isReplacedIn);
    return isReplaced
        ? RuleOutcome.builder()
            .need(new Need.Compatibility(CompatibilityPart.WORKER_CONFIGURATION, ""))
            .need(new Need.Registration(RegistrationLine.WORKER_CONFIGURATION))
            .build()
        : RuleOutcome.NOTHING;
  }

  private static boolean isReplacedIn(CodeBase code) {
    return code.files().stream().anyMatch(file -> isReplacedIn(file, code.names()));
  }

  /** Only files that name the services are worth the walk. */
  private static boolean isReplacedIn(CSharpFile file, NameResolver names) {
    String text = file.source().text();
    return text.contains("onfig")
        && REGISTERING.stream().anyMatch(text::contains)
        && file.root()
            .descendants(Invocation.class)
            .anyMatch(call -> registersConfiguration(call, names));
  }

  private static boolean registersConfiguration(Invocation call, NameResolver names) {
    if (!(call.target() instanceof MemberAccess access)
        || !REGISTERING.contains(access.name().identifier())) {
      return false;
    }
    List<Argument> arguments = call.argumentList().arguments();
    if (!access.typeArguments().isEmpty()) {
      return isConfiguration(access.typeArguments().get(0), names)
          && arguments.stream().noneMatch(a -> isTheWorkers(a.expression(), names));
    }
    return !arguments.isEmpty() && isConfiguration(arguments, access.name().text(), names);
  }

  /** {@code (typeof(IConfiguration), x)}, or {@code (x)} where x may be one. */
  private static boolean isConfiguration(
      List<Argument> arguments, String method, NameResolver names) {
    Expression first = arguments.get(0).expression();
    boolean isTypeOf =
        first.text().startsWith("typeof")
            && first
                .descendants(TypeExpression.class)
                .anyMatch(type -> isConfiguration(type.type(), names));
    boolean isValue = arguments.size() == 1 && method.equals("AddSingleton");
    return isTypeOf || isValue && mayBeConfiguration(first, names);
  }

  private static boolean isConfiguration(TypeSyntax type, NameResolver names) {
    return names.resolve(type).is(CONFIGURATION);
  }

  /** A name whose type nobody tells counts when it says so; the line does nothing otherwise. */
  private static boolean mayBeConfiguration(Expression value, NameResolver names) {
    if (!(value instanceof NameExpression name)) {
      return false;
    }
    Resolution type = names.declaredType(name);
    boolean isUnknown =
        type instanceof Resolution.Unresolved
            && value.text().toLowerCase(Locale.ROOT).contains("config");
    return type.is(CONFIGURATION) || isUnknown;
  }

  /** {@code AddSingleton<IConfiguration>(builder.GetContext().Configuration)} replaces nothing. */
  private static boolean isTheWorkers(Expression value, NameResolver names) {
    return value instanceof MemberAccess access
        && access.name().is("Configuration")
        && access.target().filter(target -> StartupBody.isContextCall(target, names)).isPresent();
  }
}
