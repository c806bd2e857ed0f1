package dev.migrator.discover;

import dev.migrator.model.project.EvaluatedProperties;
import dev.migrator.model.project.EvaluatedProperties.Assignment;
import dev.migrator.model.project.EvaluatedProperties.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of a project while it is evaluated; null stands for what cannot be known. */
final class PropertyScope {
  /** Names that the machine, the SDK or the build server sets. Everything else unset is empty. */
  private static final List<String> OF_THE_MACHINE =
      List.of(
          "msbuild",
          "nuget",
          "build_",
          "system_",
          "github_",
          "gitversion",
          "bundled",
          "netcoresdk",
          "vs",
          "visualstudio");

  private static final Set<String> ALSO_OF_THE_MACHINE =
      Set.of(
          "os",
          "ci",
          "tf_build",
          "appveyor",
          "home",
          "userprofile",
          "username",
          "path",
          "pathmap",
          "programfiles",
          "appdata",
          "localappdata",
          "temp",
          "processor_architecture",
          "solutiondir",
          "solutionname",
          "solutionpath",
          "designtimebuild",
          "buildinginsidevisualstudio",
          "targetpath",
          "targetdir");

  private final Map<String, Variable> variables = new HashMap<>();

  private static final class Variable {
    private final String name;
    private @Nullable String value;
    private boolean isFixed;
    private final List<Assignment> assignments = new ArrayList<>();

    Variable(String name) {
      this.name = name;
    }
  }

  private Variable variable(String name) {
    return variables.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new Variable(name));
  }

  /** Sets a property that files may set again. */
  void set(String name, @Nullable String value) {
    Variable variable = variable(name);
    if (!variable.isFixed) {
      variable.value = value;
    }
  }

  /** Sets a property that no file can change, as with {@code -p:} on the command line. */
  void fix(String name, String value) {
    Variable variable = variable(name);
    variable.value = value;
    variable.isFixed = true;
  }

  void assign(String name, @Nullable String value, Assignment assignment) {
    set(name, value);
    variable(name).assignments.add(assignment);
  }

  /** Sets a property that has no value yet. */
  void setDefault(String name, String value) {
    String present = get(name);
    if (present != null && present.isEmpty()) {
      set(name, value);
    }
  }

  /** The value; empty text where it is not set, null where it cannot be known. */
  @Nullable String get(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Variable variable = variables.get(key);
    if (variable != null) {
      return variable.value;
    }
    boolean isForeign =
        ALSO_OF_THE_MACHINE.contains(key) || OF_THE_MACHINE.stream().anyMatch(key::startsWith);
    return isForeign ? null : "";
  }

  EvaluatedProperties evaluated() {
    Map<String, Entry> entries = new HashMap<>();
    variables.forEach(
        (key, variable) ->
            entries.put(key, new Entry(variable.name, variable.value, variable.assignments)));
    return new EvaluatedProperties(entries);
  }
}
