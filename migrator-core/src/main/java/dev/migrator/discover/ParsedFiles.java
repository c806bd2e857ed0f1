package dev.migrator.discover;

import dev.migrator.model.RepositoryText;
import dev.migrator.source.FileTree;
import dev.migrator.source.SourceFile;
import dev.migrator.source.UnreadableSourceException;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The C# files of a tree, each parsed once for each set of symbols. A tree that differs in some
 * files takes the others over from the one before.
 */
public final class ParsedFiles {
  private final FileTree tree;
  private final Map<Key, CSharpFile> files;

  private @Nullable List<RepositoryText> repositoryTexts;

  private record Key(String path, PreprocessorSymbols symbols) {}

  private ParsedFiles(FileTree tree, Map<Key, CSharpFile> files) {
    this.tree = tree;
    this.files = files;
  }

  public static ParsedFiles of(FileTree tree) {
    return new ParsedFiles(tree, new ConcurrentHashMap<>());
  }

  /** For another tree in which only these paths differ. */
  public ParsedFiles with(FileTree other, java.util.Set<String> changed) {
    Map<Key, CSharpFile> kept = new ConcurrentHashMap<>(files);
    kept.keySet().removeIf(key -> changed.contains(key.path()));
    return new ParsedFiles(other, kept);
  }

  public FileTree tree() {
    return tree;
  }

  /** What pipelines, infrastructure and tools say that matters; looked for once. */
  synchronized List<RepositoryText> repositoryTexts() {
    List<RepositoryText> known = repositoryTexts;
    if (known == null) {
      known = RepositoryTexts.in(tree);
      repositoryTexts = known;
    }
    return known;
  }

  /**
   * The parsed file.
   *
   * @throws UnreadableSourceException when its bytes are no UTF-8 text
   */
  public CSharpFile parse(String path, PreprocessorSymbols symbols)
      throws UnreadableSourceException {
    Key key = new Key(path, symbols);
    CSharpFile known = files.get(key);
    if (known != null) {
      return known;
    }
    SourceFile source =
        tree.source(path).orElseThrow(() -> new UnreadableSourceException(path, "does not exist"));
    CSharpFile parsed = CSharpParser.parse(source, symbols);
    files.put(key, parsed);
    return parsed;
  }
}
