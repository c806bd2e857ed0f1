package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.HostSection;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves options of the host from the startup class to host.json: {@code
 * services.Configure<QueuesOptions>(o => o.BatchSize = 8)} configures nothing in the worker
 * (core-model 6.2).
 */
public final class HostOptions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0410", "Options of the host stand in host.json", Step.CODE);

  private static final Map<String, String> SECTIONS =
      Map.of(
          "Microsoft.Azure.WebJobs.Host.QueuesOptions", "queues",
          "Microsoft.Azure.WebJobs.Host.BlobsOptions", "blobs",
          "Microsoft.Azure.WebJobs.Extensions.Http.HttpOptions", "http",
          "Microsoft.Azure.WebJobs.ServiceBus.ServiceBusOptions", "serviceBus",
          "Microsoft.Azure.WebJobs.EventHubs.EventHubOptions", "eventHubs");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A statement that configures options. */
  private record Configured(Invocation call, ExpressionStatement statement, String section) {}

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    for (CodeBase code : app.codeBases()) {
      List<Configured> all = code.files().stream().flatMap(file -> configured(file, code)).toList();
      for (Configured one : all) {
        outcome.edit(Removal.ofLines(one.statement(), INFO.id()));
        moved(one, all.size() == 1, app, code, outcome);
      }
      code.files().forEach(file -> others(file, code, all, outcome));
    }
    return outcome.build();
  }

  private static Stream<Configured> configured(CSharpFile file, CodeBase code) {
    return file.root()
        .descendants(Invocation.class)
        .flatMap(
            call ->
                section(call, code).stream()
                    .flatMap(
                        section ->
                            call
                                .parent()
                                .filter(ExpressionStatement.class::isInstance)
                                .map(ExpressionStatement.class::cast)
                                .filter(BaseCalls::isInList)
                                .map(statement -> new Configured(call, statement, section))
                                .stream()));
  }

  private static Optional<String> section(Invocation call, CodeBase code) {
    if (!(call.target() instanceof MemberAccess access)
        || !access.name().is("Configure")
        || access.typeArguments().size() != 1) {
      return Optional.empty();
    }
    TypeSyntax options = access.typeArguments().get(0);
    return code.names().resolve(options).type().map(TypeSymbol::metadataName).map(SECTIONS::get);
  }

  private static void moved(
      Configured one, boolean isOnly, FunctionApp app, CodeBase code, RuleOutcome.Builder outcome) {
    Optional<List<HostSection.Setting>> settings =
        new OptionValues(code).of(one.call()).filter(found -> isOnly && mayWrite(app));
    settings.ifPresent(
        found ->
            outcome.edits(
                new HostSection(app.hostJson().orElseThrow(), one.section())
                    .set(found, INFO.id())));
    String place = "extensions." + one.section();
    outcome.finding(
        new Diagnostic(
            Code.HOST_SETTING_MOVED,
            settings.isPresent() ? Severity.INFO : Severity.MANUAL,
            one.call().location(),
            "`"
                + ((MemberAccess) one.call().target()).text()
                + "` cannot reach the host: the statement is gone"
                + (settings.isPresent() ? ", host.json names its values now" : ""),
            settings.isPresent()
                ? "look at " + place + " of host.json"
                : "write what it set to " + place + " of host.json, in lower camel case"));
  }

  /** Other rules may write a section where the file has none, for earlier extensions. */
  private static boolean mayWrite(FunctionApp app) {
    return app.hostJson().flatMap(file -> file.findMember("version")).isPresent()
        && !app.project().isBefore("ServiceBus", "5.0.0")
        && !app.project().isBefore("EventHubs", "6.0.0");
  }

  /** Options that are asked for elsewhere: nobody has them in the worker. */
  private static void others(
      CSharpFile file, CodeBase code, List<Configured> all, RuleOutcome.Builder outcome) {
    code.names()
        .references(file)
        .filter(reference -> reference.resolution().isAny(SECTIONS.keySet()))
        .filter(reference -> !isWithin(reference.span(), file, all))
        .forEach(
            reference ->
                outcome.finding(
                    Diagnostic.of(
                        Code.TYPE_WITHOUT_COUNTERPART,
                        file.source().location(reference.span().start()),
                        "`" + reference.text() + "` are options of the host, another process now",
                        "set them in host.json, and keep what the code asks them for in settings"
                            + " of your own")));
  }

  private static boolean isWithin(Span span, CSharpFile file, List<Configured> all) {
    return all.stream()
        .map(Configured::statement)
        .anyMatch(s -> s.file().equals(file) && s.span().contains(span));
  }
}
