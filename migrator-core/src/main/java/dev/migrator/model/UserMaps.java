package dev.migrator.model;

import dev.migrator.model.project.PackageMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user knows of packages, types and attributes that the tables of the tool do not know, or
 * know otherwise; {@code maps} of migrator.yaml. An entry wins over a row of a table.
 *
 * @param packages by id
 * @param versions of the packages that take the place of others, by id
 * @param types full name of a type to the one that stands for it in the worker; to itself where it
 *     stays
 * @param attributes of bindings
 */
public record UserMaps(
    List<PackageMapping> packages,
    Map<String, String> versions,
    Map<String, String> types,
    List<MappedAttribute> attributes) {
  /** No entry. */
  public static final UserMaps NONE = new UserMaps(List.of(), Map.of(), Map.of(), List.of());

  public UserMaps {
    packages = List.copyOf(packages);
    versions = Map.copyOf(versions);
    types = Map.copyOf(types);
    attributes = List.copyOf(attributes);
  }

  /** The entry for an attribute of the in-process model. */
  public Optional<MappedAttribute> attribute(String type) {
    return attributes.stream().filter(attribute -> attribute.type().equals(type)).findFirst();
  }

  /** The entry that names an attribute of the worker. */
  public Optional<MappedAttribute> workerAttribute(String type) {
    return attributes.stream().filter(attribute -> attribute.isWorker(type)).findFirst();
  }

  /** The version of a package that takes the place of another, where an entry tells one. */
  public Optional<String> version(String packageId) {
    return versions.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(packageId))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether an entry says what becomes of bindings of the kind. */
  public boolean knows(String kind) {
    return attributes.stream().anyMatch(attribute -> attribute.kind().equals(kind));
  }

  /** Full names of the types before the conversion. */
  public Set<String> typesBefore() {
    Set<String> all = new TreeSet<>(types.keySet());
    attributes.forEach(attribute -> all.add(attribute.type()));
    return all;
  }

  /** Full names of the types after the conversion. */
  public Set<String> typesAfter() {
    Set<String> all = new TreeSet<>(types.values());
    attributes.stream().flatMap(MappedAttribute::workers).forEach(all::add);
    return all;
  }

  /** Whether another type stands for the type in the worker. */
  public boolean replaces(String type) {
    String other = types.get(type);
    return other == null ? attribute(type).isPresent() : !other.equals(type);
  }

  /**
   * Whether a namespace goes with its types: one of them has another name afterwards, and none of
   * the new names stands in it.
   */
  public boolean closes(String namespace) {
    return typesBefore().stream().anyMatch(type -> isIn(type, namespace))
        && typesAfter().stream().noneMatch(type -> isIn(type, namespace));
  }

  private static boolean isIn(String type, String namespace) {
    return type.lastIndexOf('.') == namespace.length() && type.startsWith(namespace);
  }
}
