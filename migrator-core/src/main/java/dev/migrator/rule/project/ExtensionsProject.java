package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.rule.Step;
import dev.migrator.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes {@code extensions.csproj} away: it names extensions of the host, which come with packages
 * of the worker. Those that take their place are referenced by the project (core-model 9).
 */
public final class ExtensionsProject implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0106", "Extensions of the host come from packages", Step.CODE);

  private static final Set<PackageMapping.Action> GONE =
      Set.of(PackageMapping.Action.REPLACE, PackageMapping.Action.DELETE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (!conversion.app().functions().isEmpty()) {
      conversion
          .app()
          .extensionsProject()
          .ifPresent(project -> gone(project, conversion.packages(), outcome));
    }
    return outcome.build();
  }

  private static void gone(Project extensions, PackageMap map, RuleOutcome.Builder outcome) {
    Optional<PackageReference> unknown =
        extensions.items().packages().stream()
            .filter(reference -> !isGone(reference, map))
            .findFirst();
    if (unknown.isPresent()) {
      outcome.finding(stays(extensions, unknown.get()));
    } else {
      outcome.deletion(new Deletion(extensions.path(), INFO.id()));
    }
  }

  private static boolean isGone(PackageReference reference, PackageMap map) {
    return map.find(reference).map(PackageMapping::action).filter(GONE::contains).isPresent();
  }

  /** What the packages of the file become; nothing where the file stays. */
  static List<PackageMapping> mappings(Project extensions, PackageMap map) {
    List<PackageReference> packages = extensions.items().packages();
    return packages.stream().allMatch(reference -> isGone(reference, map))
        ? packages.stream()
            .flatMap(reference -> map.find(reference).stream())
            .filter(mapping -> mapping.action() == PackageMapping.Action.REPLACE)
            .toList()
        : List.of();
  }

  private static Diagnostic stays(Project extensions, PackageReference reference) {
    return new Diagnostic(
        Code.WORKS_DIFFERENTLY,
        Severity.MANUAL,
        Location.ofFile(extensions.path()),
        "`"
            + extensions.path()
            + "` names extensions of the host, and no package of the worker is known for "
            + reference.id(),
        "reference its worker package in the project, and delete the file");
  }
}
