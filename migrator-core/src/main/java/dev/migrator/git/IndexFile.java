package dev.migrator.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;

/**
 * Brings the index to the state after a checkout. The new index is prepared in the state folder and
 * becomes {@code index.lock} in one step, so that a lock left behind by a killed run can be told
 * from the lock of another program: it has the content of the prepared file.
 */
final class IndexFile {
  private static final int ATTEMPTS = 5;

  private final Repository repository;
  private final Path root;
  private final Path index;
  private final Path lock;
  private final Path prepared;
  private final FaultPoint faults;

  IndexFile(GitRepository git, FaultPoint faults) {
    this.repository = git.jgit();
    this.root = git.workTree();
    this.index = repository.getIndexFile().toPath();
    this.lock = index.resolveSibling(index.getFileName() + ".lock");
    this.prepared = git.stateFolder().resolve("index");
    this.faults = faults;
  }

  /** Frees the index when a killed run of the tool locked it. False when someone else did. */
  boolean unlockOwn() throws IOException {
    byte[] held = read(lock);
    byte[] own = read(prepared);
    boolean isOwn = own.length > 0 && held.length <= own.length;
    if (Files.exists(lock) && isOwn && Arrays.equals(held, Arrays.copyOf(own, held.length))) {
      Files.delete(lock);
    }
    return !Files.exists(lock);
  }

  /** False when another program holds the index; nothing has changed then. */
  boolean update(List<ChangedFile> changed) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      byte[] before = read(index);
      prepare(before, changed);
      faults.reached("index prepared");
      if (!lock()) {
        return false;
      }
      faults.reached("index locked");
      if (Arrays.equals(before, read(index))) {
        AtomicFile.replace(lock, index);
        faults.reached("index replaced");
        Files.deleteIfExists(prepared);
        return true;
      }
      Files.delete(lock);
    }
    return false;
  }

  /** The prepared file may be a second name of the index, so it is never written in place. */
  private void prepare(byte[] before, List<ChangedFile> changed) throws IOException {
    Files.deleteIfExists(prepared);
    Files.deleteIfExists(prepared.resolveSibling(prepared.getFileName() + ".lock"));
    if (before.length > 0) {
      Files.write(prepared, before);
    }
    DirCache cache = DirCache.lock(prepared.toFile(), FS.DETECTED);
    try {
      DirCacheEditor editor = cache.editor();
      for (ChangedFile file : changed) {
        editor.add(edit(file));
      }
      editor.finish();
      cache.write();
      if (!cache.commit()) {
        throw new IOException("cannot write " + prepared);
      }
    } finally {
      cache.unlock();
    }
  }

  private PathEdit edit(ChangedFile file) {
    if (file.isDeleted()) {
      return new DeletePath(file.path());
    }
    File place = root.resolve(file.path()).toFile();
    return new PathEdit(file.path()) {
      @Override
      public void apply(DirCacheEntry entry) {
        entry.setFileMode(file.newMode());
        entry.setObjectId(file.newId());
        entry.setLength(place.length());
        entry.setLastModified(repository.getFS().lastModifiedInstant(place));
      }
    };
  }

  private boolean lock() throws IOException {
    try {
      Files.createLink(lock, prepared);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | IOException e) {
      return copyAsLock();
    }
  }

  /** For file systems without hard links. */
  private boolean copyAsLock() throws IOException {
    try {
      Files.copy(prepared, lock, LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }
}
