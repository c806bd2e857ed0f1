package dev.migrator.rule.project;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.project.Project;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.syntax.msbuild.MsBuildAttribute;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildElement;
import dev.migrator.syntax.msbuild.MsBuildItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** A project file of the old style, part by part: what goes, what changes, what nobody knows. */
final class OldProject {
  private static final String PACKAGES = "packages.config";
  private static final Set<String> ROOT_ATTRIBUTES = Set.of("ToolsVersion", "xmlns");
  private static final Set<String> HOOKS =
      Set.of("BeforeBuild", "AfterBuild", "BeforeCompile", "AfterCompile", "BeforeRebuild");

  private final Conversion conversion;
  private final Project project;
  private final String ruleId;
  private final MsBuildEdits edits;
  private final SortedSet<String> names;
  private final List<MsBuildElement> removed = new ArrayList<>();
  private final RuleOutcome.Builder outcome = RuleOutcome.builder();

  OldProject(Conversion conversion, String ruleId) {
    this.conversion = conversion;
    this.project = conversion.app().project();
    this.ruleId = ruleId;
    this.edits = MsBuildEdits.in(project.file(), ruleId);
    this.names = WantedPackages.names(conversion.app().code());
  }

  RuleOutcome outcome() {
    project.file().root().ifPresent(this::root);
    outcome.edits(edits.removeAll(removed));
    outcome.add(new OldSources(conversion, ruleId).outcome());
    if (conversion.app().otherFiles().contains(PACKAGES)) {
      outcome.deletion(new RuleOutcome.Deletion(project.pathBeside(PACKAGES), ruleId));
    }
    return outcome.build();
  }

  private void root(MsBuildElement root) {
    if (root.attributes().stream().allMatch(OldProject::isOfRoot)) {
      outcome.edit(edits.replaceStartTag(root, "<Project Sdk=\"Microsoft.NET.Sdk\">"));
    } else {
      outcome.finding(unknown(root));
    }
    root.children().forEach(this::child);
  }

  private static boolean isOfRoot(MsBuildAttribute attribute) {
    return ROOT_ATTRIBUTES.contains(attribute.name())
        || attribute.name().equals("DefaultTargets") && attribute.value().equals("Build");
  }

  private void child(MsBuildElement child) {
    switch (child.name()) {
      case "PropertyGroup" -> child.children().forEach(this::property);
      case "ItemGroup" -> child.children().forEach(item -> item(child, new MsBuildItem(item)));
      case "Import" -> imported(child);
      case "Target" -> target(child);
      case "ProjectExtensions" -> removed.add(child);
      default -> outcome.finding(unknown(child));
    }
  }

  private void property(MsBuildElement property) {
    String value = property.text().strip();
    if (OldPart.find("property", property.name()).filter(row -> row.covers(value)).isPresent()) {
      removed.add(property);
    } else if (OldPart.find("trap", property.name()).filter(row -> row.covers(value)).isPresent()) {
      outcome.finding(unknown(property));
    }
  }

  private void imported(MsBuildElement element) {
    String path = element.attributeValue("Project").orElse("").replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (OldPart.find("import", name).isPresent() || OldPackages.holds(project, path)) {
      removed.add(element);
    } else if (path.contains("$(") || !isInRepository(path)) {
      outcome.finding(unknown(element));
    }
  }

  private boolean isInRepository(String path) {
    return project.imports().stream().anyMatch(file -> file.path().endsWith(tail(path)));
  }

  private static String tail(String path) {
    return path.substring(path.lastIndexOf("../") < 0 ? 0 : path.lastIndexOf("../") + 3);
  }

  /** Only what names its place by itself still runs: the SDK declares the others anew. */
  private void target(MsBuildElement target) {
    String name = target.attributeValue("Name").orElse("");
    boolean isPlaced =
        target.attribute("BeforeTargets").isPresent()
            || target.attribute("AfterTargets").isPresent();
    boolean isEmptyHook = HOOKS.contains(name) && target.children().isEmpty();
    if (OldPart.find("target", name).isPresent() || isEmptyHook) {
      removed.add(target);
    } else if (!isPlaced) {
      outcome.finding(unknown(target));
    }
  }

  private void item(MsBuildElement group, MsBuildItem item) {
    boolean hasCondition = group.condition().isPresent() || item.condition().isPresent();
    if (OldPart.find("item", item.type()).isPresent()) {
      outcome.finding(unknown(item.element()));
    } else if (item.isType("Reference")) {
      reference(item);
    } else if (item.isType("Compile") || isResource(item)) {
      source(item, hasCondition);
    } else if (item.specification().equalsIgnoreCase(PACKAGES)
        || item.isType("Analyzer") && OldPackages.holds(project, path(item))) {
      removed.add(item.element());
    }
  }

  private static boolean isResource(MsBuildItem item) {
    return item.isType("EmbeddedResource") && item.specification().endsWith(".resx");
  }

  private static String path(MsBuildItem item) {
    return item.specification().replace('\\', '/');
  }

  /** What the SDK finds by itself must not be included twice (NETSDK1022). */
  private void source(MsBuildItem item, boolean hasCondition) {
    Optional<MsBuildAttribute> include = item.element().attribute("Include");
    List<String> parts = List.of(item.include().orElse("").split(";"));
    if (include.isEmpty() || parts.stream().allMatch(part -> part.strip().startsWith(".."))) {
      return;
    }
    boolean isInside = parts.stream().noneMatch(OldProject::isElsewhere);
    boolean saysMore = item.metadata().stream().anyMatch(entry -> !entry.name().equals("SubType"));
    if (!isInside || hasCondition || saysMore && item.exclude().isPresent()) {
      outcome.finding(unknown(item.element()));
    } else if (saysMore) {
      outcome.edit(edits.rename(include.get(), "Update"));
    } else {
      removed.add(item.element());
    }
  }

  private static boolean isElsewhere(String part) {
    String path = part.strip();
    return path.startsWith("..") || path.contains("$(") || path.contains(":");
  }

  private void reference(MsBuildItem item) {
    OldReference fate = OldReference.of(item, conversion.app(), names);
    fate.packageId().ifPresent(id -> outcome.need(new Need.Package(project.path(), id)));
    fate.finding().ifPresent(outcome::finding);
    if (fate.isRemoved()) {
      removed.add(item.element());
    }
  }

  private Diagnostic unknown(MsBuildElement element) {
    return unknown(project, element);
  }

  static Diagnostic unknown(Project project, MsBuildElement element) {
    String name =
        element
            .attributeValue("Include")
            .or(() -> element.attributeValue("Project"))
            .or(() -> element.attributeValue("Name"))
            .map(text -> " " + text)
            .orElse("");
    return Diagnostic.of(
        Code.OLD_PROJECT_PART,
        project.file().source().location(element.span().start()),
        "<" + element.name() + ">" + name + " has no certain counterpart in the SDK style",
        "take it out, or write the project in the SDK style by hand, and run again");
  }
}
