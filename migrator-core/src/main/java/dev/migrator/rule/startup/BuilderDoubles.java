package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.rule.BuilderClass;
import dev.migrator.rule.Need;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Location;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Code that makes a builder or context of the host itself: {@code class Builder :
 * IFunctionsHostBuilder}, {@code new FunctionsHostBuilderContext()}. A builder of tests gets the
 * other members of the worker's interface, which the startup class does not use. No type of the
 * worker allows the rest; a double of a mocking library is another matter (see {@code
 * StartupBuilders}).
 */
final class BuilderDoubles {
  private static final String OTHER_MEMBERS =
      """
      System.Collections.Generic.IDictionary<object, object> IHostApplicationBuilder.Properties => throw new System.NotSupportedException();

      Microsoft.Extensions.Configuration.IConfigurationManager IHostApplicationBuilder.Configuration => null;

      IHostEnvironment IHostApplicationBuilder.Environment => throw new System.NotSupportedException();

      Microsoft.Extensions.Logging.ILoggingBuilder IHostApplicationBuilder.Logging => throw new System.NotSupportedException();

      Microsoft.Extensions.Diagnostics.Metrics.IMetricsBuilder IHostApplicationBuilder.Metrics => throw new System.NotSupportedException();

      void IHostApplicationBuilder.ConfigureContainer<T>(Microsoft.Extensions.DependencyInjection.IServiceProviderFactory<T> factory, System.Action<T> configure) => throw new System.NotSupportedException();
      """;

  private BuilderDoubles() {}

  static void find(
      CSharpFile file, CodeBase code, FunctionApp app, String ruleId, RuleOutcome.Builder outcome) {
    boolean isTest = app.tests().contains(code);
    List<BuilderClass> classes =
        isTest
            ? BuilderClass.in(code, app).stream()
                .filter(builder -> builder.type().file().equals(file))
                .toList()
            : List.of();
    code.names()
        .references(file)
        .filter(reference -> isDouble(reference, isTest))
        .filter(reference -> classes.stream().noneMatch(builder -> isBase(reference, builder)))
        .flatMap(
            reference -> reference.node().stream().map(node -> found(reference, node.location())))
        .forEach(outcome::finding);
    classes.stream()
        .filter(builder -> !builder.type().text().contains("IHostApplicationBuilder."))
        .forEach(builder -> completed(builder, code, ruleId, outcome));
  }

  /** A test that names a context as type argument makes a double of it, which is no interface. */
  private static boolean isDouble(NameReference reference, boolean isTest) {
    boolean isContext = reference.resolution().isAny(StartupBody.CONTEXTS);
    return switch (reference.kind()) {
      case BASE -> isContext || reference.resolution().isAny(StartupBody.BUILDERS);
      case NEW -> isContext;
      case GENERIC_ARGUMENT -> isContext && isTest;
      default -> false;
    };
  }

  private static boolean isBase(NameReference reference, BuilderClass builder) {
    return builder.base().span().contains(reference.span());
  }

  /** The context of such a builder held no configuration either. */
  private static void completed(
      BuilderClass builder, CodeBase tests, String ruleId, RuleOutcome.Builder outcome) {
    SourceFile source = builder.type().file().source();
    int end = builder.end().span().start();
    boolean isNullable = tests.project().nullable().filter("enable"::equals).isPresent();
    String members =
        isNullable
            ? OTHER_MEMBERS
                .replace("=> null", "=> null!")
                .replace("<T> configure", "<T>? configure")
            : OTHER_MEMBERS;
    String outer = source.indentation(end);
    String inner = indentation(builder, source, outer);
    String text =
        Stream.concat(Stream.of(""), members.lines())
            .map(line -> line.isEmpty() ? "\n" : inner + line + "\n")
            .collect(Collectors.joining());
    outcome.edit(
        Edit.insert(source.path(), end - outer.length(), source.lineEnd().apply(text), ruleId));
    outcome.need(new Need.Using(source.path(), "Microsoft.Extensions.Hosting"));
  }

  private static String indentation(BuilderClass builder, SourceFile source, String outer) {
    return builder.type().members().stream()
        .findFirst()
        .map(member -> source.indentation(member.span().start()))
        .orElse(outer + "    ");
  }

  private static Diagnostic found(NameReference reference, Location at) {
    return Diagnostic.of(
        Code.STARTUP_NOT_CONVERTIBLE,
        at,
        "code of the app or its tests stands in for `" + reference.text() + "` of the host",
        "let the startup class hand builder.Services and the configuration to a method of its own,"
            + " and call that one here");
  }
}
