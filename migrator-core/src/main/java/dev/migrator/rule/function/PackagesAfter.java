package dev.migrator.rule.function;

import dev.migrator.model.CodeBase;
import dev.migrator.model.InProcessPackages;
import dev.migrator.model.names.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import java.util.ArrayList;
import java.util.List;

/** Packages whose types a project sees after the conversion, as far as its names need them. */
final class PackagesAfter {
  private static final String WORKER = "Microsoft.Azure.Functions.Worker";
  private static final String HTTP = WORKER + ".Extensions.Http.AspNetCore";

  private PackagesAfter() {}

  static List<PackageReference> of(Conversion conversion, CodeBase code, Needs needs) {
    List<PackageReference> packages = new ArrayList<>();
    code.project().items().packages().stream()
        .filter(reference -> !InProcessPackages.isVanishing(reference.id()))
        .map(reference -> new PackageReference(reference.id(), reference.version().orElse("")))
        .forEach(packages::add);
    packages.add(new PackageReference(WORKER, ""));
    if (conversion.app().hasHttp()) {
      packages.add(new PackageReference(HTTP, ""));
    }
    needs.packages(code.project().path()).forEach(id -> packages.add(new PackageReference(id, "")));
    return packages;
  }
}
