package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.rule.TypeMap.Counterpart;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What startup classes are given in the worker: its builder, or the interface of it where a test
 * makes a double, {@code new Mock<IFunctionsHostBuilder>()} or a class of its own, since nothing
 * can stand in for a class, or builds a host of its own (core-model 6.2, adapter form).
 */
final class StartupBuilders {
  private static final Counterpart BUILDER =
      new Counterpart.Type("Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder");
  private static final Counterpart INTERFACE =
      new Counterpart.Type("Microsoft.Extensions.Hosting.IHostApplicationBuilder");

  private StartupBuilders() {}

  /** The map as it is, or with the interface for each type that the builder stands for. */
  static TypeMap mapped(FunctionApp app, TypeMap types) {
    Set<String> builders =
        types.all().entrySet().stream()
            .filter(entry -> entry.getValue().equals(BUILDER))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    if (app.tests().stream()
        .noneMatch(
            tests ->
                makesDouble(tests, builders)
                    || !BuilderClass.in(tests, app).isEmpty()
                    || !StartupHost.in(tests, app).isEmpty())) {
      return types;
    }
    Map<String, Counterpart> changed = new HashMap<>();
    builders.forEach(builder -> changed.put(builder, INTERFACE));
    return types.with(changed);
  }

  private static boolean makesDouble(CodeBase tests, Set<String> builders) {
    return tests.files().stream().anyMatch(file -> makesDouble(file, tests.names(), builders));
  }

  /** Only files with such a type argument are worth the walk. */
  private static boolean makesDouble(CSharpFile file, NameResolver names, Set<String> builders) {
    return file.source().text().contains("Builder>")
        && names
            .references(file)
            .filter(reference -> reference.kind() == ReferenceKind.GENERIC_ARGUMENT)
            .map(NameReference::resolution)
            .anyMatch(type -> type.isAny(builders));
  }
}
