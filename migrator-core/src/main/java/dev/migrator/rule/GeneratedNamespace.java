package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectReference;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The namespace of the files that the tool writes: the root namespace as C# can say it. Where the
 * app has no type in it, the one that all its types have in common, which they see without a using;
 * and another one where a type has that name, since no namespace can be called like a type
 * (CS0101).
 */
public final class GeneratedNamespace {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract as base bool break byte case catch char checked class const continue decimal"
                  + " default delegate do double else enum event explicit extern false finally fixed"
                  + " float for foreach goto if implicit in int interface internal is lock long"
                  + " namespace new null object operator out override params private protected"
                  + " public readonly ref return sbyte sealed short sizeof stackalloc static string"
                  + " struct switch this throw true try typeof uint ulong unchecked unsafe ushort"
                  + " using virtual void volatile while")
              .split(" "));

  /** Below them, types of the framework and of packages are seen without a using. */
  static final Set<String> OF_VENDORS = Set.of("Azure", "Microsoft", "System");

  private GeneratedNamespace() {}

  static String of(FunctionApp app) {
    Set<String> types =
        app.running()
            .map(CodeBase::files)
            .flatMap(List::stream)
            .flatMap(CSharpFile::types)
            .map(TypeDeclaration::metadataName)
            .collect(Collectors.toCollection(TreeSet::new));
    StringBuilder namespace = new StringBuilder();
    for (String segment : base(app).split("\\.")) {
      namespace.append(namespace.isEmpty() ? "" : ".").append(segment);
      while (types.contains(namespace.toString())) {
        namespace.append("App");
      }
    }
    return namespace.toString();
  }

  private static String base(FunctionApp app) {
    String root = legal(app.project().rootNamespace());
    Set<String> namespaces =
        app.code().files().stream()
            .flatMap(CSharpFile::types)
            .map(TypeDeclaration::namespace)
            .collect(Collectors.toCollection(TreeSet::new));
    return namespaces.stream().anyMatch(one -> isInside(one, root)) || isBesideAnApp(app)
        ? root
        : namespaces.stream()
            .reduce(GeneratedNamespace::common)
            .filter(common -> !common.isEmpty() && !OF_VENDORS.contains(common.split("\\.")[0]))
            .orElse(root);
  }

  /** Whether a project sees the app and another one, which may have the same namespace. */
  private static boolean isBesideAnApp(FunctionApp app) {
    Set<String> others =
        Stream.concat(app.apps().stream().map(CodeBase::project), app.otherProjects().stream())
            .filter(project -> project.kind().isFunctionApp())
            .map(Project::path)
            .collect(Collectors.toCollection(TreeSet::new));
    Stream<Project> tests = app.tests().stream().map(CodeBase::project);
    return references(app.project()).anyMatch(others::contains)
        || tests.anyMatch(test -> references(test).anyMatch(others::contains))
        || app.otherProjects().stream()
            .anyMatch(other -> references(other).anyMatch(app.project().path()::equals));
  }

  private static Stream<String> references(Project project) {
    return project.items().projects().stream().map(ProjectReference::path);
  }

  private static boolean isInside(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer + ".");
  }

  /** The namespace around both, empty where there is none. */
  private static String common(String one, String other) {
    String around = one;
    while (!around.isEmpty() && !isInside(other, around)) {
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
    return around;
  }

  /** A namespace in which what C# cannot say is an underscore. */
  public static String legal(String namespace) {
    return Arrays.stream(namespace.split("\\."))
        .map(GeneratedNamespace::legalSegment)
        .collect(Collectors.joining("."));
  }

  private static String legalSegment(String segment) {
    String text =
        segment
            .codePoints()
            .map(c -> Character.isLetterOrDigit(c) ? c : '_')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    boolean isName = !text.isEmpty() && !Character.isDigit(text.codePointAt(0));
    return isName && !KEYWORDS.contains(text) ? text : "_" + text;
  }
}
