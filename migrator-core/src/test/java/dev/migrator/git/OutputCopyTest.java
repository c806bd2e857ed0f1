package dev.migrator.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputCopyTest {
  @TempDir private Path temporary;

  private OutputCopy.Request request(Path source, Path target, Path... needed) throws IOException {
    Path home = Files.createDirectories(temporary.resolve("home"));
    return new OutputCopy.Request(
        source,
        List.of(needed),
        target,
        TestRepository.IDENTITY,
        CommitDate.ofBase(),
        Map.of("HOME", home.toString()));
  }

  private static OutputCopy copied(OutputCopy.Request request) throws IOException {
    return OutputCopy.create(request).value().orElseThrow();
  }

  private Path write(String path, String text) throws IOException {
    Path file = temporary.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private TestRepository copy() {
    return TestRepository.at(temporary, "copy");
  }

  @Test
  void copiesTrackedAndNotIgnoredFilesOfARepository() throws IOException {
    TestRepository repository =
        TestRepository.of(
            temporary,
            ".gitignore",
            "*.user\n",
            ".gitattributes",
            "*.cs text eol=lf\n*.dll filter=lfs\n",
            "src/App/App.csproj",
            "<Project/>\r\n",
            "src/App/A.cs",
            "one\r\ntwo\r\n",
            "src/Lib/L.cs",
            "l\n",
            "src/App/run.sh",
            "#!/bin/sh\n",
            "other/x.txt",
            "x\n");
    assertThat(repository.folder().resolve("src/App/run.sh").toFile().setExecutable(true)).isTrue();
    repository.write("src/App/A.cs", "one\r\ntwo\r\n");
    repository.write("src/App/ü new.cs", "n").write("src/App/me.user", "u");
    repository.write("src/App/bin/a.dll", "x").write("src/App/obj/p.json", "x");
    Path source = repository.folder().resolve("src/App/App.csproj");

    OutputCopy copy =
        copied(request(source, temporary.resolve("copy"), repository.folder().resolve("src/Lib")));

    assertThat(copy.app()).isEqualTo("App/App.csproj");
    assertThat(copy().git("ls-tree", "-r", "--format=%(objectmode) %(path)", "HEAD"))
        .isEqualTo(
            """
            100644 App/A.cs
            100644 App/App.csproj
            100755 App/run.sh
            100644 "App/\\303\\274 new.cs"
            100644 Lib/L.cs""");
    assertThat(copy().git("log", "--format=%s|%ad|%an|%D", "--date=raw"))
        .isEqualTo("Add the app as it was|1700000000 +0000|Jane Döe|HEAD -> main");
    assertThat(copy().read("App/A.cs")).isEqualTo("one\r\ntwo\r\n");
    assertThat(copy().git("cat-file", "-s", "HEAD:App/A.cs")).isEqualTo("10");
    assertThat(copy().git("config", "core.autocrlf")).isEqualTo("false");
    assertThat(copy().exists(".git/migrator/copy-unfinished")).isFalse();
    copy().isClean();
  }

  @Test
  void theCopyCanBeConverted() throws IOException {
    write("plain/.gitattributes", "*.cs text eol=lf\n");
    write("plain/A.cs", "one\r\n");
    OutputCopy copy = copied(request(temporary.resolve("plain"), temporary.resolve("copy")));
    assertThat(copy.app()).isEmpty();
    try (GitRepository git = copy().open()) {
      CommitWriter.of(git)
          .write(
              TestRepository.plan(git, TestRepository.step("code", "A.cs", "two\r\n")),
              Landing.CHECKED_OUT);
    }
    assertThat(copy().read("A.cs")).isEqualTo("two\r\n");
    assertThat(copy().git("log", "--format=%ad", "--date=iso-strict"))
        .isEqualTo("2026-01-01T00:00:01+00:00\n2026-01-01T00:00:00+00:00");
    copy().isClean();
  }

  @Test
  void leavesOutBuildFoldersAndLinksThatLeaveAPlainFolder() throws IOException {
    write("plain/App/A.cs", "a");
    write("plain/App/bin/a.dll", "x");
    write("plain/node_modules/m.js", "x");
    write("secret.txt", "s");
    Path root = temporary.resolve("plain");
    Files.createSymbolicLink(root.resolve("inside"), Path.of("App/A.cs"));
    Files.createSymbolicLink(root.resolve("outside"), Path.of("../secret.txt"));
    Files.createSymbolicLink(root.resolve("absolute"), root.resolve("App"));

    OutputCopy copy = copied(request(root, temporary.resolve("copy")));

    assertThat(copy().git("ls-tree", "-r", "--format=%(objectmode) %(path)", "HEAD"))
        .isEqualTo("100644 App/A.cs\n120000 inside");
    assertThat(copy.notes())
        .hasSize(2)
        .anySatisfy(note -> assertThat(note).contains("outside").contains("../secret.txt"));
    copy().isClean();
  }

  @Test
  void givesTheSameIdInEveryFolder() throws IOException {
    write("1/A.cs", "a");
    write("2/A.cs", "a");
    assertThat(copied(request(temporary.resolve("1"), temporary.resolve("copy"))).commit())
        .isEqualTo(copied(request(temporary.resolve("2"), temporary.resolve("x/copy2"))).commit());
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    write("plain/A.cs", "a");
    write("copy/mine.txt", "m");
    assertThat(
            OutputCopy.create(request(temporary.resolve("plain"), temporary.resolve("copy")))
                .refusal()
                .orElseThrow()
                .code())
        .isEqualTo(RefusalCode.TARGET_NOT_EMPTY);
    assertThat(temporary.resolve("copy/.git")).doesNotExist();
  }

  @Test
  void takesAnEmptyFolderInsideTheSource() throws IOException {
    write("plain/A.cs", "a");
    Path target = Files.createDirectories(temporary.resolve("plain/out"));
    copied(request(temporary.resolve("plain"), target));
    assertThat(TestRepository.at(temporary, "plain/out").git("ls-files")).isEqualTo("A.cs");
  }

  @Test
  void refusesASourceThatDoesNotExist() throws IOException {
    assertThat(
            OutputCopy.create(request(temporary.resolve("none"), temporary.resolve("copy")))
                .refusal()
                .orElseThrow()
                .code())
        .isEqualTo(RefusalCode.SOURCE_UNREADABLE);
  }

  @Test
  void aKilledCopyIsMadeAgain() throws IOException {
    write("plain/A.cs", "a");
    write("plain/b/B.cs", "b");
    OutputCopy.Request request = request(temporary.resolve("plain"), temporary.resolve("copy"));
    List<Path> killed = new ArrayList<>();
    OutputCopy whole =
        OutputCopy.create(
                request,
                place -> {
                  Path folder = temporary.resolve("killed" + killed.size());
                  copy().copyTo(folder);
                  killed.add(folder.resolve("copy"));
                })
            .value()
            .orElseThrow();
    for (Path folder : killed) {
      assertThat(copied(request(temporary.resolve("plain"), folder)).commit())
          .isEqualTo(whole.commit());
      TestRepository.at(folder.resolveSibling(""), "copy").isClean();
    }
    System.out.println("kill points of the copy " + killed.size() + ", lost 0, doubled 0");
  }
}
