package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.Set;

/**
 * Reads headers, query, claims and category of a SignalR message as the type of the host had them:
 * {@code context.Headers["x"]} to {@code InvocationValues.Headers(context.Headers)["x"]}. The
 * worker splits the texts of the host at commas, and tells letters of headers apart
 * (HttpHeaderDictionaryConverter of its extension; bindings 1.8).
 */
public final class SignalRValues implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0351", "Values of SignalR messages stay texts", Step.CODE);

  static final String CONTEXT =
      "Microsoft.Azure.WebJobs.Extensions.SignalRService.InvocationContext";
  private static final String TEXTS = "InvocationValues.";
  private static final String LOWER = ".ToString().ToLowerInvariant()";
  static final Set<String> MEMBERS = Set.of("Headers", "Query", "Claims", "Category");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase code = conversion.app().code();
    if (conversion.app().functions().stream().noneMatch(SignalRValues::isTriggered)) {
      return RuleOutcome.NOTHING;
    }
    for (CSharpFile file : code.files()) {
      file.root()
          .descendants(MemberAccess.class)
          .filter(access -> isRead(access, code))
          .forEach(access -> read(access, conversion, outcome));
    }
    return outcome.build();
  }

  private static boolean isTriggered(Function function) {
    return function
        .trigger()
        .filter(trigger -> trigger.kind().equals("signalRTrigger"))
        .isPresent();
  }

  /** Whether a member has another type in the worker, and its value can be made a text. */
  static boolean isRead(MemberAccess access, CodeBase code) {
    boolean isSet =
        access.parent().orElse(null) instanceof AssignmentExpression assignment
            && assignment.left().equals(access);
    return MEMBERS.contains(access.name().identifier())
        && !access.isConditional()
        && !isSet
        && !isText(access)
        && KeptTypes.isOf(access, CONTEXT, code);
  }

  /** Whether it stands as this rule writes it. */
  private static boolean isText(MemberAccess access) {
    String text = access.file().source().text();
    return access.name().is("Category")
        ? text.startsWith(LOWER, access.span().end())
        : text.substring(0, access.span().start()).endsWith(TEXTS + method(access) + "(");
  }

  private static String method(MemberAccess access) {
    return access.name().is("Headers") ? "Headers" : "Of";
  }

  private static void read(
      MemberAccess access, Conversion conversion, RuleOutcome.Builder outcome) {
    String path = access.file().source().path();
    Span end = Span.at(access.span().end());
    if (access.name().is("Category")) {
      outcome.edit(Edit.replace(path, end, LOWER, INFO.id()));
      return;
    }
    outcome.edit(
        Edit.replace(
            path, Span.at(access.span().start()), TEXTS + method(access) + "(", INFO.id()));
    outcome.edit(Edit.replace(path, end, ")", INFO.id()));
    outcome.need(new Need.Using(path, conversion.generatedNamespace()));
    outcome.need(new Need.Compatibility(CompatibilityPart.INVOCATION_VALUES, ""));
  }
}
