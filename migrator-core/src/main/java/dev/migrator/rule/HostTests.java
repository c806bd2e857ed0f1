package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of tests that call functions in a host of their own, by {@code IJobHost}: the worker has
 * none, so no text of such a file could stay (core-model 10). They are left out of the build, and
 * of what rules see, where nothing else needs their types.
 *
 * @param app without these files
 * @param leftOut the files, in order
 */
public record HostTests(FunctionApp app, List<LeftOut> leftOut) {
  private static final Set<String> HOSTS =
      Set.of("Microsoft.Azure.WebJobs.IJobHost", "Microsoft.Azure.WebJobs.JobHost");

  public HostTests {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A file that is left out.
   *
   * @param tests the project that compiles it, without the file
   * @param reference the first place that names the host
   */
  public record LeftOut(CodeBase tests, CSharpFile file, NameReference reference) {}

  static HostTests of(FunctionApp app) {
    List<LeftOut> leftOut = new ArrayList<>();
    List<CodeBase> tests = new ArrayList<>();
    for (CodeBase code : app.tests()) {
      List<CSharpFile> files = code.project().isSdkStyle() ? files(code) : List.of();
      CodeBase rest = files.isEmpty() ? code : code.without(files);
      tests.add(rest);
      files.forEach(file -> leftOut.add(new LeftOut(rest, file, host(code, file).orElseThrow())));
    }
    return leftOut.isEmpty()
        ? new HostTests(app, leftOut)
        : new HostTests(app.withTests(tests), leftOut);
  }

  private static List<CSharpFile> files(CodeBase code) {
    List<CSharpFile> naming =
        code.files().stream().filter(file -> host(code, file).isPresent()).toList();
    if (naming.isEmpty()) {
      return naming;
    }
    Set<String> theirTypes =
        naming.stream()
            .flatMap(CSharpFile::types)
            .map(TypeDeclaration::metadataName)
            .collect(Collectors.toSet());
    boolean isNeeded =
        code.files().stream()
            .filter(file -> !naming.contains(file))
            .flatMap(file -> types(code, file))
            .anyMatch(type -> theirTypes.contains(type.metadataName()));
    return isNeeded ? List.of() : naming;
  }

  /** Only files that have the word are looked into. */
  private static Optional<NameReference> host(CodeBase code, CSharpFile file) {
    return file.source().text().contains("JobHost")
        ? code.names()
            .references(file)
            .filter(
                reference ->
                    reference
                        .resolution()
                        .type()
                        .filter(type -> HOSTS.contains(type.metadataName()))
                        .isPresent())
            .findFirst()
        : Optional.empty();
  }

  private static Stream<TypeSymbol> types(CodeBase code, CSharpFile file) {
    return code.names()
        .references(file)
        .flatMap(reference -> reference.resolution().type().stream());
  }
}
