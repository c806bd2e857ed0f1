package dev.migrator.rule.startup;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.StartupHost;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.List;

/**
 * Lets tests that built a host of a startup class, {@code new
 * HostBuilder().ConfigureWebJobs(startup.Configure).Build()}, give the startup a builder without a
 * host of functions (core-model 10).
 */
public final class StartupHosts implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0415", "Tests build what a startup registers without a host", Step.CODE);

  private static final List<String> NAMES = List.of("builder", "hostBuilder", "applicationBuilder");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    for (CodeBase tests : app.tests()) {
      StartupHost.in(tests, app).forEach(host -> outcome.add(built(host)));
    }
    return outcome.build();
  }

  private static RuleOutcome built(StartupHost host) {
    SourceFile source = host.declaration().file().source();
    String around = host.around().text();
    String name =
        NAMES.stream()
            .filter(candidate -> !around.matches("(?s).*\\b" + candidate + "\\b.*"))
            .findFirst()
            .orElse("builderOfStartup");
    int start = host.declaration().span().start();
    String end = "\n" + source.indentation(start);
    String statements =
        "var %s = Host.CreateEmptyApplicationBuilder(null);%s%s.Configure(%s);%s"
            .formatted(name, end, host.startup().text(), name, end);
    Span value = host.value().span();
    return RuleOutcome.builder()
        .edit(
            Edit.replace(
                source.path(), Span.at(start), source.lineEnd().apply(statements), INFO.id()))
        .edit(Edit.replace(source.path(), value, name + ".Build()", INFO.id()))
        .need(new Need.Using(source.path(), "Microsoft.Extensions.Hosting"))
        .build();
  }
}
