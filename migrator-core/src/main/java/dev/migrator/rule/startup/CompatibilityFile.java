package dev.migrator.rule.startup;

import dev.migrator.Version;
import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.render.InProcessCompatibilityModel;
import dev.migrator.render.InProcessCompatibilityModel.UsedPart;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.GeneratedNamespace;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.rule.Step;
import dev.migrator.rule.TypeHomes;
import dev.migrator.source.Location;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Writes {@code InProcessCompatibility.cs} with the parts in use; no file where none is needed
 * (keeping-signatures, "The generated file").
 */
public final class CompatibilityFile implements CollectingRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "MIG0501", "InProcessCompatibility.cs supplies what the host supplied", Step.CODE);

  private static final String NAME = "InProcessCompatibility.cs";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion, Needs needs) {
    Map<CompatibilityPart, SortedSet<String>> parts = needs.parts();
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (!conversion.homes().withoutHome().isEmpty()) {
      conversion
          .homes()
          .withoutHome()
          .forEach(part -> outcome.finding(withoutHome(conversion, part)));
      return outcome.build();
    }
    conversion
        .app()
        .apart()
        .filter(library -> !conversion.homes().partsIn(library).isEmpty())
        .forEach(library -> library(conversion, library, outcome));
    if (!CompatibilityPieces.ofApp(conversion, parts.keySet()).isEmpty()) {
      app(conversion, parts, outcome);
    }
    return outcome.build();
  }

  private static Diagnostic withoutHome(Conversion conversion, CompatibilityPart part) {
    List<CodeBase> libraries = conversion.homes().naming(part);
    return Diagnostic.of(
        Code.TYPE_WITHOUT_HOME,
        Location.ofFile(libraries.get(0).project().path()),
        "several libraries name types of the host ("
            + part.title()
            + ") and none is below the others: "
            + libraries.stream().map(l -> l.project().path()).collect(Collectors.joining(", ")),
        "let them reference one small library, and run again: the types are put there");
  }

  private static void app(
      Conversion conversion,
      Map<CompatibilityPart, SortedSet<String>> parts,
      RuleOutcome.Builder outcome) {
    FunctionApp app = conversion.app();
    if (app.compatibilityFile().isPresent()) {
      extended(conversion, parts, app.compatibilityFile().get()).ifPresent(outcome::edit);
    } else {
      String text = ProgramFile.lineEnd(app).apply(model(conversion, parts).text());
      outcome.newFile(new NewFile(app.project().pathBeside(NAME), text, INFO.id()));
    }
  }

  /** A file of an earlier run is written anew when it lacks a part, with all that it has. */
  private static Optional<Edit> extended(
      Conversion conversion, Map<CompatibilityPart, SortedSet<String>> parts, CSharpFile file) {
    Set<CompatibilityPart> present = presentIn(file);
    if (present.containsAll(parts.keySet())) {
      return Optional.empty();
    }
    Map<CompatibilityPart, SortedSet<String>> all = new java.util.TreeMap<>(parts);
    present.forEach(part -> all.putIfAbsent(part, new java.util.TreeSet<>()));
    return Optional.of(written(file, model(conversion, all)));
  }

  /** As the head of the file says. */
  private static Set<CompatibilityPart> presentIn(CSharpFile file) {
    String text = file.source().text();
    Set<CompatibilityPart> present = EnumSet.noneOf(CompatibilityPart.class);
    for (CompatibilityPart part : CompatibilityPart.values()) {
      if (text.contains("- " + part.title())) {
        present.add(part);
      }
    }
    return present;
  }

  private static Edit written(CSharpFile file, InProcessCompatibilityModel model) {
    Span whole = new Span(0, file.source().text().length());
    return Edit.replace(
        file.source().path(), whole, file.source().lineEnd().apply(model.text()), INFO.id());
  }

  /** The types of the host that a library names, in a file of their own. */
  private static void library(
      Conversion conversion, CodeBase library, RuleOutcome.Builder outcome) {
    String path = library.project().pathBeside(TypeHomes.FILE);
    InProcessCompatibilityModel model = model(conversion, library);
    Optional<CSharpFile> existing =
        library.files().stream().filter(file -> file.source().path().equals(path)).findFirst();
    if (existing.isEmpty()) {
      String text = ProgramFile.lineEnd(conversion.app()).apply(model.text());
      outcome.newFile(new NewFile(path, text, INFO.id()));
    } else if (!presentIn(existing.get()).containsAll(conversion.homes().partsIn(library))) {
      outcome.edit(written(existing.get(), model));
    }
  }

  /** Whether Program.cs registers a part by its call; types alone need none. */
  static boolean isRegistered(Conversion conversion, Needs needs) {
    return CompatibilityPieces.ofApp(conversion, needs.parts().keySet()).isRegistered();
  }

  /** What the app's file opens; empty where there is none. */
  public static List<String> namespaces(Conversion conversion, Needs needs) {
    CompatibilityPieces pieces = CompatibilityPieces.ofApp(conversion, needs.parts().keySet());
    return pieces.isEmpty() ? List.of() : pieces.namespaces();
  }

  private static InProcessCompatibilityModel model(
      Conversion conversion, Map<CompatibilityPart, SortedSet<String>> parts) {
    CompatibilityPieces pieces = CompatibilityPieces.ofApp(conversion, parts.keySet());
    List<UsedPart> used = new ArrayList<>();
    parts.forEach((part, functions) -> used.add(new UsedPart(part.title(), count(functions))));
    return model(
        conversion.generatedNamespace(),
        conversion.app().project(),
        conversion.hasNameClash(),
        pieces,
        used);
  }

  private static InProcessCompatibilityModel model(Conversion conversion, CodeBase library) {
    List<UsedPart> used =
        conversion.homes().partsIn(library).stream()
            .map(part -> new UsedPart(part.title(), "named here"))
            .toList();
    return model(
        GeneratedNamespace.legal(library.project().rootNamespace()),
        library.project(),
        false,
        CompatibilityPieces.ofLibrary(conversion, library),
        used);
  }

  private static InProcessCompatibilityModel model(
      String namespace,
      Project project,
      boolean hasNameClash,
      CompatibilityPieces pieces,
      List<UsedPart> used) {
    return new InProcessCompatibilityModel(
        namespace,
        Version.TEXT,
        allowsNullable(project),
        hasNameClash,
        pieces.namespaces(),
        pieces.aliases(),
        used,
        pieces.pieces());
  }

  private static String count(SortedSet<String> functions) {
    return switch (functions.size()) {
      case 0 -> "the whole app";
      case 1 -> "1 function";
      default -> functions.size() + " functions";
    };
  }

  /** C# 8 brought the directive; .NET Standard 2.0 and the old framework stay at C# 7.3. */
  private static boolean allowsNullable(Project project) {
    boolean isOldByDefault =
        project.targetFrameworks().stream()
            .anyMatch(framework -> framework.matches("netstandard[12]\\.0|net[34][0-9]+"));
    return project
        .langVersion()
        .map(version -> !version.matches("[1-7](\\..*)?|ISO-[12]|default"))
        .orElse(!isOldByDefault);
  }
}
