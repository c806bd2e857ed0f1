package dev.migrator.model.names;

import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;

/** Parses texts of a simple project. */
final class ProjectSources {
  private ProjectSources() {}

  static CSharpFile parse(String path, String text) {
    return CSharpParser.parse(SourceFile.of(path, text), PreprocessorSymbols.NONE);
  }
}
