package dev.migrator.discover;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.source.FileTree;
import dev.migrator.source.Location;
import dev.migrator.source.UnreadableSourceException;
import dev.migrator.syntax.json.JsonFile;
import java.util.List;
import java.util.Optional;

/** Reads JSON files of a tree; what is wrong with one is a finding. */
final class JsonFiles {
  private JsonFiles() {}

  static Optional<JsonFile> read(String path, FileTree tree, List<Diagnostic> problems) {
    try {
      Optional<JsonFile> file = tree.source(path).map(JsonFile::parse);
      file.stream()
          .flatMap(read -> read.errors().stream())
          .findFirst()
          .ifPresent(
              error ->
                  problems.add(
                      Diagnostic.of(
                          Code.FILE_DOES_NOT_PARSE,
                          new Location(path, error.line()),
                          path + " is no valid JSON: " + error.message(),
                          "repair the file and run again")));
      return file;
    } catch (UnreadableSourceException e) {
      problems.add(
          Diagnostic.of(
              Code.FILE_UNREADABLE,
              Location.ofFile(path),
              String.valueOf(e.getMessage()),
              "save the file as UTF-8"));
      return Optional.empty();
    }
  }
}
