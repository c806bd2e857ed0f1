package dev.migrator.git;

import dev.migrator.source.FileChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/** Writes the blobs and trees of a change; folders without a change keep their tree. */
final class TreeEditor {
  private final ObjectReader reader;
  private final ObjectInserter inserter;
  private final FaultPoint faults;

  TreeEditor(ObjectReader reader, ObjectInserter inserter, FaultPoint faults) {
    this.reader = reader;
    this.inserter = inserter;
    this.faults = faults;
  }

  /** The tree after the changes. */
  ObjectId write(ObjectId tree, SortedMap<String, FileChange> changes) throws IOException {
    SortedMap<String, ObjectId> blobs = new TreeMap<>();
    for (Map.Entry<String, FileChange> change : changes.entrySet()) {
      Optional<byte[]> bytes = change.getValue().bytes();
      blobs.put(change.getKey(), bytes.isEmpty() ? ObjectId.zeroId() : blob(bytes.get()));
    }
    return folder(tree, blobs).orElseGet(() -> inserter.idFor(new TreeFormatter()));
  }

  private ObjectId blob(byte[] bytes) throws IOException {
    ObjectId id = inserter.insert(Constants.OBJ_BLOB, bytes);
    inserter.flush();
    faults.reached("blob " + id.abbreviate(8).name());
    return id;
  }

  /** Zero ids are deletions. Empty when nothing is left in the folder. */
  private Optional<ObjectId> folder(@Nullable ObjectId tree, SortedMap<String, ObjectId> blobs)
      throws IOException {
    SortedMap<String, Entry> entries = entries(tree);
    SortedMap<String, SortedMap<String, ObjectId>> below = new TreeMap<>();
    for (Map.Entry<String, ObjectId> blob : blobs.entrySet()) {
      int slash = blob.getKey().indexOf('/');
      if (slash < 0) {
        entries.compute(blob.getKey(), (name, old) -> Entry.file(old, blob.getValue()));
      } else {
        below
            .computeIfAbsent(blob.getKey().substring(0, slash), name -> new TreeMap<>())
            .put(blob.getKey().substring(slash + 1), blob.getValue());
      }
    }
    for (Map.Entry<String, SortedMap<String, ObjectId>> folder : below.entrySet()) {
      @Nullable Entry old = entries.get(folder.getKey());
      @Nullable ObjectId before = old == null || old.mode() != FileMode.TREE ? null : old.id();
      Optional<ObjectId> id = folder(before, folder.getValue());
      if (id.isPresent()) {
        entries.put(folder.getKey(), new Entry(FileMode.TREE, id.get()));
      } else if (before != null) {
        entries.remove(folder.getKey());
      }
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(insert(entries));
  }

  private SortedMap<String, Entry> entries(@Nullable ObjectId tree) throws IOException {
    SortedMap<String, Entry> entries = new TreeMap<>();
    if (tree != null) {
      CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
      for (; !parser.eof(); parser.next()) {
        entries.put(
            parser.getEntryPathString(),
            new Entry(parser.getEntryFileMode(), parser.getEntryObjectId()));
      }
    }
    return entries;
  }

  private ObjectId insert(SortedMap<String, Entry> entries) throws IOException {
    Map<byte[], Map.Entry<String, Entry>> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      boolean isFolder = entry.getValue().mode() == FileMode.TREE;
      sorted.put(Constants.encode(isFolder ? entry.getKey() + "/" : entry.getKey()), entry);
    }
    TreeFormatter formatter = new TreeFormatter();
    sorted
        .values()
        .forEach(e -> formatter.append(e.getKey(), e.getValue().mode(), e.getValue().id()));
    ObjectId id = inserter.insert(formatter);
    inserter.flush();
    faults.reached("tree " + id.abbreviate(8).name());
    return id;
  }

  private record Entry(FileMode mode, ObjectId id) {
    /** The entry of a file after its change; null (no entry) after a deletion. */
    static @Nullable Entry file(@Nullable Entry old, ObjectId blob) {
      if (blob.equals(ObjectId.zeroId())) {
        return null;
      }
      boolean executable = old != null && old.mode() == FileMode.EXECUTABLE_FILE;
      return new Entry(executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE, blob);
    }
  }
}
