package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * A repository that is being made: files come in one by one, then one commit. Until that is done a
 * mark in its git directory says that a killed run left it; the next run writes over it.
 */
final class NewRepository implements AutoCloseable {
  private static final String MARK = ".git/migrator/copy-unfinished";
  private static final String NO_CONVERSION = "* -text -filter -ident !working-tree-encoding\n";

  private final Path folder;
  private final Repository repository;
  private final ObjectInserter inserter;
  private final DirCache index;
  private final DirCacheBuilder entries;
  private final FaultPoint faults;

  private NewRepository(Path folder, Repository repository, FaultPoint faults) throws IOException {
    this.folder = folder;
    this.repository = repository;
    this.inserter = repository.newObjectInserter();
    this.index = repository.lockDirCache();
    this.entries = index.builder();
    this.faults = faults;
  }

  /** Whether a folder is absent, empty or an unfinished copy. */
  static boolean isFree(Path folder) throws IOException {
    return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
        || OutputCopy.isEmpty(folder)
        || Files.exists(folder.resolve(MARK));
  }

  static NewRepository create(Path folder, FaultPoint faults) throws IOException {
    Path mark = folder.resolve(MARK);
    Path git = folder.resolve(".git");
    if (Files.exists(mark)) {
      clear(git, mark);
    }
    Files.createDirectories(mark.resolveSibling(""));
    Files.writeString(mark, "");
    faults.reached("copy marked");
    Repository repository = init(folder);
    StoredConfig config = repository.getConfig();
    config.setString("core", null, "autocrlf", "false");
    config.save();
    Files.createDirectories(git.resolve("info"));
    Files.writeString(git.resolve("info/attributes"), NO_CONVERSION);
    faults.reached("repository made");
    return new NewRepository(folder, repository, faults);
  }

  /** Everything but the mark, so that a kill in between changes nothing. */
  private static void clear(Path git, Path mark) throws IOException {
    for (File child : children(git)) {
      if (!mark.startsWith(child.toPath())) {
        FileUtils.delete(child, FileUtils.RECURSIVE);
      }
    }
  }

  private static List<File> children(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(Path::toFile).toList();
    }
  }

  private static Repository init(Path folder) throws IOException {
    try {
      return Git.init()
          .setDirectory(folder.toFile())
          .setInitialBranch("main")
          .call()
          .getRepository();
    } catch (GitAPIException e) {
      throw new IOException("cannot make a repository in " + folder, e);
    }
  }

  /** Copies one file and takes it into the commit to come. */
  void add(String path, Path source, SourceListing.Entry kind) throws IOException {
    Path place = folder.resolve(path);
    Files.createDirectories(place.resolveSibling(""));
    DirCacheEntry entry = new DirCacheEntry(path);
    entry.setFileMode(kind.mode());
    byte[] bytes;
    if (kind == SourceListing.Entry.LINK) {
      Path target = Files.readSymbolicLink(source);
      Files.deleteIfExists(place);
      Files.createSymbolicLink(place, target);
      bytes = target.toString().replace(File.separatorChar, '/').getBytes(UTF_8);
    } else {
      bytes = Files.readAllBytes(source);
      Files.write(place, bytes);
      setExecutable(place, kind == SourceListing.Entry.EXECUTABLE);
    }
    entry.setLength(bytes.length);
    entry.setLastModified(repository.getFS().lastModifiedInstant(place));
    entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, bytes));
    entries.add(entry);
    faults.reached("copied " + path);
  }

  private static void setExecutable(Path file, boolean isExecutable) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null || !isExecutable) {
      return;
    }
    Set<PosixFilePermission> permissions = EnumSet.copyOf(view.readAttributes().permissions());
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    view.setPermissions(permissions);
  }

  /** Writes the commit; the repository is complete then. */
  String commit(String subject, Identity identity, Instant date) throws IOException {
    entries.finish();
    ObjectId tree = index.writeTree(inserter);
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setAuthor(CommitWriter.ident(identity.author(), date));
    builder.setCommitter(CommitWriter.ident(identity.committer(), date));
    builder.setEncoding(UTF_8);
    builder.setMessage(subject + "\n");
    ObjectId commit = inserter.insert(builder);
    inserter.flush();
    index.write();
    if (!index.commit()) {
      throw new IOException("cannot write the index of " + folder);
    }
    faults.reached("index of the copy");
    RefUpdate update = repository.updateRef(Constants.HEAD);
    update.setNewObjectId(commit);
    update.setRefLogIdent(new PersonIdent("migrator", "migrator@localhost"));
    update.setRefLogMessage("commit (initial): " + subject, false);
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.NEW) {
      throw new IOException("cannot set the branch of " + folder + ": " + result);
    }
    faults.reached("branch of the copy");
    Files.delete(folder.resolve(MARK));
    return commit.name();
  }

  @Override
  public void close() {
    index.unlock();
    inserter.close();
    repository.close();
  }
}
