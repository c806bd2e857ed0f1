package dev.migrator.rule.project;

import dev.migrator.model.Binding;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.model.project.ImplicitPackage;
import dev.migrator.model.project.ImplicitPackages;
import dev.migrator.model.project.PackageMap;
import dev.migrator.model.project.PackageMapping;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.startup.CompatibilityFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The packages that an app references after the conversion. */
final class WantedPackages {
  private static final ImplicitPackages IMPLICIT = ImplicitPackages.load();

  private final Project project;
  private final PackageMap map;
  private final Set<String> uses;
  private final SortedSet<String> kept = ids();
  private final SortedSet<String> replaced = ids();
  private final SortedSet<String> inPlaceOfSdk = ids();

  WantedPackages(Conversion conversion, Needs needs) {
    FunctionApp app = conversion.app();
    this.project = app.project();
    this.map = conversion.packages();
    SortedSet<String> names = names(app.code());
    this.uses = uses(app, names);
    for (PackageReference reference : project.items().packages()) {
      Optional<PackageMapping> mapping = map.find(reference);
      if (mapping.isEmpty()) {
        if (!Fate.isInFramework(reference, conversion)) {
          kept.add(reference.id());
        }
      } else if (mapping.get().action() == PackageMapping.Action.REPLACE) {
        (isSdk(reference) ? inPlaceOfSdk : replaced).addAll(used(mapping.get()));
      } else if (mapping.get().action() == PackageMapping.Action.KEEP) {
        kept.add(reference.id());
        inPlaceOfSdk.addAll(used(mapping.get()));
      }
    }
    app.extensionsProject()
        .map(extensions -> ExtensionsProject.mappings(extensions, map))
        .orElse(List.of())
        .forEach(mapping -> inPlaceOfSdk.addAll(used(mapping)));
    inPlaceOfSdk.addAll(needs.packages(project.path()));
    names.forEach(this::implicit);
    CompatibilityFile.namespaces(conversion, needs).forEach(this::implicit);
    if (conversion.options().functionsSdk()) {
      inPlaceOfSdk.remove("Microsoft.Azure.Functions.Worker.Sdk");
    }
    inPlaceOfSdk.removeAll(replaced);
    inPlaceOfSdk.removeAll(kept);
  }

  private static SortedSet<String> ids() {
    return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  }

  private static boolean isSdk(PackageReference reference) {
    return reference.hasId("Microsoft.NET.Sdk.Functions");
  }

  /** Kinds of bindings, and {@code tokens}, in the words of the package map. */
  private static Set<String> uses(FunctionApp app, Set<String> names) {
    Set<String> uses = new TreeSet<>();
    app.functions().stream()
        .flatMap(function -> function.bindings().stream())
        .map(Binding::kind)
        .map(kind -> kind.endsWith("Trigger") ? kind.substring(0, kind.length() - 7) : kind)
        .forEach(uses::add);
    if (namesTokens(app.project(), names)) {
      uses.add("tokens");
    }
    return uses;
  }

  /** JSON web tokens without a package of the app's own that brings them. */
  private static boolean namesTokens(Project project, Set<String> names) {
    return project.items().packages().stream().noneMatch(p -> p.id().contains("Identity"))
        && names.stream().anyMatch(name -> name.matches("(Microsoft|System)\\.IdentityModel\\..*"));
  }

  private List<String> used(PackageMapping mapping) {
    return mapping.replacements().stream()
        .filter(r -> r.condition().map(uses::contains).orElse(true))
        .map(PackageMapping.Replacement::id)
        .toList();
  }

  /**
   * Full names of types of packages that the code names, the namespaces it opens, and the extension
   * methods that it calls.
   */
  static SortedSet<String> names(CodeBase code) {
    SortedSet<String> names = new TreeSet<>();
    for (CSharpFile file : code.files()) {
      code.names()
          .references(file)
          .map(NameReference::resolution)
          .flatMap(resolution -> resolution.type().stream())
          .filter(type -> !type.isDeclared())
          .map(TypeSymbol::metadataName)
          .forEach(names::add);
      file.root().usings().stream()
          .filter(UsingDirective::opensNamespace)
          .map(using -> using.name().dottedName())
          .forEach(names::add);
      file.root()
          .descendants(Invocation.class)
          .flatMap(call -> extensionMethod(call, code).stream())
          .forEach(names::add);
    }
    return names;
  }

  /** Also where only a package that the tables lack could have another method of the name. */
  private static Optional<String> extensionMethod(Invocation call, CodeBase code) {
    return call.target() instanceof MemberAccess access
        ? code.names()
            .probableExtensionClass(call)
            .filter(owner -> !owner.isDeclared())
            .map(owner -> owner.metadataName() + "." + access.name().identifier() + "()")
        : Optional.empty();
  }

  private void implicit(String name) {
    Optional<ImplicitPackage> row = IMPLICIT.find(name);
    if (row.isEmpty() || row.get().id().isEmpty()) {
      return;
    }
    String id = row.get().id().get();
    boolean isBrought = row.get().broughtBy().stream().anyMatch(all()::contains);
    if (!isBrought && !all().contains(id)) {
      inPlaceOfSdk.add(id);
    }
  }

  /** Every id that is referenced afterwards. */
  SortedSet<String> all() {
    SortedSet<String> all = ids();
    Stream.of(kept, replaced, inPlaceOfSdk).forEach(all::addAll);
    return all;
  }

  /** What the reference to the in-process SDK becomes. */
  SortedSet<String> inPlaceOfSdk() {
    return Collections.unmodifiableSortedSet(inPlaceOfSdk);
  }

  /** What another reference becomes: each package at the first reference that asks for it. */
  List<String> inPlaceOf(PackageMapping mapping, PackageReference reference) {
    List<String> ids = new ArrayList<>(used(mapping));
    ids.removeIf(id -> !replaced.contains(id) || kept.contains(id) || isAskedBefore(id, reference));
    return ids;
  }

  private boolean isAskedBefore(String id, PackageReference reference) {
    for (PackageReference other : project.items().packages()) {
      if (other.equals(reference)) {
        return false;
      }
      if (!isSdk(other) && map.find(other).filter(m -> used(m).contains(id)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Packages that an isolated app lacks. */
  SortedSet<String> missing() {
    SortedSet<String> missing = ids();
    missing.addAll(inPlaceOfSdk);
    project.items().packages().forEach(reference -> missing.remove(reference.id()));
    return missing;
  }
}
