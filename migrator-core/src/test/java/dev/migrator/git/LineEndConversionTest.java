package dev.migrator.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineEndConversionTest {
  private static final List<String> TEXTS =
      List.of("a\nb\n", "a\r\nb\r\n", "a\r\nb\n", "a\rb\n", "a\0b\n", "ü\n", "", "a", "\n\n");

  @TempDir private Path temporary;

  /** Git's own checkout is the judge. */
  @Test
  void writesWhatGitWouldWrite() throws IOException {
    for (String attributes :
        List.of(
            "* text=auto eol=crlf", "* text eol=crlf", "* text=auto", "* text", "* -text", "")) {
      for (String autocrlf : List.of("true", "input", "false")) {
        compare(attributes, autocrlf);
      }
    }
  }

  private void compare(String attributes, String autocrlf) throws IOException {
    String name = Integer.toHexString((attributes + autocrlf).hashCode());
    TestRepository repository = TestRepository.empty(temporary.resolve(name));
    repository.write(".git/info/attributes", "* -text\n").write("start", "s");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "Start");
    for (int i = 0; i < TEXTS.size(); i++) {
      repository.write("f" + i, TEXTS.get(i));
    }
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "Files");
    repository.write(".git/info/attributes", attributes + "\n");
    repository.git("config", "core.autocrlf", autocrlf);
    for (int i = 0; i < TEXTS.size(); i++) {
      Files.delete(repository.folder().resolve("f" + i));
    }
    repository.git("checkout", "-q", "--", ".");
    try (GitRepository git = repository.open()) {
      List<ChangedFile> changed =
          ChangedFile.between(git.jgit(), git.jgit().resolve("HEAD~"), git.jgit().resolve("HEAD"));
      assertThat(changed).hasSize(TEXTS.size());
      for (int i = 0; i < TEXTS.size(); i++) {
        assertThat(changed.get(i).lineEnds().toWorkTree(TEXTS.get(i).getBytes(UTF_8)))
            .as("%s, autocrlf=%s, file %s", attributes, autocrlf, i)
            .isEqualTo(Files.readAllBytes(repository.folder().resolve("f" + i)));
        assertThat(new WorkFiles(git, FaultPoint.NONE).foreign(List.of(changed.get(i)))).isEmpty();
      }
    }
  }
}
