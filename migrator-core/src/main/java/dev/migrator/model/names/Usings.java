package dev.migrator.model.names;

import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CompilationUnit;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.SyntaxNode;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The using directives in force, resolved once for each declaration that has some. */
final class Usings {
  private static final List<String> IMPLICIT =
      List.of(
          "System",
          "System.Collections.Generic",
          "System.IO",
          "System.Linq",
          "System.Net.Http",
          "System.Threading",
          "System.Threading.Tasks");
  private static final List<String> IMPLICIT_WEB =
      List.of(
          "System.Net.Http.Json",
          "Microsoft.AspNetCore.Builder",
          "Microsoft.AspNetCore.Hosting",
          "Microsoft.AspNetCore.Http",
          "Microsoft.AspNetCore.Routing",
          "Microsoft.Extensions.Configuration",
          "Microsoft.Extensions.DependencyInjection",
          "Microsoft.Extensions.Hosting",
          "Microsoft.Extensions.Logging");
  private static final List<String> IMPLICIT_WORKER =
      List.of(
          "Microsoft.Extensions.Configuration",
          "Microsoft.Extensions.DependencyInjection",
          "Microsoft.Extensions.Hosting",
          "Microsoft.Extensions.Logging");

  private final Universe universe;
  private final Lookup lookup;
  private final Map<CSharpFile, UsingEdit> edits;
  private final Map<NodeKey, UsingLevel> levels = new HashMap<>();
  private final IdentityHashMap<Project, UsingLevel> global = new IdentityHashMap<>();

  Usings(Universe universe, Lookup lookup, Map<CSharpFile, UsingEdit> edits) {
    this.universe = universe;
    this.lookup = lookup;
    this.edits = Map.copyOf(edits);
  }

  /** The directives of a compilation unit (global ones included) or namespace declaration. */
  UsingLevel of(SyntaxNode declaration) {
    NodeKey key = NodeKey.of(declaration);
    UsingLevel known = levels.get(key);
    if (known == null) {
      known = find(declaration);
      levels.put(key, known);
    }
    return known;
  }

  private UsingLevel find(SyntaxNode declaration) {
    UsingEdit edit = edits.getOrDefault(declaration.file(), UsingEdit.NONE);
    LevelBuilder builder = new LevelBuilder();
    if (declaration instanceof CompilationUnit unit) {
      builder.add(global(universe.project(declaration.file())));
      unit.usings().stream().filter(u -> !u.isGlobal() && !edit.removes(u)).forEach(builder::add);
      edit.inPlaceOf(unit.usings()).forEach(builder::addNamespace);
      edit.added().forEach(builder::addNamespace);
    } else if (declaration instanceof NamespaceDeclaration namespace) {
      namespace.usings().stream().filter(u -> !edit.removes(u)).forEach(builder::add);
      edit.inPlaceOf(namespace.usings()).forEach(builder::addNamespace);
    }
    return builder.build();
  }

  /** Implicit usings, {@code <Using>} items and the {@code global using} lines of all files. */
  private UsingLevel global(Project project) {
    UsingLevel known = global.get(project);
    if (known == null) {
      known = findGlobal(project);
      global.put(project, known);
    }
    return known;
  }

  private UsingLevel findGlobal(Project project) {
    LevelBuilder builder = new LevelBuilder();
    ProjectFacts facts = project.facts();
    implicit(facts).stream()
        .filter(namespace -> !facts.removedUsings().contains(namespace))
        .forEach(builder::addNamespace);
    facts.usingItems().forEach(builder::add);
    for (CSharpFile file : facts.files()) {
      UsingEdit edit = edits.getOrDefault(file, UsingEdit.NONE);
      file.root().usings().stream()
          .filter(u -> u.isGlobal() && !edit.removes(u))
          .forEach(builder::add);
    }
    return builder.build();
  }

  private static List<String> implicit(ProjectFacts facts) {
    if (!facts.hasImplicitUsings()) {
      return List.of();
    }
    List<String> all = new ArrayList<>(IMPLICIT);
    switch (facts.sdk()) {
      case WEB -> all.addAll(IMPLICIT_WEB);
      case WORKER -> all.addAll(IMPLICIT_WORKER);
      case DEFAULT -> {}
    }
    return all;
  }

  /** Joins directives to a level. */
  private final class LevelBuilder {
    private final Map<String, Boolean> namespaces = new LinkedHashMap<>();
    private final Map<String, TypeSymbol> statics = new LinkedHashMap<>();
    private final Map<String, Resolution> aliases = new HashMap<>();
    private boolean hasUnknown;

    void add(UsingLevel level) {
      level.namespaces().forEach(name -> namespaces.put(name, true));
      level.statics().forEach(type -> statics.put(type.metadataName(), type));
      aliases.putAll(level.aliases());
      hasUnknown |= level.hasUnknown();
    }

    void addNamespace(String name) {
      if (universe.namespace(name) == Availability.ABSENT) {
        hasUnknown = true;
      } else {
        namespaces.put(name, true);
      }
    }

    void add(UsingItem item) {
      if (!item.isStatic() && item.alias().isEmpty()) {
        addNamespace(item.include());
        return;
      }
      Resolution target = lookup.fromGlobal(NamePart.ofDotted(item.include()), universe.main());
      add(target, item.isStatic(), Optional.of(item.alias()).filter(alias -> !alias.isEmpty()));
    }

    void add(UsingDirective directive) {
      Optional<String> alias = directive.alias().map(token -> token.identifier());
      Resolution target =
          directive.name().isName()
              ? lookup.type(directive.name())
              : new Resolution.Predefined(directive.name().text());
      add(target, directive.isStatic(), alias);
    }

    private void add(Resolution target, boolean isStatic, Optional<String> alias) {
      if (alias.isPresent()) {
        aliases.put(alias.get(), target);
      } else if (isStatic && target instanceof Resolution.Resolved type) {
        statics.put(type.symbol().metadataName(), type.symbol());
      } else if (!isStatic && target instanceof Resolution.Namespace namespace) {
        namespaces.put(namespace.name(), true);
      } else {
        hasUnknown = true;
      }
    }

    UsingLevel build() {
      return new UsingLevel(
          List.copyOf(namespaces.keySet()),
          List.copyOf(statics.values()),
          Map.copyOf(aliases),
          hasUnknown);
    }
  }
}
