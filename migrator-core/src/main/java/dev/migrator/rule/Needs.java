package dev.migrator.rule;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all rules of an app need, each thing once. */
public final class Needs {
  private final List<Need> all;

  public Needs(Collection<Need> all) {
    this.all = List.copyOf(all);
  }

  /** Namespaces that a file needs open, sorted. */
  public SortedSet<String> usings(String path) {
    SortedSet<String> namespaces = new TreeSet<>();
    for (Need need : all) {
      if (need instanceof Need.Using using && using.path().equals(path)) {
        namespaces.add(using.namespace());
      }
    }
    return namespaces;
  }

  /** Namespaces that Program.cs needs open beside those of its calls, sorted. */
  public SortedSet<String> programUsings() {
    SortedSet<String> namespaces = new TreeSet<>();
    for (Need need : all) {
      if (need instanceof Need.ProgramUsing using) {
        namespaces.add(using.namespace());
      }
    }
    return namespaces;
  }

  /** Package ids that a project needs, sorted. */
  public SortedSet<String> packages(String projectPath) {
    SortedSet<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Need need : all) {
      if (need instanceof Need.Package asked && asked.projectPath().equals(projectPath)) {
        ids.add(asked.packageId());
      }
    }
    return ids;
  }

  /** The parts in use, each with the names of the functions that need it. */
  public SortedMap<CompatibilityPart, SortedSet<String>> parts() {
    SortedMap<CompatibilityPart, SortedSet<String>> parts = new TreeMap<>();
    for (Need need : all) {
      if (need instanceof Need.Compatibility asked) {
        SortedSet<String> functions = parts.computeIfAbsent(asked.part(), part -> new TreeSet<>());
        if (!asked.function().isEmpty()) {
          functions.add(asked.function());
        }
      }
    }
    return parts;
  }

  public boolean has(RegistrationLine line) {
    return all.contains(new Need.Registration(line));
  }

  /** In the order in which the host ran the startup classes. */
  public List<Need.StartupCall> startupCalls() {
    return all.stream()
        .filter(Need.StartupCall.class::isInstance)
        .map(Need.StartupCall.class::cast)
        .distinct()
        .sorted(
            java.util.Comparator.comparingInt(Need.StartupCall::order)
                .thenComparing(Need.StartupCall::statement))
        .toList();
  }
}
