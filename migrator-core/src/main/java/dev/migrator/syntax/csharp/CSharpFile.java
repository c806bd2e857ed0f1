package dev.migrator.syntax.csharp;

import dev.migrator.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/** One parsed C# file; the texts of {@link #tokens} joined are the file. */
public interface CSharpFile {
  SourceFile source();

  /** Symbols that were defined when the active branches of {@code #if} were chosen. */
  PreprocessorSymbols symbols();

  CompilationUnit root();

  Tokens tokens();

  /** {@code #if}, {@code #region}, {@code #pragma} and the like, in source order. */
  List<Directive> directives();

  /** Errors outside of bodies; empty for a file that may be edited. Does not parse bodies. */
  List<SyntaxError> declarationErrors();

  /** All errors; parses every body. */
  List<SyntaxError> errors();

  /** Every type of the file, nested ones included, in source order. */
  Stream<TypeDeclaration> types();

  /** Every method of the file, in source order. */
  default Stream<MethodDeclaration> methods() {
    return types().flatMap(TypeDeclaration::methods);
  }
}
