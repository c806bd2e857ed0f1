package dev.migrator.model.project;

import dev.migrator.syntax.msbuild.MsBuildFile;
import dev.migrator.syntax.msbuild.MsBuildProperty;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a project after all files that are read for it. Names compare without regard to
 * case.
 *
 * @param entries by name in lower case
 */
public record EvaluatedProperties(Map<String, Entry> entries) {

  /**
   * One property.
   *
   * @param value the last value; null where it cannot be known
   * @param assignments every place that sets it or may set it, in the order of evaluation
   */
  public record Entry(String name, @Nullable String value, List<Assignment> assignments) {
    public Entry {
      assignments = List.copyOf(assignments);
    }
  }

  /**
   * A place that sets a property.
   *
   * @param truth of the conditions around it: TRUE or UNKNOWN
   */
  public record Assignment(MsBuildFile file, MsBuildProperty property, Truth truth) {}

  public EvaluatedProperties {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  private @Nullable Entry entry(String name) {
    return entries.get(name.toLowerCase(Locale.ROOT));
  }

  /** The value if it is known and not empty. */
  public Optional<String> value(String name) {
    Entry entry = entry(name);
    return entry == null
        ? Optional.empty()
        : Optional.ofNullable(entry.value()).filter(value -> !value.isBlank());
  }

  /** Whether the property is set to something that cannot be evaluated here. */
  public boolean isUnknown(String name) {
    Entry entry = entry(name);
    return entry != null && entry.value() == null;
  }

  /** Whether the property is known to be {@code true} or {@code enable}. */
  public boolean isTrue(String name) {
    return value(name)
        .filter(v -> v.equalsIgnoreCase("true") || v.equalsIgnoreCase("enable"))
        .isPresent();
  }

  /** Every place that sets the property or may set it, the decisive one last. */
  public List<Assignment> assignments(String name) {
    Entry entry = entry(name);
    return entry == null ? List.of() : entry.assignments();
  }
}
