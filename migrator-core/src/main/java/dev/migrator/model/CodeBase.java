package dev.migrator.model;

import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.NamesInPackages;
import dev.migrator.model.project.Project;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The code of one project, parsed once, with its names.
 *
 * @param project where it belongs
 * @param files what it compiles, in path order
 * @param names what a name means in it, in the world before the conversion
 * @param constants values that the compiler would fold
 * @param maps what the user knows of its packages, types and attributes
 */
public record CodeBase(
    Project project,
    List<CSharpFile> files,
    NameResolver names,
    ConstantEvaluator constants,
    UserMaps maps) {
  public CodeBase {
    files = List.copyOf(files);
  }

  /**
   * Whether a namespace goes away with the packages of the in-process model: it has types of such
   * packages only, or only what the user maps to other names, and the project declares none in it.
   */
  public boolean isGone(String namespace) {
    return (NamesInPackages.areAllOf(namespace, InProcessPackages::isLeftOut)
            || maps.closes(namespace) && !NamesInPackages.holds(namespace))
        && files.stream()
            .flatMap(CSharpFile::types)
            .noneMatch(
                type ->
                    type.namespace().equals(namespace)
                        || type.namespace().startsWith(namespace + "."));
  }

  /** The same project without some of its files; names keep their meaning. */
  public CodeBase without(List<CSharpFile> others) {
    return new CodeBase(
        project,
        files.stream().filter(file -> !others.contains(file)).toList(),
        names,
        constants,
        maps);
  }

  /** Whether another method of the type has the name too, in any part. */
  public boolean isOverloaded(MethodDeclaration method) {
    String name = method.identifier().identifier();
    return method.containingType().stream()
            .flatMap(type -> parts(type).stream())
            .flatMap(TypeDeclaration::methods)
            .filter(other -> other.identifier().identifier().equals(name))
            .count()
        > 1;
  }

  /** All parts of a partial type, the given one included, in order of file and place. */
  public List<TypeDeclaration> parts(TypeDeclaration type) {
    if (!type.hasModifier("partial")) {
      return List.of(type);
    }
    return declared(type.metadataName()).toList();
  }

  /** The type of a metadata name, every part of it, in order of file and place. */
  public Stream<TypeDeclaration> declared(String metadataName) {
    return files.stream()
        .flatMap(CSharpFile::types)
        .filter(type -> type.metadataName().equals(metadataName));
  }
}
