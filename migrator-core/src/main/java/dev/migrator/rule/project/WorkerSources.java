package dev.migrator.rule.project;

import dev.migrator.model.Binding;
import dev.migrator.model.Direction;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.WorkerSource;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.TypeMap.Counterpart;
import java.util.Optional;

/** Sources of extensions that take the place of their packages. */
final class WorkerSources {
  private WorkerSources() {}

  /**
   * What a reference to the source of the package names; empty where there is none, or where it is
   * behind that of the host: it must have each attribute that the app uses of the extension, and of
   * previews, which differ from each other, the version that the code is written for.
   */
  static Optional<String> of(Project app, String packageId, Conversion conversion) {
    return Optional.ofNullable(app.items().workerSources().get(packageId))
        .filter(source -> isOfVersion(source, conversion.version(packageId)))
        .filter(
            source ->
                conversion.app().functions().stream()
                    .flatMap(function -> function.bindings().stream())
                    .allMatch(binding -> isServed(binding, source, conversion)))
        .map(WorkerSource::reference);
  }

  private static boolean isOfVersion(WorkerSource source, String wanted) {
    return wanted.equals(source.version())
        || NuGetVersion.lowestOf(wanted).filter(NuGetVersion::isPrerelease).isEmpty();
  }

  private static boolean isServed(Binding binding, WorkerSource source, Conversion conversion) {
    String type = binding.attributeType();
    return !source.filesOfHost().contains(type.substring(type.lastIndexOf('.') + 1))
        || conversion
            .types()
            .of(type)
            .flatMap(counterpart -> attribute(counterpart, binding.direction()))
            .filter(worker -> source.files().contains(worker.simpleName()))
            .isPresent();
  }

  private static Optional<Counterpart.Type> attribute(
      Counterpart counterpart, Direction direction) {
    if (counterpart instanceof Counterpart.ByDirection both) {
      return Optional.of(direction == Direction.OUT ? both.output() : both.input());
    }
    return counterpart instanceof Counterpart.Type type ? Optional.of(type) : Optional.empty();
  }
}
