package dev.migrator.model;

import dev.migrator.model.names.NameResolver;
import dev.migrator.model.project.Project;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;

/**
 * The code of one project, parsed once, with its names.
 *
 * @param project where it belongs
 * @param files what it compiles, in path order
 * @param names what a name means in it, in the world before the conversion
 */
public record CodeBase(Project project, List<CSharpFile> files, NameResolver names) {
  public CodeBase {
    files = List.copyOf(files);
  }
}
