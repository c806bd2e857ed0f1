package dev.migrator.model.names;

import java.util.List;

/**
 * A public type of a framework or package, as the tables have it.
 *
 * @param namespace empty for the global one
 * @param name metadata name without namespace
 * @param shape what kind of type
 * @param netCore bits of the frameworks that have it in Microsoft.NETCore.App, -1 for none
 * @param aspNetCore the same for Microsoft.AspNetCore.App
 * @param inProcess indexes of the packages of the in-process table that have it
 * @param isolated indexes of the packages of the isolated table that have it
 * @param extensions names of its extension methods
 */
record TableType(
    String namespace,
    String name,
    TypeShape shape,
    int netCore,
    int aspNetCore,
    List<Integer> inProcess,
    List<Integer> isolated,
    List<String> extensions) {

  String metadataName() {
    return namespace.isEmpty() ? name : namespace + "." + name;
  }

  /** The name without its own arity: what one looks up; outer types keep theirs. */
  String key() {
    return keyOf(name);
  }

  static String keyOf(String metadataName) {
    int tick = metadataName.lastIndexOf('`');
    return tick > metadataName.lastIndexOf('+') ? metadataName.substring(0, tick) : metadataName;
  }
}
