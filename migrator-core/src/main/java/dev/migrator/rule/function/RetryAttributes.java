package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.Function;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.NameResolver;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Retry attributes where the worker refuses them: on a class, and on triggers without retries. */
final class RetryAttributes {
  private static final Set<String> TYPES =
      Set.of(
          "Microsoft.Azure.WebJobs.FixedDelayRetryAttribute",
          "Microsoft.Azure.WebJobs.ExponentialBackoffRetryAttribute");
  private static final String BASE = "Microsoft.Azure.WebJobs.RetryAttribute";
  private static final Set<String> TRIGGERS =
      Set.of("timerTrigger", "cosmosDBTrigger", "eventHubTrigger", "kafkaTrigger");

  private RetryAttributes() {}

  static boolean isNamed(NameReference name) {
    return name.resolution().isAny(TYPES);
  }

  /** Classes that told the host in code when to try again. */
  static Stream<TypeDeclaration> ofTheApp(CodeBase code) {
    return code.files().stream()
        .flatMap(CSharpFile::types)
        .filter(
            type ->
                type.baseTypes().stream().anyMatch(base -> code.names().resolve(base).is(BASE)));
  }

  static List<Diagnostic> check(Function function, NameResolver names) {
    return function.method().containingType().stream()
        .flatMap(type -> type.attributes())
        .filter(attribute -> names.resolveAttribute(attribute).isAny(TYPES))
        .map(attribute -> refused(function, attribute))
        .toList();
  }

  /** Those on a method whose trigger has no retries; none for a function without trigger. */
  static Stream<Attribute> refusedOnMethod(Function function, NameResolver names) {
    boolean isRefused =
        function.trigger().map(Binding::kind).filter(kind -> !TRIGGERS.contains(kind)).isPresent();
    return isRefused
        ? function
            .method()
            .attributes()
            .filter(attribute -> names.resolveAttribute(attribute).isAny(TYPES))
        : Stream.empty();
  }

  private static Diagnostic refused(Function function, Attribute attribute) {
    return Diagnostic.of(
        Code.ATTRIBUTE_WITHOUT_EFFECT,
        attribute.location(),
        "`"
            + attribute.name().text()
            + "` of function `"
            + function.displayName()
            + "` is refused by the worker here; the in-process host applied it",
        "put it on a method with a timer, Cosmos DB, Event Hubs or Kafka trigger, or use the"
            + " retries of host.json");
  }
}
