package dev.migrator.git;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/**
 * A git repository with a work tree and at least one commit. HEAD is read once, when it is opened.
 */
public final class GitRepository implements AutoCloseable {
  private static final Set<String> KNOWN_EXTENSIONS =
      Set.of("noop", "preciousobjects", "partialclone", "worktreeconfig", "relativeworktrees");

  private final Repository repository;
  private final Map<String, String> environment;
  private final Path workTree;
  private final ObjectId head;
  private @Nullable CommitTree tree;

  private GitRepository(Repository repository, Map<String, String> environment, ObjectId head)
      throws IOException {
    this.repository = repository;
    this.environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    this.workTree = repository.getWorkTree().toPath().toRealPath();
    this.head = head;
  }

  /**
   * Finds the repository whose work tree holds a file or folder.
   *
   * @param environment the variables of the process: where the user's git configuration lies
   */
  public static Outcome<GitRepository> open(Path insideWorkTree, Map<String, String> environment) {
    return open(insideWorkTree, environment, true);
  }

  /** The same without the files of HEAD, which are read when they are first asked for. */
  public static Outcome<GitRepository> openOnly(
      Path insideWorkTree, Map<String, String> environment) {
    return open(insideWorkTree, environment, false);
  }

  private static Outcome<GitRepository> open(
      Path insideWorkTree, Map<String, String> environment, boolean readsFiles) {
    GitSystem.install(environment);
    try {
      return find(insideWorkTree.toRealPath(), environment, readsFiles);
    } catch (IOException | IllegalArgumentException e) {
      return Outcome.refused(
          RefusalCode.UNSUPPORTED_REPOSITORY,
          "cannot read the git repository of " + insideWorkTree + ": " + reason(e),
          "run `git status` there and repair what it reports");
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Outcome<GitRepository> find(
      Path place, Map<String, String> environment, boolean readsFiles) throws IOException {
    File start = (Files.isDirectory(place) ? place : place.resolveSibling("")).toFile();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(start);
    if (builder.getGitDir() == null) {
      return Outcome.refused(
          RefusalCode.NO_REPOSITORY,
          place + " is not inside a git repository",
          "run `git init` and commit, or give --output DIR to convert a copy");
    }
    Repository repository = builder.setMustExist(true).build();
    try {
      Outcome<GitRepository> opening = examine(repository, place, environment);
      if (opening.refusal().isPresent()) {
        repository.close();
      } else if (readsFiles) {
        opening.value().orElseThrow().readTree();
      }
      return opening;
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private static Outcome<GitRepository> examine(
      Repository repository, Path place, Map<String, String> environment) throws IOException {
    if (repository.isBare()) {
      return Outcome.refused(
          RefusalCode.BARE_REPOSITORY,
          repository.getDirectory() + " is a bare repository",
          "clone it and give the clone");
    }
    Path workTree = repository.getWorkTree().toPath().toRealPath();
    if (!place.startsWith(workTree) || place.startsWith(repository.getDirectory().toPath())) {
      return Outcome.refused(
          RefusalCode.NO_REPOSITORY,
          place + " is not inside the work tree " + workTree,
          "give a path of the work tree");
    }
    for (String extension : repository.getConfig().getNames("extensions")) {
      if (!isSupported(repository, extension)) {
        return Outcome.refused(
            RefusalCode.UNSUPPORTED_REPOSITORY,
            "the repository " + workTree + " uses extensions." + extension,
            "convert a copy with --output DIR");
      }
    }
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return Outcome.refused(
          RefusalCode.UNBORN_HEAD,
          "the repository " + workTree + " has no commit yet",
          "commit the app as it is, then run again");
    }
    return Outcome.of(new GitRepository(repository, environment, head));
  }

  private static boolean isSupported(Repository repository, String extension) {
    String value = repository.getConfig().getString("extensions", null, extension);
    return switch (extension.toLowerCase(Locale.ROOT)) {
      case "objectformat" -> "sha1".equalsIgnoreCase(value);
      case "refstorage" -> "files".equalsIgnoreCase(value);
      case "worktreeconfig" -> !"true".equalsIgnoreCase(value) || !hasWorkTreeConfig(repository);
      default -> KNOWN_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
    };
  }

  /** JGit does not read {@code config.worktree}, so what stands there would be missed. */
  private static boolean hasWorkTreeConfig(Repository repository) {
    return new File(repository.getDirectory(), "config.worktree").length() > 0;
  }

  private static CommitTree treeOf(Repository repository, ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return CommitTree.of(repository, walk.parseCommit(commit).getTree());
    }
  }

  private CommitTree readTree() throws IOException {
    CommitTree read = treeOf(repository, head);
    tree = read;
    return read;
  }

  /**
   * The files of HEAD.
   *
   * @throws UncheckedIOException when they are first asked for here and cannot be read
   */
  public CommitTree tree() {
    try {
      return tree == null ? readTree() : tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of another commit, given by its full id. */
  public CommitTree tree(String commit) throws IOException {
    return treeOf(repository, ObjectId.fromString(commit));
  }

  /** The full id of the commit that HEAD was on when the repository was opened. */
  public String headCommit() {
    return head.name();
  }

  /** The short name of the branch that HEAD is on; empty when HEAD is detached. */
  public Optional<String> branch() throws IOException {
    Ref ref = repository.exactRef(Constants.HEAD);
    return ref != null && ref.isSymbolic()
        ? Optional.of(Repository.shortenRefName(ref.getTarget().getName()))
        : Optional.empty();
  }

  public Path workTree() {
    return workTree;
  }

  /** The git directory of this work tree. */
  public Path gitDirectory() {
    return repository.getDirectory().toPath();
  }

  /** Where the tool keeps journal and run record: {@code migrator/} under the git directory. */
  public Path stateFolder() {
    return gitDirectory().resolve("migrator");
  }

  /** The path of a file of the work tree as git writes it; the root is the empty string. */
  public String relative(Path file) throws IOException {
    return workTree.relativize(file.toRealPath()).toString().replace(File.separatorChar, '/');
  }

  /** How git sees a file of the work tree now. */
  public PathState state(String path) throws IOException {
    if (repository.readDirCache().getEntry(path) != null) {
      return PathState.TRACKED;
    }
    if (!Files.exists(workTree.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
      return PathState.ABSENT;
    }
    return isIgnored(path) ? PathState.IGNORED : PathState.UNTRACKED;
  }

  /**
   * Replaces a file that git does not track, such as an ignored {@code local.settings.json}; a
   * reader finds the old or the new bytes.
   */
  public void replaceUntracked(String path, byte[] bytes) throws IOException {
    if (state(path) == PathState.TRACKED) {
      throw new IllegalArgumentException(path + " is tracked: it is changed by a commit");
    }
    AtomicFile.write(workTree.resolve(path), bytes, FaultPoint.NONE);
  }

  private boolean isIgnored(String path) throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      int index = walk.addTree(new DirCacheIterator(repository.readDirCache()));
      FileTreeIterator files = new FileTreeIterator(repository);
      files.setDirCacheIterator(walk, index);
      int work = walk.addTree(files);
      walk.setFilter(PathFilter.create(path));
      while (walk.next()) {
        WorkingTreeIterator entry = walk.getTree(work, WorkingTreeIterator.class);
        if (entry != null && entry.isEntryIgnored()) {
          return true;
        }
        if (walk.isSubtree()) {
          walk.enterSubtree();
        }
      }
    }
    return false;
  }

  /** When HEAD's commit was made. */
  public Instant headDate() throws IOException {
    return Instant.ofEpochSecond(headRevision().getCommitTime());
  }

  RevCommit headRevision() throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(head);
    }
  }

  ObjectId headId() {
    return head;
  }

  Repository jgit() {
    return repository;
  }

  Map<String, String> environment() {
    return environment;
  }

  @Override
  public void close() {
    repository.close();
  }
}
