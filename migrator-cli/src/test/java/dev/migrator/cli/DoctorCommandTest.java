package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrator doctor} says. */
class DoctorCommandTest {
  @TempDir Path folder;

  @Test
  void saysWhatIsMissingAndEndsWell() {
    Answer answer = Answer.to("doctor", folder.toString());
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("ok        Java: " + Runtime.version())
        .contains("missing   repository: ")
        .contains("can       scan, preview, verify, rules, explain\n")
        .contains("cannot    convert PATH\n")
        .contains("run `git init` and commit");
  }

  @Test
  void printsNoSecretOfAFeed() throws Exception {
    Files.writeString(
        folder.resolve("nuget.config"),
        """
        <configuration>
          <packageSources>
            <clear />
            <add key="private" value="https://user:hush@feed.example.invalid/index.json?sig=hush" />
          </packageSources>
          <packageSourceCredentials>
            <private>
              <add key="ClearTextPassword" value="hush" />
            </private>
          </packageSourceCredentials>
        </configuration>
        """);
    Answer answer = Answer.to("doctor", folder.toString(), "--format", "json");
    JsonNode json = new ObjectMapper().readTree(answer.out());
    JsonSchema.named("doctor-1").check(json);
    assertThat(answer.out())
        .contains("private https://feed.example.invalid/index.json (not asked)")
        .doesNotContain("hush");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThat(Answer.to("doctor", folder.resolve("gone").toString()).exitCode()).isEqualTo(2);
  }
}
