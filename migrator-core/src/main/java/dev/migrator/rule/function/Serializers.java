package dev.migrator.rule.function;

import dev.migrator.model.Binding;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.rule.BindingType;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Need;
import dev.migrator.rule.RegistrationLine;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import java.util.Set;

/**
 * Keeps Newtonsoft.Json wherever an object crosses a binding or HTTP, as the in-process host used
 * it; System.Text.Json would ignore its attributes without an error (core-model 7.4).
 */
public final class Serializers implements Rule {
  private static final RuleInfo INFO = RuleInfo.of("MIG0308", "Objects keep their JSON", Step.CODE);

  private static final Set<String> PLAIN =
      Set.of(
          "System.String",
          "System.Byte[]",
          "System.BinaryData",
          "System.IO.Stream",
          "Microsoft.Azure.WebJobs.TimerInfo",
          "Microsoft.AspNetCore.Http.HttpRequest");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.options().systemTextJson()) {
      PayloadTypes.needingNewtonsoft(conversion).forEach(outcome::finding);
      return outcome.build();
    }
    String project = conversion.app().project().path();
    if (conversion.app().hasHttp()) {
      outcome.need(new Need.Registration(RegistrationLine.HTTP_NEWTONSOFT));
      outcome.need(new Need.Registration(RegistrationLine.XML_FORMATTERS));
      outcome.need(new Need.Package(project, "Microsoft.AspNetCore.Mvc.NewtonsoftJson"));
    }
    if (areOfBindings(conversion)) {
      outcome.need(new Need.Registration(RegistrationLine.WORKER_NEWTONSOFT));
      outcome.need(new Need.Package(project, "Microsoft.Azure.Core.NewtonsoftJson"));
      PayloadTypes.kept(conversion).ifPresent(outcome::finding);
    }
    return outcome.build();
  }

  /** Whether Program.cs registers the serializer of the bindings. */
  static boolean areOfBindings(Conversion conversion) {
    return conversion.plans().stream().anyMatch(Serializers::passesObjects);
  }

  private static boolean passesObjects(FunctionPlan plan) {
    Function function = plan.function();
    return function.parameters().stream().anyMatch(Serializers::isObject)
        || plan.returnOutput()
            .flatMap(Binding::clrType)
            .filter(t -> !PLAIN.contains(t))
            .isPresent();
  }

  /** Numbers of a route count: Newtonsoft reads them as the host did. */
  static boolean isObject(FunctionParameter parameter) {
    String type = parameter.typeName().orElse("");
    int open = type.indexOf('<');
    String payload = parameter.isCollector() ? type.substring(open + 1, type.length() - 1) : type;
    boolean isData =
        parameter.binding().isPresent()
            || payload.startsWith("System.Int")
            || payload.equals("System.Double");
    return isData
        && !PLAIN.contains(payload)
        && FunctionPlan.typeOf(parameter).filter(BindingType::isOutsideOfTheWorker).isEmpty();
  }
}
