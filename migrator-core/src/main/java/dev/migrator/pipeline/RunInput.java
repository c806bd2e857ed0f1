package dev.migrator.pipeline;

import dev.migrator.git.DirectoryTree;
import dev.migrator.git.GitRepository;
import dev.migrator.git.Outcome;
import dev.migrator.git.Refusal;
import dev.migrator.source.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run reads: the blobs of HEAD, or a plain folder where there is no repository.
 *
 * @param tree the snapshot, with an untracked local.settings.json laid over it
 * @param start what the user named, relative to the tree
 * @param repository empty for a plain folder
 * @param refusal why there is no repository
 * @param untracked settings files of the work tree that were laid over the blobs of HEAD
 */
record RunInput(
    FileTree tree,
    String start,
    Optional<GitRepository> repository,
    Optional<Refusal> refusal,
    Set<String> untracked)
    implements AutoCloseable {

  static RunInput open(Path path, Map<String, String> environment) throws IOException {
    Outcome<GitRepository> opening = GitRepository.open(path, environment);
    if (opening.value().isPresent()) {
      GitRepository repository = opening.value().get();
      return ofRepository(repository, path);
    }
    return ofFolder(path, opening.refusal());
  }

  /** As {@link #open}, but what HEAD does not hold is read from disk. */
  static RunInput forInventory(Path path, Map<String, String> environment) throws IOException {
    RunInput input = open(path, environment);
    if (input.repository().isEmpty() || input.holdsStart()) {
      return input;
    }
    input.close();
    return ofFolder(path, Optional.empty());
  }

  private boolean holdsStart() {
    String folder = start + "/";
    return start.isEmpty()
        || tree.paths().contains(start)
        || tree.paths().tailSet(folder).stream()
            .findFirst()
            .filter(p -> p.startsWith(folder))
            .isPresent();
  }

  private static RunInput ofFolder(Path path, Optional<Refusal> refusal) throws IOException {
    Path above = path.toAbsolutePath().getParent();
    Path folder = Files.isDirectory(path) || above == null ? path : above;
    FileTree tree = DirectoryTree.of(folder);
    String start = Files.isDirectory(path) ? "" : String.valueOf(path.getFileName());
    return new RunInput(tree, start, Optional.empty(), refusal, Set.of());
  }

  /** The files as they are on disk now, committed or not. */
  static RunInput ofWorkTree(Path path, Map<String, String> environment) throws IOException {
    Outcome<GitRepository> opening = GitRepository.open(path, environment);
    if (opening.value().isEmpty()) {
      return open(path, environment);
    }
    GitRepository repository = opening.value().get();
    return new RunInput(
        DirectoryTree.of(repository.workTree()),
        repository.relative(path),
        Optional.of(repository),
        Optional.empty(),
        Set.of());
  }

  private static RunInput ofRepository(GitRepository repository, Path path) throws IOException {
    FileTree head = repository.tree();
    Map<String, byte[]> untracked = new TreeMap<>();
    for (String tracked : head.paths()) {
      if (tracked.endsWith("host.json")) {
        settingsBeside(repository, tracked, head, untracked);
      }
    }
    return new RunInput(
        untracked.isEmpty() ? head : OverlaidTree.of(head, untracked),
        repository.relative(path),
        Optional.of(repository),
        Optional.empty(),
        Set.copyOf(untracked.keySet()));
  }

  private static void settingsBeside(
      GitRepository repository, String hostJson, FileTree head, Map<String, byte[]> untracked)
      throws IOException {
    String path =
        hostJson.substring(0, hostJson.length() - "host.json".length()) + "local.settings.json";
    Path file = repository.workTree().resolve(path);
    if (!head.paths().contains(path) && Files.isRegularFile(file)) {
      untracked.put(path, Files.readAllBytes(file));
    }
  }

  boolean isTracked(String path) {
    return !untracked.contains(path);
  }

  @Override
  public void close() {
    repository.ifPresent(GitRepository::close);
  }
}
