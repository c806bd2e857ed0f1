package dev.migrator.edit;

import dev.migrator.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Edits free of overlap, in order of file and place.
 *
 * @param edits as {@link Merge} leaves them
 */
public record EditList(List<Edit> edits) {

  public EditList {
    edits = List.copyOf(edits);
  }

  /** Paths of the files that change, sorted. */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    edits.forEach(e -> paths.add(e.path()));
    return paths;
  }

  /** The file with its edits done; the same instance where there is none. */
  public SourceFile apply(SourceFile file) {
    List<Edit> own = edits.stream().filter(e -> e.path().equals(file.path())).toList();
    if (own.isEmpty()) {
      return file;
    }
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (Edit edit : own) {
      text.append(file.text(), copied, edit.span().start()).append(edit.change().newText());
      copied = edit.span().end();
    }
    return file.withText(text.append(file.text(), copied, file.text().length()).toString());
  }
}
