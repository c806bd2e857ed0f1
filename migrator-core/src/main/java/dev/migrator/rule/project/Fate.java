package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.project.FrameworkPackages;
import dev.migrator.model.project.NuGetVersion;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.VersionFloors;
import dev.migrator.rule.Conversion;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one reference of the app.
 *
 * @param isRemoved it goes and nothing takes its place
 * @param replacements packages that take its place
 * @param raisedTo the version it needs beside the new packages
 * @param finding why a person must look
 */
record Fate(
    boolean isRemoved,
    List<String> replacements,
    Optional<String> raisedTo,
    Optional<Diagnostic> finding) {
  private static final FrameworkPackages FRAMEWORK = FrameworkPackages.load();
  private static final VersionFloors FLOORS = VersionFloors.load();
  private static final Fate KEPT = new Fate(false, List.of(), Optional.empty(), Optional.empty());
  private static final Fate REMOVED = new Fate(true, List.of(), Optional.empty(), Optional.empty());

  Fate {
    replacements = List.copyOf(replacements);
  }

  static Fate of(PackageReference reference, Conversion conversion, WantedPackages wanted) {
    Optional<PackageMapping> mapping = conversion.packages().find(reference);
    if (mapping.isPresent()) {
      return mapped(reference, mapping.get(), wanted);
    }
    if (isInFramework(reference, conversion)) {
      return REMOVED;
    }
    return raised(reference, wanted);
  }

  private static Fate mapped(
      PackageReference reference, PackageMapping mapping, WantedPackages wanted) {
    return switch (mapping.action()) {
      case DELETE -> REMOVED;
      case KEEP -> KEPT;
      case REPLACE -> {
        List<String> ids = wanted.inPlaceOf(mapping, reference);
        yield new Fate(ids.isEmpty(), ids, Optional.empty(), Optional.empty());
      }
      case REPORT ->
          new Fate(
              false,
              List.of(),
              Optional.empty(),
              Optional.of(reported(reference, mapping, Severity.BLOCKER)));
    };
  }

  /** What a person hears of a package that nothing takes the place of. */
  static Diagnostic reported(
      PackageReference reference, PackageMapping mapping, Severity severity) {
    return new Diagnostic(
        Code.PACKAGE_WITHOUT_COUNTERPART,
        severity,
        reference.location(),
        "package " + reference.id() + " works in-process only",
        advice(mapping));
  }

  private static String advice(PackageMapping mapping) {
    if (!mapping.advice().isEmpty()) {
      return mapping.advice();
    }
    return mapping.replacements().isEmpty()
        ? "take it out, or replace what the app uses of it"
        : "move to " + mapping.replacements().get(0).id() + " by hand: its API differs";
  }

  /** On .NET 10 a package that the shared framework holds is pruned with a warning (NU1510). */
  static boolean isInFramework(PackageReference reference, Conversion conversion) {
    return conversion.options().targetMajor() >= 10
        && reference
            .version()
            .flatMap(NuGetVersion::lowestOf)
            .flatMap(version -> FRAMEWORK.frameworkOf(reference.id(), version))
            .isPresent();
  }

  private static Fate raised(PackageReference reference, WantedPackages wanted) {
    Optional<String> floor =
        reference
            .version()
            .flatMap(NuGetVersion::lowestOf)
            .flatMap(pin -> floor(reference.id(), pin, wanted));
    return floor.isEmpty() ? KEPT : new Fate(false, List.of(), floor, Optional.empty());
  }

  private static Optional<String> floor(String id, NuGetVersion pin, WantedPackages wanted) {
    return FLOORS.above(id, pin, wanted.all()).stream()
        .map(VersionFloors.Floor::minimum)
        .max(
            (a, b) ->
                NuGetVersion.parse(a).orElseThrow().compareTo(NuGetVersion.parse(b).orElseThrow()));
  }
}
