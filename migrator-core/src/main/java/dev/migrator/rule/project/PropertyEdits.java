package dev.migrator.rule.project;

import dev.migrator.edit.Edit;
import dev.migrator.model.project.EvaluatedProperties.Assignment;
import dev.migrator.model.project.Project;
import dev.migrator.syntax.msbuild.MsBuildEdits;
import dev.migrator.syntax.msbuild.MsBuildProperty;
import dev.migrator.syntax.msbuild.MsBuildPropertyGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets properties in a project file; what stands in a file that other projects share stays. */
final class PropertyEdits {
  private static final List<String> ANCHORS =
      List.of(
          "AzureFunctionsVersion", "TargetFramework", "TargetFrameworks", "TargetFrameworkVersion");

  private final Project project;
  private final MsBuildEdits edits;

  /** What waits for a group of its own, since the project file has none. */
  private final Map<String, String> homeless = new LinkedHashMap<>();

  PropertyEdits(Project project, String ruleId) {
    this.project = project;
    this.edits = MsBuildEdits.in(project.file(), ruleId);
  }

  /**
   * One framework, wherever the project had one or several, and systems to build for that its SDK
   * knows.
   */
  List<Edit> framework(String target) {
    List<Edit> changes = runtimes();
    List<MsBuildProperty> single = own("TargetFramework");
    List<MsBuildProperty> several = own("TargetFrameworks");
    for (MsBuildProperty property : single) {
      if (!property.value().equals(target)) {
        changes.add(edits.replaceValue(property, target));
      }
    }
    for (MsBuildProperty property : several) {
      String element = "<TargetFramework>" + target + "</TargetFramework>";
      changes.add(
          single.isEmpty() && property.equals(several.get(0))
              ? edits.replaceElement(property.element(), element)
              : edits.remove(property.element()));
    }
    if (single.isEmpty() && several.isEmpty()) {
      changes.addAll(added(target));
    }
    return changes;
  }

  private List<Edit> runtimes() {
    List<Edit> changes = new ArrayList<>();
    for (String name : RuntimeIdentifiers.PROPERTIES) {
      for (MsBuildProperty property : own(name)) {
        String portable = RuntimeIdentifiers.portable(property.value());
        if (!portable.equals(property.value())) {
          changes.add(edits.replaceValue(property, portable));
        }
      }
    }
    return changes;
  }

  /** One more framework; nothing where a file that projects share says which there are. */
  List<Edit> frameworkBeside(List<String> others, String target) {
    String all = String.join(";", others) + ";" + target;
    List<MsBuildProperty> several = own("TargetFrameworks");
    if (!several.isEmpty()) {
      return several.stream().map(property -> edits.replaceValue(property, all)).toList();
    }
    String element = "<TargetFrameworks>" + all + "</TargetFrameworks>";
    return own("TargetFramework").stream()
        .map(property -> edits.replaceElement(property.element(), element))
        .toList();
  }

  /** In the place of the version that a project of the old style has. */
  private List<Edit> added(String target) {
    List<MsBuildProperty> versions =
        project.isSdkStyle() ? List.of() : own("TargetFrameworkVersion");
    if (versions.isEmpty()) {
      return add("TargetFramework", target).stream().toList();
    }
    String element = "<TargetFramework>" + target + "</TargetFramework>";
    return List.of(edits.replaceElement(versions.get(0).element(), element));
  }

  /** The value wherever the project file sets it; a new property where nobody sets it so. */
  List<Edit> set(String name, String value) {
    List<MsBuildProperty> own = own(name);
    if (own.isEmpty()) {
      boolean isSo = project.properties().value(name).filter(value::equalsIgnoreCase).isPresent();
      return isSo ? List.of() : add(name, value).stream().toList();
    }
    return own.stream()
        .filter(property -> !property.value().equalsIgnoreCase(value))
        .map(property -> edits.replaceValue(property, value))
        .toList();
  }

  /** Every place of the project file that sets one of the properties goes. */
  List<Edit> remove(List<String> names) {
    return edits.removeAll(
        names.stream().flatMap(name -> own(name).stream()).map(MsBuildProperty::element).toList());
  }

  private List<MsBuildProperty> own(String name) {
    return project.properties().assignments(name).stream()
        .filter(assignment -> assignment.file().path().equals(project.path()))
        .map(Assignment::property)
        .toList();
  }

  private Optional<Edit> add(String name, String value) {
    Optional<MsBuildProperty> anchor =
        ANCHORS.stream().flatMap(candidate -> own(candidate).stream()).findFirst();
    if (anchor.isPresent()) {
      return Optional.of(edits.insertPropertyAfter(anchor.get(), name, value));
    }
    List<MsBuildPropertyGroup> groups = project.file().propertyGroups();
    if (groups.isEmpty()) {
      homeless.put(name, value);
      return Optional.empty();
    }
    return Optional.of(edits.addProperty(groups.get(0), name, value));
  }

  /**
   * The group for what was set above; needed where everything stands in {@code
   * Directory.Build.props}.
   */
  List<Edit> newGroup() {
    return project.file().root().stream()
        .filter(root -> !homeless.isEmpty())
        .map(root -> edits.insertFirstPropertyGroup(root, homeless))
        .toList();
  }
}
