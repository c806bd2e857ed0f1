package dev.migrator.git;

import dev.migrator.source.FileTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of a plain folder, without what builds and tools leave there. The list is made once,
 * bytes are read when asked for. Symbolic links are no files and are not followed, as in {@link
 * CommitTree}.
 */
public final class DirectoryTree implements FileTree {
  static final Set<String> LEFT_OUT = Set.of(".git", ".vs", "bin", "node_modules", "obj");

  private final Path root;
  private final SortedSet<String> paths;
  private final SortedSet<String> symbolicLinks;

  private DirectoryTree(Path root, SortedSet<String> paths, SortedSet<String> symbolicLinks) {
    this.root = root;
    this.paths = Collections.unmodifiableSortedSet(paths);
    this.symbolicLinks = Collections.unmodifiableSortedSet(symbolicLinks);
  }

  /** The folder itself may be a link. Subfolders that may not be read are left out. */
  public static DirectoryTree of(Path folder) throws IOException {
    Path root = folder.toRealPath();
    SortedSet<String> paths = new TreeSet<>();
    SortedSet<String> links = new TreeSet<>();
    Files.walkFileTree(root, new Listing(root, paths, links));
    return new DirectoryTree(root, paths, links);
  }

  static boolean isLeftOut(Path folder) {
    return LEFT_OUT.contains(String.valueOf(folder.getFileName()));
  }

  /** The folder that the paths are relative to. */
  public Path root() {
    return root;
  }

  public SortedSet<String> symbolicLinks() {
    return symbolicLinks;
  }

  @Override
  public SortedSet<String> paths() {
    return paths;
  }

  @Override
  public Optional<byte[]> read(String path) {
    if (!paths.contains(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(root.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root.resolve(path), e);
    }
  }

  private static final class Listing extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedSet<String> paths;
    private final SortedSet<String> links;

    Listing(Path root, SortedSet<String> paths, SortedSet<String> links) {
      this.root = root;
      this.paths = paths;
      this.links = links;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isLeftOut(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace(File.separatorChar, '/');
      if (attributes.isSymbolicLink()) {
        links.add(path);
      } else if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
        paths.add(path);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !file.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }
  }
}
