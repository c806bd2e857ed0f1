package dev.migrator.model.project;

import java.util.List;

/**
 * A solution.
 *
 * @param path relative to the repository
 * @param projects paths relative to the repository, in the order of the solution
 */
public record Solution(String path, List<String> projects) {
  public Solution {
    projects = List.copyOf(projects);
  }
}
