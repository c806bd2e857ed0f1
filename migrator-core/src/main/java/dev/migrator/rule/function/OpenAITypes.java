package dev.migrator.rule.function;

import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.List;

/**
 * Tells the serializer of the worker to leave embeddings, documents and searches of the OpenAI
 * extension to System.Text.Json, for which the extension has converters (bindings 1.14).
 */
public final class OpenAITypes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0347", "Types of the OpenAI extension keep their converters", Step.CODE);

  private static final List<String> CONVERTED =
      List.of("EmbeddingsContext", "SearchableDocument", "SemanticSearchContext");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    boolean isUsed =
        conversion.plans().stream()
            .map(FunctionPlan::function)
            .flatMap(function -> function.parameters().stream())
            .anyMatch(OpenAITypes::isConverted);
    return isUsed && !conversion.options().systemTextJson()
        ? RuleOutcome.builder()
            .need(new Need.Compatibility(CompatibilityPart.OPENAI_JSON, ""))
            .need(
                new Need.StartupCall(
                    Need.StartupCall.FIRST_SERVICE, "builder.UseOpenAIJson();", ""))
            .build()
        : RuleOutcome.NOTHING;
  }

  private static boolean isConverted(FunctionParameter parameter) {
    String type = parameter.typeName().orElse("");
    return type.contains("Microsoft.Azure.WebJobs.Extensions.OpenAI.")
        && CONVERTED.stream().anyMatch(name -> type.matches(".*\\." + name + ">?"));
  }
}
