package dev.migrator.syntax.csharp;

import dev.migrator.source.SourceFile;

/** Reads C# files; never throws on bad text. */
public final class CSharpParser {
  private CSharpParser() {}

  /**
   * Parses the declarations of a file; bodies are parsed when first looked into. Thread-safe.
   *
   * @param symbols what {@code #if} takes as defined
   */
  public static CSharpFile parse(SourceFile source, PreprocessorSymbols symbols) {
    return ParsedFile.of(source, symbols);
  }
}
