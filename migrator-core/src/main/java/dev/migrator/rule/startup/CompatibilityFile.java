package dev.migrator.rule.startup;

import dev.migrator.Version;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.render.InProcessCompatibilityModel;
import dev.migrator.render.InProcessCompatibilityModel.UsedPart;
import dev.migrator.rule.CollectingRule;
import dev.migrator.rule.CompatibilityPart;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Needs;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

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
    FunctionApp app = conversion.app();
    if (parts.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    Optional<CSharpFile> existing = app.compatibilityFile();
    if (existing.isPresent()) {
      return extended(conversion, parts, existing.get());
    }
    String text = ProgramFile.lineEnd(app).apply(model(conversion, parts).text());
    return RuleOutcome.builder()
        .newFile(new NewFile(app.project().pathBeside(NAME), text, INFO.id()))
        .build();
  }

  /** A file of an earlier run is written anew when it lacks a part, with all that it has. */
  private static RuleOutcome extended(
      Conversion conversion, Map<CompatibilityPart, SortedSet<String>> parts, CSharpFile file) {
    String text = file.source().text();
    Set<CompatibilityPart> present = EnumSet.noneOf(CompatibilityPart.class);
    for (CompatibilityPart part : CompatibilityPart.values()) {
      if (text.contains("- " + part.title())) {
        present.add(part);
      }
    }
    if (present.containsAll(parts.keySet())) {
      return RuleOutcome.NOTHING;
    }
    Map<CompatibilityPart, SortedSet<String>> all = new java.util.TreeMap<>(parts);
    present.forEach(part -> all.putIfAbsent(part, new java.util.TreeSet<>()));
    String written = file.source().lineEnd().apply(model(conversion, all).text());
    return RuleOutcome.builder()
        .edit(Edit.replace(file.source().path(), new Span(0, text.length()), written, INFO.id()))
        .build();
  }

  /** Whether Program.cs registers a part by its call; types alone need none. */
  static boolean isRegistered(Needs needs) {
    return new CompatibilityPieces(needs.parts().keySet(), false, false).isRegistered();
  }

  private static InProcessCompatibilityModel model(
      Conversion conversion, Map<CompatibilityPart, SortedSet<String>> parts) {
    CompatibilityPieces pieces =
        new CompatibilityPieces(
            parts.keySet(),
            readsChunkedBodies(conversion.app()),
            parts.containsKey(CompatibilityPart.EXECUTION_CONTEXT)
                && readsRetryContext(conversion.app()));
    List<UsedPart> used = new ArrayList<>();
    parts.forEach((part, functions) -> used.add(new UsedPart(part.title(), count(functions))));
    return new InProcessCompatibilityModel(
        conversion.generatedNamespace(),
        Version.TEXT,
        allowsNullable(conversion),
        conversion.hasNameClash(),
        pieces.namespaces(),
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

  private static boolean readsRetryContext(FunctionApp app) {
    return app.code().files().stream()
        .flatMap(file -> file.root().descendants(MemberAccess.class))
        .anyMatch(access -> access.name().is("RetryContext"));
  }

  private static boolean readsChunkedBodies(FunctionApp app) {
    return app.hostJson()
        .flatMap(json -> json.find("extensions", "http", "enableChunkedRequestBinding"))
        .filter(
            value -> value.span().of(app.hostJson().orElseThrow().source().text()).equals("true"))
        .isPresent();
  }

  /** C# 8 brought the directive; the version that comes with the framework is higher. */
  private static boolean allowsNullable(Conversion conversion) {
    return conversion
        .app()
        .project()
        .langVersion()
        .map(version -> !version.matches("[1-7](\\..*)?|ISO-[12]"))
        .orElse(true);
  }
}
