package dev.migrator.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * A file that differs between two commits; the zero id where it is missing.
 *
 * @param lineEnds what a checkout does to the line ends
 */
record ChangedFile(
    String path,
    FileMode oldMode,
    ObjectId oldId,
    FileMode newMode,
    ObjectId newId,
    LineEndConversion lineEnds) {

  boolean isNew() {
    return oldMode == FileMode.MISSING;
  }

  boolean isDeleted() {
    return newMode == FileMode.MISSING;
  }

  /** All files that differ, by path. */
  static List<ChangedFile> between(Repository repository, ObjectId before, ObjectId after)
      throws IOException {
    List<ChangedFile> changed = new ArrayList<>();
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.setOperationType(OperationType.CHECKOUT_OP);
      walk.setRecursive(true);
      walk.addTree(commits.parseCommit(before).getTree());
      walk.addTree(commits.parseCommit(after).getTree());
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        changed.add(
            new ChangedFile(
                walk.getPathString(),
                walk.getFileMode(0),
                walk.getObjectId(0),
                walk.getFileMode(1),
                walk.getObjectId(1),
                lineEnds(walk, walk.getFileMode(1) == FileMode.MISSING ? 0 : 1)));
      }
    }
    return changed;
  }

  private static LineEndConversion lineEnds(TreeWalk walk, int tree) throws IOException {
    return LineEndConversion.of(
        walk.getCheckoutEolStreamType(tree), walk.getEolStreamType(OperationType.CHECKIN_OP));
  }

  /** A file of a commit, as one that does not differ. */
  static Optional<ChangedFile> unchanged(Repository repository, ObjectId commit, String path)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = TreeWalk.forPath(repository, path, commits.parseCommit(commit).getTree())) {
      if (walk == null) {
        return Optional.empty();
      }
      walk.setOperationType(OperationType.CHECKOUT_OP);
      FileMode mode = walk.getFileMode(0);
      ObjectId id = walk.getObjectId(0);
      return Optional.of(new ChangedFile(path, mode, id, mode, id, lineEnds(walk, 0)));
    }
  }
}
