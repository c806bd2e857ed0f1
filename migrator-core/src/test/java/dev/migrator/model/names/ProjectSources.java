package dev.migrator.model.names;

import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parses the files of a simple project. */
final class ProjectSources {
  private ProjectSources() {}

  static List<CSharpFile> parse(CsprojFacts project, Path root) throws IOException {
    PreprocessorSymbols symbols = PreprocessorSymbols.of(project.symbols());
    List<CSharpFile> files = new ArrayList<>();
    for (Path file : project.files()) {
      String name = root.relativize(file).toString().replace('\\', '/');
      files.add(CSharpParser.parse(SourceFile.ofBytes(name, Files.readAllBytes(file)), symbols));
    }
    return files;
  }

  static CSharpFile parse(String path, String text) {
    return CSharpParser.parse(SourceFile.of(path, text), PreprocessorSymbols.NONE);
  }
}
