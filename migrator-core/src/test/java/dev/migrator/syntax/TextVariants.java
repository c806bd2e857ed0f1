package dev.migrator.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.edit.Edit;
import dev.migrator.edit.Merge;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every language test needs: a text with all line ends, edits done, files on this machine. */
public final class TextVariants {
  private TextVariants() {}

  /** The text with LF, with CRLF, and with CRLF behind a byte order mark. */
  public static List<SourceFile> of(String path, String text) {
    String windows = text.replace("\n", "\r\n");
    return List.of(
        SourceFile.of(path, text), SourceFile.of(path, windows), read(path, "\uFEFF" + windows));
  }

  private static SourceFile read(String path, String text) {
    try {
      return SourceFile.ofBytes(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableSourceException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with the edits done, which do not collide. */
  public static SourceFile apply(SourceFile file, List<Edit> edits) {
    Merge merge = Merge.of(edits);
    assertThat(merge).isInstanceOf(Merge.Clean.class);
    return ((Merge.Clean) merge).edits().apply(file);
  }

  /** Files below testdata and, where it is, the folder {@code shared} beside the repository. */
  public static List<SourceFile> corpus(Predicate<String> isWanted) throws IOException {
    String testdata = System.getProperty("testdata.directory", "testdata");
    List<Path> roots = List.of(Path.of(testdata), Path.of(testdata, "../../shared").normalize());
    try (Stream<Path> files =
        roots.stream().filter(Files::isDirectory).flatMap(TextVariants::walk)) {
      return files
          .filter(file -> isWanted.test(file.getFileName().toString()))
          .flatMap(file -> readable(file).stream())
          .toList();
    }
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<SourceFile> readable(Path file) {
    try {
      return Optional.of(SourceFile.ofBytes(file.toString(), Files.readAllBytes(file)));
    } catch (UnreadableSourceException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
