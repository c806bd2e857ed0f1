package dev.migrator.syntax.msbuild;

import java.util.ArrayList;
import java.util.List;

/**
 * An item to be written; its style comes from the items around it.
 *
 * @param type such as {@code PackageReference}
 * @param operation {@code Include}, {@code Update} or {@code Remove}
 * @param specification what the operation names
 * @param metadata in the order in which it is written
 */
public record NewItem(String type, String operation, String specification, List<Entry> metadata) {

  /** One piece of metadata, or {@code Condition}, which is always an attribute. */
  public record Entry(String name, String value) {}

  public NewItem {
    metadata = List.copyOf(metadata);
  }

  public static NewItem include(String type, String specification) {
    return new NewItem(type, "Include", specification, List.of());
  }

  /** A reference whose version stands elsewhere, as with central package management. */
  public static NewItem packageReference(String id) {
    return include("PackageReference", id);
  }

  public static NewItem packageReference(String id, String version) {
    return packageReference(id).with("Version", version);
  }

  public static NewItem packageVersion(String id, String version) {
    return include("PackageVersion", id).with("Version", version);
  }

  public NewItem with(String name, String value) {
    List<Entry> entries = new ArrayList<>(metadata);
    entries.add(new Entry(name, value));
    return new NewItem(type, operation, specification, entries);
  }
}
