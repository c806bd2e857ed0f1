package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.CodeBase;
import dev.migrator.model.ResourceTable;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps synchronous calls of Microsoft.WindowsAzure.Storage, which that package has on the .NET
 * Framework alone: the compatibility file has them as extension methods (bindings 1.2, 1.3).
 */
public final class StorageCalls implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0366", "Synchronous calls of the first storage client stay", Step.CODE);

  private static final String CLIENT = "Microsoft.WindowsAzure.Storage";
  private static final String MISSING = "missing";

  /** Method to how it is called. */
  private static final Map<String, String> CALLS =
      ResourceTable.rows(StorageCalls.class, "storage-calls.tsv").stream()
          .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    CodeBase app = conversion.app().code();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().running().toList()) {
      if (code.project().isOfNetFramework()) {
        code.files().stream()
            .flatMap(StorageCalls::calls)
            .forEach(call -> kept(call, code.equals(app), conversion, outcome));
      }
    }
    return outcome.build();
  }

  private static Stream<Invocation> calls(CSharpFile file) {
    return file.source().text().contains(CLIENT)
        ? file.root().descendants(Invocation.class).filter(StorageCalls::isCall)
        : Stream.empty();
  }

  private static boolean isCall(Invocation call) {
    String how = CALLS.getOrDefault(method(call), "");
    return !how.isEmpty() && (!how.equals("bare") || call.argumentList().arguments().isEmpty());
  }

  private static String method(Invocation call) {
    return call.target() instanceof MemberAccess access ? access.name().identifier() : "";
  }

  private static void kept(
      Invocation call, boolean isInApp, Conversion conversion, RuleOutcome.Builder outcome) {
    boolean isMissing = MISSING.equals(CALLS.get(method(call)));
    if (isMissing || !isInApp) {
      outcome.finding(withoutCounterpart(call));
    } else {
      outcome.need(new Need.Compatibility(CompatibilityPart.EARLIEST_CALLS, ""));
      outcome.need(new Need.Using(call.file().source().path(), conversion.generatedNamespace()));
    }
  }

  private static Diagnostic withoutCounterpart(Invocation call) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        call.location(),
        "`" + method(call) + "` of " + CLIENT + " exists on the .NET Framework alone",
        "await the method of the same name with Async behind it, or move to a later client");
  }
}
