package dev.migrator.model;

import dev.migrator.model.SettingUse.Kind;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ElementAccess;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects the settings of an app. Names only: no value is read, so that none can be printed.
 *
 * <p>The host resolves what bindings name from app settings: a connection also by {@code
 * AzureWebJobs} and its name, or as a section of an identity-based connection (core-model 6.6).
 */
public final class SettingUses {
  private static final Pattern REFERENCE = Pattern.compile("%([^%\\s]+)%");
  private static final Set<String> CONFIGURATIONS =
      Set.of(
          "Microsoft.Extensions.Configuration.IConfiguration",
          "Microsoft.Extensions.Configuration.IConfigurationRoot",
          "Microsoft.Extensions.Configuration.IConfigurationSection");
  private static final Set<String> READING =
      Set.of("GetEnvironmentVariable", "GetValue", "GetSection", "GetConnectionString");

  private final FunctionApp app;
  private final SortedMap<String, SortedMap<Kind, SortedSet<String>>> uses = new TreeMap<>();

  private SettingUses(FunctionApp app) {
    this.app = app;
  }

  /** What triggers and bindings ask for, sorted by name. */
  public static List<SettingUse> ofBindings(FunctionApp app) {
    SettingUses found = new SettingUses(app);
    found.bindings();
    return found.list();
  }

  /** What triggers, bindings and the code of the app and its libraries ask for, sorted by name. */
  public static List<SettingUse> of(FunctionApp app) {
    SettingUses found = new SettingUses(app);
    found.bindings();
    app.running().forEach(code -> code.files().forEach(file -> found.code(code, file)));
    return found.list();
  }

  private List<SettingUse> list() {
    return uses.entrySet().stream()
        .flatMap(
            named ->
                named.getValue().entrySet().stream()
                    .map(
                        use ->
                            new SettingUse(
                                named.getKey(),
                                use.getKey(),
                                List.copyOf(use.getValue()),
                                definitions(named.getKey()))))
        .toList();
  }

  private void bindings() {
    for (Function function : app.functions()) {
      for (Binding binding : function.bindings()) {
        binding
            .properties()
            .forEach((property, value) -> binding(property, value, function.displayName()));
      }
    }
  }

  private void binding(String property, Object value, String function) {
    if (!(value instanceof String text)) {
      return;
    }
    Matcher matcher = REFERENCE.matcher(text);
    boolean hasReference = false;
    while (matcher.find()) {
      hasReference = true;
      add(matcher.group(1), Kind.REFERENCE, function);
    }
    if (!hasReference && property.equalsIgnoreCase("connection") && !text.isEmpty()) {
      add(text, Kind.CONNECTION, function);
    }
  }

  private void add(String name, Kind kind, String user) {
    uses.computeIfAbsent(name, n -> new TreeMap<>())
        .computeIfAbsent(kind, k -> new TreeSet<>())
        .add(user);
  }

  /** Only files that name a way to read settings are worth the walk. */
  private void code(CodeBase code, CSharpFile file) {
    String text = file.source().text();
    if (READING.stream().anyMatch(text::contains) || text.contains("onfiguration")) {
      file.root()
          .descendants(Expression.class)
          .forEach(
              expression ->
                  key(code, expression)
                      .ifPresent(
                          name -> add(name, Kind.CODE, String.valueOf(expression.location()))));
    }
  }

  private static Optional<String> key(CodeBase code, Expression expression) {
    if (expression instanceof ElementAccess element) {
      return isConfiguration(code, element.target())
          ? constant(code, element.argumentList().arguments())
          : Optional.empty();
    }
    if (expression instanceof Invocation call
        && call.target() instanceof MemberAccess access
        && READING.contains(access.name().identifier())) {
      return reads(code, access)
          ? constant(code, call.argumentList().arguments())
              .map(key -> section(access.name().identifier(), key))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static String section(String method, String key) {
    return method.equals("GetConnectionString") ? "ConnectionStrings:" + key : key;
  }

  private static boolean reads(CodeBase code, MemberAccess access) {
    boolean isVariable = access.name().is("GetEnvironmentVariable");
    return access
        .target()
        .filter(t -> isVariable ? isEnvironment(code, t) : isConfiguration(code, t))
        .isPresent();
  }

  private static boolean isEnvironment(CodeBase code, Expression target) {
    return code.names().resolve(target).is("System.Environment");
  }

  /** A name of a type that reads settings, or a member that is called like one. */
  private static boolean isConfiguration(CodeBase code, Expression target) {
    if (target instanceof NameExpression name) {
      return code.names().declaredType(name).isAny(CONFIGURATIONS);
    }
    return target instanceof MemberAccess access && access.name().is("Configuration");
  }

  private static Optional<String> constant(CodeBase code, List<Argument> arguments) {
    return arguments.isEmpty()
        ? Optional.empty()
        : code.constants().evaluate(arguments.get(0).expression()).text();
  }

  /** Places in local.settings.json; other files do not reach the host. */
  private List<String> definitions(String name) {
    return app.localSettings().stream()
        .flatMap(
            file ->
                Stream.concat(
                    file.find("Values").stream()
                        .flatMap(values -> values.members().stream())
                        .filter(member -> defines(member.name(), name))
                        .map(member -> place(file, member)),
                    file.findMember(name.split(":", 2)).stream()
                        .map(member -> place(file, member))))
        .toList();
  }

  private static boolean defines(String setting, String name) {
    String has = setting.toLowerCase(Locale.ROOT).replace("__", ":");
    String wanted = name.toLowerCase(Locale.ROOT).replace("__", ":");
    return has.equals(wanted)
        || has.startsWith(wanted + ":")
        || has.equals("azurewebjobs" + wanted)
        || has.startsWith("azurewebjobs" + wanted + ":");
  }

  private static String place(JsonFile file, JsonMember member) {
    return String.valueOf(file.source().location(member.span().start()));
  }
}
