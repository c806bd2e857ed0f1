package dev.migrator.git;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** The files of the work tree that a checkout changes: compares and replaces them one by one. */
final class WorkFiles {
  private final Repository repository;
  private final Path root;
  private final FaultPoint faults;

  WorkFiles(GitRepository git, FaultPoint faults) {
    this.repository = git.jgit();
    this.root = git.workTree();
    this.faults = faults;
  }

  /** The changed files that are neither as before nor as after; writing them would lose work. */
  List<String> foreign(List<ChangedFile> changed) throws IOException {
    return foreign(changed, true);
  }

  /** The changed files that are not as before, and not as after where that is allowed. */
  List<String> foreign(List<ChangedFile> changed, boolean mayBeDone) throws IOException {
    List<String> found = new ArrayList<>();
    for (ChangedFile file : changed) {
      boolean mayWrite =
          holds(file, file.oldId()) || (mayBeDone || file.isNew()) && holds(file, file.newId());
      if (!mayWrite || !hasPlainParents(file.path())) {
        found.add(file.path());
      }
    }
    return found;
  }

  /** Whether the work tree holds the blob, however its line ends stand there; zero: no file. */
  boolean holds(ChangedFile file, ObjectId id) throws IOException {
    Path place = root.resolve(file.path());
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return id.equals(ObjectId.zeroId());
    }
    if (id.equals(ObjectId.zeroId()) || !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] work = Files.readAllBytes(place);
    byte[] blob = blob(id);
    return Arrays.equals(work, blob)
        || file.lineEnds() != LineEndConversion.NONE
            && (Arrays.equals(work, file.lineEnds().toWorkTree(blob))
                || Arrays.equals(LineEndConversion.withoutCarriageReturns(work), blob));
  }

  private byte[] blob(ObjectId id) throws IOException {
    return repository.open(id, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE - 8);
  }

  /** A parent that is a link leads out of the work tree; a file in its place is someone's work. */
  private boolean hasPlainParents(String path) {
    Path folder = root;
    for (Path name : Path.of(path)) {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      folder = folder.resolve(name);
    }
    return true;
  }

  /** Brings one file to its state after; does nothing when it is there already. */
  void apply(ChangedFile file) throws IOException {
    Path place = root.resolve(file.path());
    Files.deleteIfExists(part(place));
    if (!holds(file, file.newId())) {
      if (file.isDeleted()) {
        delete(place);
      } else {
        write(place, file.lineEnds().toWorkTree(blob(file.newId())));
      }
    }
    faults.reached("file " + file.path());
  }

  private void write(Path place, byte[] bytes) throws IOException {
    Files.createDirectories(place.resolveSibling(""));
    Path part = part(place);
    Files.write(part, bytes);
    keepPermissions(place, part);
    faults.reached("part of file " + root.relativize(place));
    AtomicFile.replace(part, place);
  }

  /** Beside the file, because a rename must not cross file systems; a later run finds it again. */
  private static Path part(Path place) {
    return place.resolveSibling(".migrator-" + Integer.toHexString(place.getFileName().hashCode()));
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    @Nullable PosixFileAttributeView view = view(from);
    @Nullable PosixFileAttributeView target = view(to);
    if (Files.exists(from) && view != null && target != null) {
      target.setPermissions(view.readAttributes().permissions());
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }

  private void delete(Path place) throws IOException {
    Files.deleteIfExists(place);
    for (Path folder = place.getParent();
        folder != null && !folder.equals(root);
        folder = folder.getParent()) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }
}
