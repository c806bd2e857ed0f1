package dev.migrator.model.names;

import java.util.List;

/**
 * One version of a package of the tables.
 *
 * @param id as the package spells it
 * @param version of the rows
 * @param isComplete false where the tables have only some of its types
 * @param dependencies ids, lower case
 */
record TablePackage(String id, String version, boolean isComplete, List<String> dependencies) {}
