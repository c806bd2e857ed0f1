package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.FileChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A repository in a temporary folder, driven by the git binary with a home of its own. */
final class TestRepository {
  static final Person JANE = new Person("Jane Döe", "jane@example.org");
  static final Identity IDENTITY = new Identity(JANE, JANE);
  static final String BRANCH = "migrate/isolated";

  private final Path folder;
  private final Path home;

  private TestRepository(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  /** A repository with one commit of these files: path, text, path, text … */
  static TestRepository of(Path temporary, String... files) throws IOException {
    TestRepository repository = empty(temporary);
    repository.commit("Start", files);
    return repository;
  }

  static TestRepository empty(Path temporary) throws IOException {
    TestRepository repository = at(temporary, "work tree");
    Files.createDirectories(repository.folder);
    Files.createDirectories(repository.home);
    repository.git("init", "-q", "-b", "main", "--template=");
    repository.git("config", "user.name", JANE.name());
    repository.git("config", "user.email", JANE.mail());
    repository.git("config", "commit.gpgsign", "false");
    return repository;
  }

  /** A folder that may be a repository already. */
  static TestRepository at(Path temporary, String name) {
    return new TestRepository(temporary.resolve(name), temporary.resolve("home"));
  }

  /** An exact copy in another folder: what the disk would hold after a kill now. */
  TestRepository copyTo(Path temporary) {
    TestRepository copy = at(temporary, folder.getFileName().toString());
    try {
      Files.createDirectories(copy.home);
      copy(folder, copy.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file)),
                StandardCopyOption.COPY_ATTRIBUTES,
                LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  Path folder() {
    return folder;
  }

  Path home() {
    return home;
  }

  Map<String, String> environment() {
    return Map.of("HOME", home.toString());
  }

  GitRepository open() {
    return GitRepository.open(folder, environment()).value().orElseThrow();
  }

  Refusal openRefused() {
    return GitRepository.open(folder, environment()).refusal().orElseThrow();
  }

  TestRepository write(String path, String text) throws IOException {
    return write(path, text.getBytes(UTF_8));
  }

  TestRepository write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, bytes);
    return this;
  }

  String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  boolean exists(String path) {
    return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  void commit(String subject, String... files) throws IOException {
    for (int i = 0; i < files.length; i += 2) {
      write(files[i], files[i + 1]);
    }
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", subject);
  }

  /** Runs git, which must succeed; the result is what it printed, without the last line end. */
  String git(String... arguments) throws IOException {
    Result result = run(arguments);
    assertThat(result.exit()).as("git %s: %s", List.of(arguments), result.output()).isZero();
    return result.output().stripTrailing();
  }

  Result run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_AUTHOR_DATE", "1700000000 +0100");
    builder.environment().put("GIT_COMMITTER_DATE", "1700000000 +0100");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  record Result(int exit, String output) {}

  void isClean() throws IOException {
    assertThat(git("status", "--porcelain", "--untracked-files=all")).isEmpty();
    assertThat(run("fsck", "--strict", "--no-dangling").output()).isEmpty();
  }

  static CommitPlan plan(GitRepository repository, StepCommit... commits) {
    return new CommitPlan(
        BRANCH, repository.headCommit(), List.of(commits), IDENTITY, CommitDate.ofBase());
  }

  /** A step that writes path, text, path, text …; the text DELETE deletes. */
  static StepCommit step(String name, String... files) {
    SortedMap<String, FileChange> changes = new TreeMap<>();
    for (int i = 0; i < files.length; i += 2) {
      changes.put(
          files[i],
          files[i + 1].equals("DELETE")
              ? FileChange.delete()
              : FileChange.write(files[i + 1].getBytes(UTF_8)));
    }
    return new StepCommit(
        "Convert " + name, "Why.", List.of(new Trailer(Trailer.STEP, name)), changes);
  }
}
