package dev.migrator.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdentityTest {
  @TempDir private Path temporary;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void makeRepository() throws IOException {
    TestRepository repository = TestRepository.of(temporary, "a.cs", "a");
    repository.git("config", "--unset", "user.name");
    repository.git("config", "--unset", "user.email");
    environment.put("HOME", repository.home().toString());
  }

  private TestRepository repository() {
    return TestRepository.at(temporary, "work tree");
  }

  private Outcome<Identity> identity(@Nullable String author) {
    try (GitRepository git =
        GitRepository.open(repository().folder(), environment).value().orElseThrow()) {
      return Identity.of(git, author);
    }
  }

  private void is(String author, String committer) {
    assertThat(identity(null).value())
        .map(found -> found.author() + ", " + found.committer())
        .contains(author + ", " + committer);
  }

  @Test
  void isNeverInvented() {
    assertThat(identity(null).refusal()).map(Refusal::code).contains(RefusalCode.NO_IDENTITY);
    assertThat(Identity.ofUser(environment, null).refusal())
        .map(Refusal::code)
        .contains(RefusalCode.NO_IDENTITY);
  }

  @Test
  void theOptionSetsBothPersons() {
    environment.put("GIT_COMMITTER_NAME", "C");
    environment.put("GIT_COMMITTER_EMAIL", "c@x");
    assertThat(identity("Jané D <j@x>").value())
        .map(found -> found.author() + ", " + found.committer())
        .contains("Jané D <j@x>, Jané D <j@x>");
  }

  @Test
  void refusesAnAuthorOfAnotherForm() {
    for (String author : new String[] {"Jane", "<j@x>", "Jane <j@x", "Jane <>", "A\nB <j@x>"}) {
      assertThat(identity(author).refusal())
          .as(author)
          .map(Refusal::code)
          .contains(RefusalCode.INVALID_AUTHOR);
    }
  }

  @Test
  void variablesWinOverConfiguration() throws IOException {
    repository().git("config", "user.name", "Config");
    repository().git("config", "user.email", "config@x");
    is("Config <config@x>", "Config <config@x>");
    environment.put("GIT_AUTHOR_NAME", "A");
    is("A <config@x>", "Config <config@x>");
    environment.put("GIT_AUTHOR_EMAIL", "a@x");
    environment.put("GIT_COMMITTER_NAME", "C");
    environment.put("GIT_COMMITTER_EMAIL", "c@x");
    is("A <a@x>", "C <c@x>");
  }

  @Test
  void theVariablesOfOnePersonServeForBoth() {
    environment.put("GIT_AUTHOR_NAME", "A");
    environment.put("GIT_AUTHOR_EMAIL", "a@x");
    is("A <a@x>", "A <a@x>");
  }

  @Test
  void readsTheUsersConfiguration() throws IOException {
    Path xdg = Files.createDirectories(repository().home().resolve(".config/git"));
    Files.writeString(xdg.resolve("config"), "[user]\n\tname = Xdg\n\temail = xdg@x\n");
    is("Xdg <xdg@x>", "Xdg <xdg@x>");
    Files.writeString(repository().home().resolve(".gitconfig"), "[user]\n\tname = Home\n");
    environment.put("OTHER", "a new reader");
    is("Home <xdg@x>", "Home <xdg@x>");
    Path global = temporary.resolve("global");
    Files.writeString(global, "[user]\n\tname = Global\n\temail = g@x\n[author]\n\tname = W\n");
    environment.put("GIT_CONFIG_GLOBAL", global.toString());
    is("W <g@x>", "Global <g@x>");
    assertThat(Identity.ofUser(environment, null).value()).isPresent();
  }

  @Test
  void honoursIncludesThatHoldForTheFolder() throws IOException {
    Path home = repository().home();
    Files.writeString(home.resolve("work"), "[user]\n\temail = work@x\n");
    Files.writeString(
        home.resolve(".gitconfig"),
        """
        [user]
          name = Home
          email = home@x
        [includeIf "gitdir:/elsewhere/"]
          path = none
        [includeIf "gitdir:%s/"]
          path = ~/work
        """
            .formatted(temporary.toRealPath()));
    is("Home <work@x>", "Home <work@x>");
    repository().git("config", "user.email", "own@x");
    environment.put("OTHER", "a new reader");
    is("Home <own@x>", "Home <own@x>");
  }
}
