package dev.migrator.rule.project;

import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Copies files that the code reads to the output, where the worker looks for them: {@code <None
 * Update="appsettings.json" />} gets {@code CopyToOutputDirectory} (core-model 1, T20).
 */
public final class ContentFiles implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0105", "Files that the code reads lie beside the program", Step.CODE);

  private static final Pattern PARTS = Pattern.compile("\\*\\*/|\\*|[^*]+");
  private static final String COPY = "CopyToOutputDirectory";

  /** The SDK of the worker copies these. */
  private static final Set<String> OF_THE_SDK = Set.of("host.json", "local.settings.json");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    List<MsBuildItem> uncopied =
        app.project().file().items().stream()
            .filter(item -> item.isType("None") || item.isType("Content"))
            .filter(item -> item.metadata(COPY).isEmpty())
            .toList();
    if (uncopied.isEmpty()) {
      return RuleOutcome.NOTHING;
    }
    Set<String> named = named(app);
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    uncopied.stream()
        .filter(item -> isRead(item, app, named))
        .forEach(item -> outcome.edit(copied(item, app)));
    return outcome.build();
  }

  /** What strings of the code name, in the writing of paths. */
  private static Set<String> named(FunctionApp app) {
    return app.running()
        .flatMap(code -> code.files().stream())
        .flatMap(file -> file.root().descendants(LiteralExpression.class))
        .flatMap(literal -> literal.stringValue().stream())
        .map(text -> text.replace('\\', '/'))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isRead(MsBuildItem item, FunctionApp app, Set<String> named) {
    Optional<Pattern> files = item.update().or(item::include).flatMap(ContentFiles::pattern);
    return files.isPresent()
        && app.otherFiles().stream()
            .filter(path -> files.get().matcher(path).matches())
            .anyMatch(path -> named.contains(path) && !OF_THE_SDK.contains(path));
  }

  /** Empty for several patterns, and for one with properties. */
  private static Optional<Pattern> pattern(String specification) {
    if (specification.contains(";") || specification.contains("$(")) {
      return Optional.empty();
    }
    StringBuilder regex = new StringBuilder();
    Matcher parts = PARTS.matcher(specification.replace('\\', '/'));
    while (parts.find()) {
      String part = parts.group();
      regex.append(
          switch (part) {
            case "**/" -> "(?:.*/)?";
            case "*" -> "[^/]*";
            default -> Pattern.quote(part);
          });
    }
    return Optional.of(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
  }

  private static Edit copied(MsBuildItem item, FunctionApp app) {
    return MsBuildEdits.in(app.project().file(), INFO.id())
        .addChild(item.element(), "<" + COPY + ">PreserveNewest</" + COPY + ">");
  }
}
