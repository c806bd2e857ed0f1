package dev.migrator.rule.deployment;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.RepositoryText;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.json.JsonEdits;
import dev.migrator.syntax.json.JsonFile;
import dev.migrator.syntax.json.JsonMember;
import dev.migrator.syntax.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Points the editor at the output of the new framework: {@code bin/Release/net8.0/publish} to
 * {@code bin/Release/net10.0/publish} in .vscode, where the path leads to the app (operations 2.9).
 */
public final class EditorPaths implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0602", "The editor knows the framework of the app", Step.DEPLOYMENT);

  private static final String DEPLOYED = "azureFunctions.deploySubpath";
  private static final String RUNTIME = "azureFunctions.projectRuntime";
  private static final Set<String> OLD = Set.of("~1", "~2", "~3");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    FunctionApp app = conversion.app();
    if (!app.functions().isEmpty()) {
      app.repositoryTexts("editor").forEach(path -> path(path, conversion, outcome));
    }
    return outcome.build();
  }

  private static void path(
      RepositoryText path, Conversion conversion, RuleOutcome.Builder outcome) {
    JsonFile file = JsonFile.parse(path.file());
    Optional<JsonValue> value =
        file.root().stream().flatMap(EditorPaths::texts).filter(isAround(path)).findFirst();
    if (value.isEmpty()) {
      return;
    }
    Optional<String> folder = folder(path, value.get());
    if (!file.errors().isEmpty() || folder.isEmpty()) {
      outcome.finding(left(path));
    } else if (folder.get().equals(conversion.app().project().directory())) {
      framework(path, conversion).ifPresent(outcome::edit);
      runtime(file, value.get()).ifPresent(outcome::edit);
    }
  }

  private static Predicate<JsonValue> isAround(RepositoryText path) {
    return value -> value.span().contains(path.span());
  }

  /** Every string below a value. */
  private static Stream<JsonValue> texts(JsonValue value) {
    if (value instanceof JsonValue.JsonArray array) {
      return array.elements().stream().flatMap(EditorPaths::texts);
    }
    return value.asText().isPresent()
        ? Stream.of(value)
        : value.members().stream().map(JsonMember::value).flatMap(EditorPaths::texts);
  }

  /** The folder in front of {@code bin}, from the root; empty where a variable stands in it. */
  private static Optional<String> folder(RepositoryText path, JsonValue value) {
    int start = value.span().start() + 1;
    String written = path.file().text().substring(start, path.span().start());
    String before = written.replace("\\\\", "/").replaceFirst("^.*[\\s=\"']", "");
    String inside = before.replaceFirst("^(?:\\$\\{workspace(?:Folder|Root)}/+|\\./)", "");
    if (inside.matches(".*[$:].*|/.*|.*\\.\\./.*")) {
      return Optional.empty();
    }
    String file = path.file().path();
    String folder = file.substring(0, file.lastIndexOf(".vscode/")) + inside;
    return Optional.of(folder.replaceFirst("/$", ""));
  }

  private static Optional<Edit> framework(RepositoryText path, Conversion conversion) {
    String text = path.text();
    int start = path.span().start() + Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1;
    Span span = new Span(start, path.span().end());
    String target = conversion.options().targetFramework();
    return span.of(path.file().text()).equals(target)
        ? Optional.empty()
        : Optional.of(Edit.replace(path.file().path(), span, target, INFO.id()));
  }

  /** The version of the host, beside the path that the app is deployed from. */
  private static Optional<Edit> runtime(JsonFile file, JsonValue path) {
    boolean isDeployed =
        file.findMember(DEPLOYED).filter(member -> member.value().equals(path)).isPresent();
    return file.findMember(RUNTIME)
        .map(JsonMember::value)
        .filter(value -> isDeployed && value.asText().filter(OLD::contains).isPresent())
        .map(value -> JsonEdits.in(file, INFO.id()).replaceWithText(value, "~4"));
  }

  private static Diagnostic left(RepositoryText path) {
    return Diagnostic.of(
        Code.WORKS_DIFFERENTLY,
        path.at(),
        "`" + path.text() + "` is a folder of the framework before the conversion",
        "write the new framework in its place if it belongs to the app; the debugger stays coreclr");
  }
}
