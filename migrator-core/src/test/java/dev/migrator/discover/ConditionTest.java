package dev.migrator.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.model.project.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      value = {
        "'$(X)' == 'one' => TRUE",
        "'$(X)'=='ONE' => TRUE",
        "'$(X)' != 'one' => FALSE",
        "$(X) == one => TRUE",
        "'$(Nothing)' == '' => TRUE",
        "'$(OS)' == 'Windows_NT' => UNKNOWN",
        "'$(OS)' == 'Windows_NT' and '$(X)' == 'two' => FALSE",
        "'$(OS)' == 'Windows_NT' OR '$(X)' == 'one' => TRUE",
        "!('$(X)' == 'one') => FALSE",
        "!Exists('here.props') => FALSE",
        "Exists('$(Dir)/gone.props') => FALSE",
        "Exists('$(OS)') => UNKNOWN",
        "HasTrailingSlash('a/') => TRUE",
        "$(Yes) => TRUE",
        "'$(Yes)' == 'on' => TRUE",
        "'$(X)|$(Yes)' == 'one|true' => TRUE",
        "$(X.StartsWith('on')) => TRUE",
        "'$(X.Contains(q))' == 'true' => FALSE",
        "$(X.Substring(1)) == 'ne' => UNKNOWN",
        "'1.10' > '1.9' => FALSE",
        "'1.10.0' > '1.9' => TRUE",
        "'10' <= '10.0' => TRUE",
        "'a' < 'b' => UNKNOWN",
        "'@(Compile)' == '' => UNKNOWN",
        "$([MSBuild]::IsOSPlatform('Linux')) => UNKNOWN",
        "'$([MSBuild]::ValueOrDefault('$(Nothing)', 'd'))' == 'd' => TRUE",
        "'unfinished => UNKNOWN",
        "'a' == 'a' 'b' => UNKNOWN",
      })
  void evaluatesWhatProjectsWrite(String text, Truth expected) {
    TextTree tree = TextTree.of("-- here.props --\n<Project />\n");
    PropertyScope scope = new PropertyScope();
    scope.set("X", "one");
    scope.set("Yes", "true");
    RepositoryFiles files = new RepositoryFiles(tree);
    Truth truth =
        Condition.evaluate(
            text,
            new PropertyExpression(scope, files),
            path -> Truth.of(files.find(path.replaceFirst("^/", "")).isPresent()));
    assertThat(truth).isEqualTo(expected);
  }
}
