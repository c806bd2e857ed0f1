package dev.migrator.rule;

import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.ProgrammingModel;
import dev.migrator.model.contract.BindingCatalog;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.ReferenceKind;
import dev.migrator.model.names.TypeSymbol;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Attributes of the app that derive from one of a binding: {@code class OrdersQueueAttribute :
 * QueueAttribute}. Those of the worker are sealed (bindings 1.1).
 */
public final class OwnAttributes {
  private static final String WEB_JOBS = "Microsoft.Azure.WebJobs.";

  private OwnAttributes() {}

  /** All of them, in the order of files. */
  public static List<TypeDeclaration> of(FunctionApp app) {
    return app.codeBases().stream()
        .flatMap(code -> code.files().stream().flatMap(file -> of(file, code)))
        .toList();
  }

  private static Stream<TypeDeclaration> of(CSharpFile file, CodeBase code) {
    return file.types().filter(type -> base(type, code).isPresent());
  }

  /** The attribute of a package that a type derives from. */
  public static Optional<String> base(TypeDeclaration type, CodeBase code) {
    return type.baseTypes().stream()
        .filter(OwnAttributes::isLikely)
        .flatMap(base -> code.names().resolve(base).type().stream())
        .filter(base -> !base.isDeclared())
        .map(TypeSymbol::metadataName)
        .filter(name -> name.startsWith(WEB_JOBS))
        .findFirst();
  }

  private static boolean isLikely(TypeSyntax base) {
    BindingCatalog catalog = BindingCatalog.standard();
    return base.simpleName().endsWith("Attribute")
        && catalog.knows(catalog.kind(base.simpleName(), ProgrammingModel.IN_PROCESS));
  }

  /** Places outside of a type that name it in code. */
  public static Stream<NameReference> uses(TypeDeclaration type, CSharpFile file, CodeBase code) {
    return code.names()
        .references(file)
        .filter(reference -> reference.kind() != ReferenceKind.CREF)
        .filter(reference -> reference.resolution().is(type.metadataName()))
        .filter(reference -> type.file() != file || !type.span().contains(reference.span()));
  }

  /** Those that no code names. */
  static List<TypeDeclaration> unused(FunctionApp app) {
    return of(app).stream()
        .filter(
            type ->
                app.codeBases().stream()
                    .allMatch(
                        code ->
                            code.files().stream()
                                .allMatch(file -> uses(type, file, code).findAny().isEmpty())))
        .toList();
  }
}
