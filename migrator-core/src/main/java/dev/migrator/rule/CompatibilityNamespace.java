package dev.migrator.rule;

import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.NamespaceDeclaration;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the types of the compatibility file stand, so that it sees what it names. */
final class CompatibilityNamespace {
  private static final Set<String> NAMES = names();

  private CompatibilityNamespace() {}

  private static Set<String> names() {
    try (InputStream stream =
        CompatibilityNamespace.class.getResourceAsStream("compatibility-names.txt")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root namespace, or {@code InProcess} below it where that hides a name of the file. */
  static String of(FunctionApp app) {
    String root = app.project().rootNamespace();
    Stream<CSharpFile> files =
        Stream.concat(
            app.code().files().stream(),
            app.libraries().stream().flatMap(library -> library.files().stream()));
    boolean isHidden =
        Stream.concat(andOuter(root), files.flatMap(CompatibilityNamespace::declared))
            .anyMatch(name -> hides(name, root));
    return isHidden ? root + ".InProcess" : root;
  }

  /** Full names of types and namespaces. */
  private static Stream<String> declared(CSharpFile file) {
    Stream<String> types =
        file.types()
            .filter(type -> type.containingType().isEmpty())
            .map(CompatibilityNamespace::fullName);
    Stream<String> namespaces =
        file.root()
            .descendants(NamespaceDeclaration.class)
            .map(NamespaceDeclaration::name)
            .flatMap(CompatibilityNamespace::andOuter);
    return Stream.concat(types, namespaces);
  }

  private static String fullName(TypeDeclaration type) {
    String name = type.identifier().identifier();
    return type.namespace().isEmpty() ? name : type.namespace() + "." + name;
  }

  private static Stream<String> andOuter(String namespace) {
    return Stream.iterate(
        namespace, name -> !name.isEmpty(), name -> name.substring(0, Math.max(0, dot(name))));
  }

  private static int dot(String name) {
    return name.lastIndexOf('.');
  }

  /** Whether code in the root namespace finds it before what a using at the top opens. */
  private static boolean hides(String fullName, String root) {
    String around = fullName.substring(0, Math.max(0, dot(fullName)));
    String simple = fullName.substring(dot(fullName) + 1);
    boolean isAround = around.isEmpty() || (root + ".").startsWith(around + ".");
    return isAround && NAMES.contains(simple);
  }
}
