package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.DelegateDeclaration;
import dev.migrator.syntax.csharp.MemberDeclaration;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a type or namespace of the app would stand for one that the generated files mean: a class
 * {@code Task} in the root namespace hides the one that a using at the top opens.
 */
final class NameClash {
  private final String root;
  private final Set<String> names = new TreeSet<>();

  private NameClash(String root) {
    this.root = root;
  }

  /**
   * Whether names of an app would hide what generated files mean.
   *
   * @param root the namespace that the files would stand in
   */
  static boolean isIn(FunctionApp app, String root) {
    NameClash clash = new NameClash(root);
    app.running().map(CodeBase::files).flatMap(List::stream).forEach(clash::collect);
    return clash.names.stream().anyMatch(GeneratedNames.all()::contains);
  }

  private void collect(CSharpFile file) {
    file.root().descendants(NamespaceDeclaration.class).forEach(n -> namespace(n.namespace()));
    file.root()
        .descendants(MemberDeclaration.class)
        .filter(member -> member.containingType().isEmpty())
        .filter(member -> isAround(member.namespace()))
        .flatMap(member -> name(member).stream())
        .forEach(names::add);
  }

  /**
   * The parts of a namespace that are children of the root namespace or of one around it; the app
   * may have its types in the namespace of a vendor, which then means the same.
   */
  private void namespace(String name) {
    String outer = "";
    for (String part : name.split("\\.")) {
      boolean isOfVendor =
          outer.isEmpty()
              && GeneratedNamespace.OF_VENDORS.contains(part)
              && !root.startsWith(part + ".");
      if (isAround(outer) && !isOfVendor) {
        names.add(part);
      }
      outer = outer.isEmpty() ? part : outer + "." + part;
    }
  }

  private boolean isAround(String namespace) {
    return namespace.isEmpty() || root.equals(namespace) || root.startsWith(namespace + ".");
  }

  private static Optional<String> name(MemberDeclaration member) {
    if (member instanceof TypeDeclaration type) {
      return Optional.of(type.identifier().identifier());
    }
    return member instanceof DelegateDeclaration delegate
        ? Optional.of(delegate.identifier().identifier())
        : Optional.empty();
  }
}
