package dev.migrator.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/** Which files of a folder belong to an app: what git tracks or would offer to add. */
final class SourceListing {
  private final Path root;
  private final List<String> notes;
  private final SortedMap<String, Entry> files = new TreeMap<>();

  /** What a path is in the copy. */
  enum Entry {
    FILE,
    EXECUTABLE,
    LINK;

    FileMode mode() {
      return switch (this) {
        case FILE -> FileMode.REGULAR_FILE;
        case EXECUTABLE -> FileMode.EXECUTABLE_FILE;
        case LINK -> FileMode.SYMLINK;
      };
    }
  }

  private SourceListing(Path root, List<String> notes) {
    this.root = root;
    this.notes = notes;
  }

  /** All files of a plain folder, without what builds and tools leave there. */
  static SortedMap<String, Entry> ofFolder(Path root, List<String> notes) throws IOException {
    SourceListing listing = new SourceListing(root, notes);
    listing.addFolder("");
    return listing.files;
  }

  private void addFolder(String prefix) throws IOException {
    DirectoryTree tree = DirectoryTree.of(root.resolve(prefix));
    for (String path : tree.paths()) {
      addFile(prefix + path, isPosix() && Files.isExecutable(root.resolve(prefix + path)));
    }
    for (String path : tree.symbolicLinks()) {
      addLink(prefix + path);
    }
  }

  private void addFile(String path, boolean isExecutable) {
    files.put(path, isExecutable ? Entry.EXECUTABLE : Entry.FILE);
  }

  /** Elsewhere every file counts as executable. */
  private boolean isPosix() {
    return root.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private void addLink(String path) throws IOException {
    Path link = root.resolve(path);
    Path text = Files.readSymbolicLink(link);
    Path target = link.resolveSibling(text).normalize();
    boolean staysInside =
        !text.isAbsolute()
            && target.startsWith(root)
            && (!Files.exists(link) || link.toRealPath().startsWith(root));
    if (staysInside) {
      files.put(path, Entry.LINK);
    } else {
      notes.add("the link " + path + " leads outside and was not copied: " + text);
    }
  }

  /** What git tracks, as it stands in the work tree, and files that are neither so nor ignored. */
  static SortedMap<String, Entry> ofWorkTree(GitRepository git, Path root, List<String> notes)
      throws IOException {
    SourceListing listing = new SourceListing(root, notes);
    boolean trustsDisk = git.jgit().getConfig().getBoolean("core", "filemode", true);
    try (TreeWalk walk = new TreeWalk(git.jgit())) {
      walk.addTree(new DirCacheIterator(git.jgit().readDirCache()));
      FileTreeIterator files = new FileTreeIterator(git.jgit());
      files.setDirCacheIterator(walk, 0);
      walk.addTree(files);
      String folder = git.relative(root);
      if (!folder.isEmpty()) {
        walk.setFilter(PathFilter.create(folder));
      }
      while (walk.next()) {
        if (listing.add(walk, folder, trustsDisk)) {
          walk.enterSubtree();
        }
      }
    }
    return listing.files;
  }

  /** Whether the entry is a folder to look into. */
  private boolean add(TreeWalk walk, String folder, boolean trustsDisk) throws IOException {
    @Nullable WorkingTreeIterator work = walk.getTree(1, WorkingTreeIterator.class);
    if (work == null) {
      return false;
    }
    String path = walk.getPathString();
    boolean isAbove = folder.equals(path) || folder.startsWith(path + "/");
    boolean isTracked = walk.getTree(0, DirCacheIterator.class) != null;
    boolean isLeftOut =
        DirectoryTree.LEFT_OUT.contains(walk.getNameString()) || work.isEntryIgnored();
    FileMode mode = work.getEntryFileMode();
    if (isAbove && mode == FileMode.TREE) {
      return true;
    }
    if (!isTracked && isLeftOut) {
      return false;
    }
    if (mode == FileMode.TREE) {
      return true;
    }
    boolean isKnown = isTracked && !trustsDisk && mode == FileMode.REGULAR_FILE;
    addEntry(
        path.substring(folder.isEmpty() ? 0 : folder.length() + 1),
        isKnown ? walk.getFileMode(0) : mode);
    return false;
  }

  private void addEntry(String path, FileMode mode) throws IOException {
    if (mode == FileMode.SYMLINK) {
      addLink(path);
    } else if (mode == FileMode.GITLINK) {
      addFolder(path + "/");
    } else if (Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      addFile(path, mode == FileMode.EXECUTABLE_FILE);
    }
  }
}
