package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The namespace of the files that the tool writes: the root namespace as C# can say it, and another
 * one where a type has that name, since no namespace can be called like a type (CS0101).
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
    for (String segment : legal(app.project().rootNamespace()).split("\\.")) {
      namespace.append(namespace.isEmpty() ? "" : ".").append(segment);
      while (types.contains(namespace.toString())) {
        namespace.append("App");
      }
    }
    return namespace.toString();
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
