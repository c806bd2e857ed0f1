package dev.migrator.syntax.csharp;

import dev.migrator.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The C# files below a folder, read before the clock starts. */
@State(Scope.Benchmark)
public class SourceSet {
  @Param("testdata/apps")
  private String folder = "";

  private List<SourceFile> files = List.of();
  private long bytes;

  @Setup
  public void read() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(folder))) {
      files =
          paths.filter(path -> path.toString().endsWith(".cs")).sorted().map(this::file).toList();
    }
    if (files.isEmpty()) {
      throw new IllegalStateException("no C# file below " + Path.of(folder).toAbsolutePath());
    }
  }

  private SourceFile file(Path path) {
    try {
      byte[] read = Files.readAllBytes(path);
      bytes += read.length;
      return SourceFile.ofBytes(path.toString(), read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<SourceFile> files() {
    return files;
  }

  long bytes() {
    return bytes;
  }
}
