package dev.migrator.git;

import dev.migrator.source.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of one commit, read from its blobs and never from the work tree. Symbolic links and
 * submodules are no files; they are listed apart. Thread-safe while the repository is open.
 */
public final class CommitTree implements FileTree {
  private final Repository repository;
  private final TreeMap<String, ObjectId> blobs = new TreeMap<>();
  private final SortedSet<String> executables = new TreeSet<>();
  private final SortedSet<String> symbolicLinks = new TreeSet<>();
  private final SortedSet<String> submodules = new TreeSet<>();

  private CommitTree(Repository repository) {
    this.repository = repository;
  }

  static CommitTree of(Repository repository, ObjectId tree) throws IOException {
    CommitTree result = new CommitTree(repository);
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next()) {
        result.add(walk);
      }
    }
    return result;
  }

  private void add(TreeWalk walk) {
    String path = walk.getPathString();
    FileMode mode = walk.getFileMode(0);
    if (mode == FileMode.SYMLINK) {
      symbolicLinks.add(path);
    } else if (mode == FileMode.GITLINK) {
      submodules.add(path);
    } else {
      blobs.put(path, walk.getObjectId(0));
      if (mode == FileMode.EXECUTABLE_FILE) {
        executables.add(path);
      }
    }
  }

  @Override
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(blobs.navigableKeySet());
  }

  @Override
  public Optional<byte[]> read(String path) {
    ObjectId id = blobs.get(path);
    if (id == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          repository.open(id, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE - 8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " at " + id.name(), e);
    }
  }

  public boolean isExecutable(String path) {
    return executables.contains(path);
  }

  public SortedSet<String> symbolicLinks() {
    return Collections.unmodifiableSortedSet(symbolicLinks);
  }

  public SortedSet<String> submodules() {
    return Collections.unmodifiableSortedSet(submodules);
  }

  /** Whether the repository holds only a Git LFS pointer in place of the file. */
  public boolean isLfsPointer(String path) {
    return read(path).map(LfsPointer::isLfsPointer).orElse(false);
  }
}
