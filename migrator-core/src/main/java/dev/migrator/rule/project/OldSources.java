package dev.migrator.rule.project;

import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.LiteralExpression;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.NewItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees to it that the SDK compiles what the project of the old style did: files that it did not
 * name stay outside, and attributes of {@code AssemblyInfo.cs} are not written twice (CS0579).
 */
final class OldSources {
  /** What the SDK writes into a file of its own. */
  private static final Set<String> WRITTEN =
      Set.of(
          "AssemblyTitle",
          "AssemblyDescription",
          "AssemblyConfiguration",
          "AssemblyCompany",
          "AssemblyProduct",
          "AssemblyCopyright",
          "AssemblyVersion",
          "AssemblyFileVersion",
          "AssemblyInformationalVersion",
          "NeutralResourcesLanguage");

  private final FunctionApp app;
  private final Project project;
  private final String ruleId;

  OldSources(Conversion conversion, String ruleId) {
    this.app = conversion.app();
    this.project = app.project();
    this.ruleId = ruleId;
  }

  RuleOutcome outcome() {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    PropertyEdits properties = new PropertyEdits(project, ruleId);
    if (written().findAny().isPresent()) {
      outcome.edits(properties.set("GenerateAssemblyInfo", "false"));
    }
    if (written().anyMatch(OldSources::hasOpenVersion)) {
      outcome.edits(properties.set("Deterministic", "false"));
    }
    List<NewItem> items =
        Stream.concat(
                removals("Compile", project.items().otherSources()),
                removals("EmbeddedResource", otherResources()))
            .toList();
    project
        .file()
        .root()
        .filter(root -> !items.isEmpty())
        .ifPresent(
            root ->
                outcome.edit(MsBuildEdits.in(project.file(), ruleId).insertItemGroup(root, items)));
    return outcome.build();
  }

  private Stream<Attribute> written() {
    return app.code().files().stream()
        .map(CSharpFile::root)
        .flatMap(root -> root.attributeLists().stream())
        .flatMap(list -> list.attributes().stream())
        .filter(attribute -> WRITTEN.contains(simpleName(attribute)));
  }

  private static String simpleName(Attribute attribute) {
    String name = attribute.name().dottedName();
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.endsWith("Attribute") ? last.substring(0, last.length() - 9) : last;
  }

  /** {@code 1.0.*} is CS8357 where builds are reproducible, as the SDK has it. */
  private static boolean hasOpenVersion(Attribute attribute) {
    return attribute
        .descendants(LiteralExpression.class)
        .flatMap(literal -> literal.stringValue().stream())
        .anyMatch(text -> text.contains("*"));
  }

  private List<String> otherResources() {
    Set<String> named =
        project.file().items("EmbeddedResource").stream()
            .map(item -> item.specification().replace('\\', '/'))
            .collect(Collectors.toUnmodifiableSet());
    return app.otherFiles().stream()
        .filter(path -> path.endsWith(".resx") && !named.contains(path))
        .map(project::pathBeside)
        .toList();
  }

  /** Folders as a whole where the project compiles nothing of them. */
  private Stream<NewItem> removals(String type, List<String> paths) {
    return paths.stream()
        .map(path -> ofFolder(path).orElse(path))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(
            path ->
                path.substring(
                    project.directory().isEmpty() ? 0 : project.directory().length() + 1))
        .map(path -> new NewItem(type, "Remove", path.replace('/', '\\'), List.of()));
  }

  private Optional<String> ofFolder(String path) {
    int start = project.directory().isEmpty() ? 0 : project.directory().length() + 1;
    int slash = path.indexOf('/', start);
    while (slash >= 0) {
      String folder = path.substring(0, slash + 1);
      if (project.items().sources().stream().map(CompileItem::path).noneMatch(isBelow(folder))) {
        return Optional.of(folder + "**");
      }
      slash = path.indexOf('/', slash + 1);
    }
    return Optional.empty();
  }

  private static Predicate<String> isBelow(String folder) {
    return path -> path.startsWith(folder);
  }
}
