package dev.migrator.rule.function;

import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.LiteralExpression;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives code that reads {@code X-Forwarded-For}, {@code -Proto} or {@code -Host} the headers back:
 * the worker applies them to the request and takes them away, without an error (core-model, T47).
 */
public final class ForwardedHeaders implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0315", "Forwarded headers can be read as before", Step.CODE);

  private static final Set<String> HEADERS =
      Set.of("x-forwarded-for", "x-forwarded-proto", "x-forwarded-host");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    boolean isRead =
        conversion.app().hasHttp()
            && Stream.concat(
                    conversion.app().code().files().stream(),
                    conversion.app().libraries().stream().flatMap(code -> code.files().stream()))
                .anyMatch(ForwardedHeaders::namesOne);
    return isRead
        ? RuleOutcome.builder()
            .need(new Need.Compatibility(CompatibilityPart.FORWARDED_HEADERS, ""))
            .build()
        : RuleOutcome.NOTHING;
  }

  private static boolean namesOne(CSharpFile file) {
    return file.root()
        .descendants(LiteralExpression.class)
        .flatMap(literal -> literal.stringValue().stream())
        .anyMatch(text -> HEADERS.contains(text.toLowerCase(Locale.ROOT)));
  }
}
