package dev.migrator.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.submodule.SubmoduleWalk;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.jspecify.annotations.Nullable;

/** Looks for every reason not to write to a repository. Changes nothing. */
public final class RefusalCheck {
  private static final int NAMES_IN_A_MESSAGE = 5;
  private static final int COMMITS_TO_LOOK_AT = 100;

  private final GitRepository git;
  private final Repository repository;
  private final SortedSet<String> paths;
  private final List<Refusal> found = new ArrayList<>();

  private RefusalCheck(GitRepository git, Collection<String> paths) {
    this.git = git;
    this.repository = git.jgit();
    this.paths = new TreeSet<>(paths);
  }

  /**
   * All refusals, in the order of their codes; empty when commits may be written.
   *
   * @param branch short name of the branch to write
   * @param paths the files to edit, create or delete
   */
  public static List<Refusal> check(
      GitRepository repository, String branch, Collection<String> paths) throws IOException {
    RefusalCheck check = new RefusalCheck(repository, paths);
    check.checkState(branch);
    check.checkClone();
    check.checkFiles();
    check.checkBranch(branch);
    return check.found.stream().sorted(Comparator.comparing(Refusal::code)).toList();
  }

  private void refuse(RefusalCode code, String message, String advice) {
    found.add(new Refusal(code, message, advice));
  }

  private void checkState(String branch) {
    if (Journal.exists(git)) {
      found.add(Recovery.unfinished(git));
    }
    readOnlyFolder()
        .ifPresent(
            folder ->
                refuse(
                    RefusalCode.READ_ONLY,
                    folder + " is read-only",
                    "make it writable, or convert a copy with --output DIR"));
    Path own = git.gitDirectory();
    Path common = repository.getCommonDirectory().toPath();
    for (Path lock :
        List.of(
            own.resolve("index.lock"),
            own.resolve("HEAD.lock"),
            common.resolve(Constants.R_HEADS + branch + ".lock"))) {
      if (Files.exists(lock)) {
        found.add(BranchCheckout.locked(lock.toString()));
      }
    }
    RepositoryState state = repository.getRepositoryState();
    if (state != RepositoryState.SAFE || Files.exists(own.resolve("sequencer"))) {
      String what =
          state == RepositoryState.SAFE ? "A cherry-pick or revert" : state.getDescription();
      refuse(
          RefusalCode.OPERATION_IN_PROGRESS,
          "a git operation is in progress: " + what,
          "finish or abort it (`git status` says how), then run again");
    }
  }

  private Optional<Path> readOnlyFolder() {
    SortedSet<Path> folders = new TreeSet<>();
    Path common = repository.getCommonDirectory().toPath();
    folders.add(git.workTree());
    folders.add(git.gitDirectory());
    folders.add(common.resolve("objects"));
    folders.add(common.resolve("refs"));
    folders.add(git.stateFolder());
    for (String path : paths) {
      folders.add(git.workTree().resolve(path).resolveSibling(""));
    }
    return folders.stream()
        .filter(Files::exists)
        .filter(folder -> !Files.isDirectory(folder) || !Files.isWritable(folder))
        .findFirst();
  }

  private void checkClone() throws IOException {
    if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
      refuse(
          RefusalCode.SHALLOW_CLONE,
          git.workTree() + " is a shallow clone",
          "run `git fetch --unshallow`, then run again");
    }
    var config = repository.getConfig();
    boolean hasPromisor =
        config.getSubsections("remote").stream()
            .anyMatch(remote -> config.getBoolean("remote", remote, "promisor", false));
    if (hasPromisor || config.getString("extensions", null, "partialClone") != null) {
      refuse(
          RefusalCode.PARTIAL_CLONE,
          git.workTree() + " is a partial clone",
          "clone it again without --filter, then run again");
    }
    if (config.getBoolean("core", "sparseCheckout", false)) {
      refuse(
          RefusalCode.SPARSE_CHECKOUT,
          git.workTree() + " is a sparse checkout",
          "run `git sparse-checkout disable`, then run again");
    }
  }

  private void checkFiles() throws IOException {
    checkTrackedFiles();
    checkSubmodules();
    List<String> existing =
        paths.stream()
            .filter(path -> !git.tree().paths().contains(path) && !isInSubmodule(path))
            .filter(path -> Files.exists(git.workTree().resolve(path), LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (!existing.isEmpty()) {
      refuse(
          RefusalCode.UNTRACKED_IN_THE_WAY,
          "the tool creates files that exist already: " + names(existing),
          "commit, move or delete them, then run again");
    }
    List<String> pointers = paths.stream().filter(git.tree()::isLfsPointer).toList();
    if (!pointers.isEmpty()) {
      refuse(
          RefusalCode.LFS_POINTER,
          "Git LFS keeps these files, git has only pointers: " + names(pointers),
          "take them out of LFS with `git lfs migrate export`, or leave their app out with --app");
    }
    checkFilters();
  }

  private void checkTrackedFiles() {
    try {
      IndexDiff diff = new IndexDiff(repository, git.headId(), new FileTreeIterator(repository));
      diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
      diff.diff();
      SortedSet<String> dirty = new TreeSet<>();
      for (String path : diff.getModified()) {
        if (!isOnlyOfOtherLineEnds(path)) {
          dirty.add(path);
        }
      }
      dirty.addAll(diff.getAdded());
      dirty.addAll(diff.getChanged());
      dirty.addAll(diff.getRemoved());
      dirty.addAll(diff.getMissing());
      dirty.addAll(diff.getConflicting());
      dirty.removeAll(git.tree().submodules());
      if (!dirty.isEmpty()) {
        found.add(dirty(dirty));
      }
    } catch (IOException e) {
      refuse(
          RefusalCode.UNSUPPORTED_REPOSITORY,
          "cannot compare the work tree with HEAD: " + e.getMessage(),
          "run `git status` and repair what it reports; `git update-index --no-split-index` helps with"
              + " an index that other tools cannot read");
    }
  }

  /** Files that git would add as they are in HEAD; JGit takes some with mixed ends for changed. */
  private boolean isOnlyOfOtherLineEnds(String path) throws IOException {
    Optional<ChangedFile> file = ChangedFile.unchanged(repository, git.headId(), path);
    return file.isPresent()
        && !hasOtherMode(file.get())
        && new WorkFiles(git, FaultPoint.NONE).holds(file.get(), file.get().oldId());
  }

  private boolean hasOtherMode(ChangedFile file) {
    boolean isKept =
        repository.getConfig().getBoolean("core", "filemode", true)
            && repository.getFS().supportsExecute();
    Path place = git.workTree().resolve(file.path());
    return isKept
        && repository.getFS().canExecute(place.toFile())
            != file.oldMode().equals(FileMode.EXECUTABLE_FILE);
  }

  private static Refusal dirty(Collection<String> files) {
    return new Refusal(
        RefusalCode.DIRTY_TREE,
        "the work tree has changes that are not committed: " + names(files),
        "commit or stash them, then run again");
  }

  private static String names(Collection<String> files) {
    String first = String.join(", ", files.stream().limit(NAMES_IN_A_MESSAGE).toList());
    int more = files.size() - NAMES_IN_A_MESSAGE;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private void checkSubmodules() throws IOException {
    DirCache index = repository.readDirCache();
    SortedSet<String> submodules = new TreeSet<>(git.tree().submodules());
    SortedSet<String> staged = new TreeSet<>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      if (index.getEntry(i).getFileMode() == FileMode.GITLINK) {
        staged.add(index.getEntry(i).getPathString());
      }
    }
    submodules.addAll(staged);
    for (String submodule : submodules) {
      ObjectId committed = committed(submodule);
      boolean changed =
          !staged.contains(submodule)
              || !committed.equals(index.getEntry(submodule).getObjectId())
              || !committed.equals(checkedOut(submodule, committed));
      if (changed) {
        refuse(
            RefusalCode.SUBMODULE_CHANGE,
            "the submodule " + submodule + " is not at the commit that HEAD names",
            "run `git submodule update`, or commit the change; then run again");
      }
      for (String path : paths) {
        if (path.startsWith(submodule + "/")) {
          refuse(
              RefusalCode.SUBMODULE_CHANGE,
              path + " lies in the submodule " + submodule,
              "convert the repository of the submodule on its own");
        }
      }
    }
  }

  private boolean isInSubmodule(String path) {
    return git.tree().submodules().stream().anyMatch(module -> path.startsWith(module + "/"));
  }

  private ObjectId committed(String submodule) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, submodule, git.headRevision().getTree())) {
      return walk == null ? ObjectId.zeroId() : walk.getObjectId(0);
    }
  }

  /** Where the submodule's own HEAD is; a submodule that is not there counts as unchanged. */
  private ObjectId checkedOut(String submodule, ObjectId otherwise) throws IOException {
    try (Repository inner = SubmoduleWalk.getSubmoduleRepository(repository, submodule)) {
      @Nullable ObjectId head = inner == null ? null : inner.resolve(Constants.HEAD);
      return head == null ? otherwise : head;
    }
  }

  /** Files whose bytes in the work tree are made by a program, or in another encoding. */
  private void checkFilters() throws IOException {
    if (paths.isEmpty()) {
      return;
    }
    SortedSet<String> filtered = new TreeSet<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKOUT_OP);
      walk.addTree(git.headRevision().getTree());
      walk.setRecursive(true);
      walk.setFilter(PathFilterGroup.createFromStrings(paths));
      while (walk.next()) {
        var attributes = walk.getAttributes();
        @Nullable String filter = attributes.getValue("filter");
        boolean isFiltered =
            filter != null && !repository.getConfig().getNames("filter", filter).isEmpty();
        if (isFiltered
            || attributes.getValue("working-tree-encoding") != null
            || attributes.isSet("ident")) {
          filtered.add(walk.getPathString());
        }
      }
    }
    if (!filtered.isEmpty()) {
      refuse(
          RefusalCode.CONTENT_FILTER,
          "a filter, encoding or ident attribute changes these files on checkout: "
              + names(filtered),
          "take the attribute out of .gitattributes for these files, then run again");
    }
  }

  private void checkBranch(String branch) throws IOException {
    String name = Constants.R_HEADS + branch;
    if (!Repository.isValidRefName(name)) {
      refuse(
          RefusalCode.INVALID_BRANCH,
          "\"" + branch + "\" is no name for a branch",
          "use letters, digits, - and /");
      return;
    }
    Collection<String> conflicting = repository.getRefDatabase().getConflictingNames(name);
    if (!conflicting.isEmpty()) {
      String other = Repository.shortenRefName(conflicting.iterator().next());
      refuse(
          RefusalCode.BRANCH_EXISTS,
          "the branch " + other + " leaves no room for a branch " + branch,
          "rename it with `git branch -m " + other + " NEW-NAME`");
    }
    @Nullable Ref ref = repository.exactRef(name);
    if (ref != null && git.branch().filter(branch::equals).isEmpty()) {
      found.add(branchExists(branch, "HEAD is not on it"));
    } else if (ref != null && !isOurs(ref.getObjectId())) {
      found.add(branchExists(branch, "no commit on it is the tool's"));
    }
  }

  /** Whether the tool wrote a commit of the branch; a person may have added others on top. */
  private boolean isOurs(ObjectId tip) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setFirstParent(true);
      walk.markStart(walk.parseCommit(tip));
      int seen = 0;
      for (RevCommit commit : walk) {
        if (!commit.getFooterLines(Trailer.STEP).isEmpty()) {
          return true;
        }
        if (++seen == COMMITS_TO_LOOK_AT) {
          return false;
        }
      }
    }
    return false;
  }

  static Refusal branchExists(String branch, String why) {
    return new Refusal(
        RefusalCode.BRANCH_EXISTS,
        "the branch " + branch + " exists: " + why,
        "go on there with `git switch "
            + branch
            + "` if the tool made it, or rename it with `git branch -m "
            + branch
            + " NEW-NAME`");
  }

  /** The files that a checkout would overwrite although they are not as in HEAD. */
  static Refusal inTheWay(GitRepository git, List<String> files) {
    List<String> untracked =
        files.stream().filter(file -> !git.tree().paths().contains(file)).toList();
    return untracked.isEmpty()
        ? dirty(files)
        : new Refusal(
            RefusalCode.UNTRACKED_IN_THE_WAY,
            "the tool creates files that exist already: " + names(untracked),
            "commit, move or delete them, then run again");
  }
}
