package dev.migrator.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.discover.ScriptApp.ScriptBinding;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Apps of C# scripts. */
class ScriptAppTest {
  @Test
  void readsFunctionsAndBindings() {
    TextTree tree =
        TextTree.of(
            """
            -- app/host.json --
            {}
            -- app/Ping/function.json --
            { "bindings": [ { "type": "httpTrigger", "name": "request", "methods": ["get"] } ] }
            -- app/Ping/run.csx --
            -- app/Broken/function.json --
            { "bindings": [
            -- app/Broken/run.csx --
            -- app/Script/function.json --
            {}
            -- app/Script/index.js --
            -- app/bin/Built/function.json --
            {}
            -- app/bin/Built/run.csx --
            -- tools/build.csx --
            """);
    assertThat(ScriptApp.below("", tree)).hasSize(1);
    ScriptApp app = ScriptApp.below("", tree).iterator().next();
    assertThat(app.path()).isEqualTo("app/host.json");
    assertThat(app.functions())
        .extracting(ScriptApp.ScriptFunction::name)
        .containsExactly("Broken", "Ping");
    assertThat(app.functions().get(1).bindings())
        .containsExactly(new ScriptBinding(Map.of("type", "httpTrigger", "name", "request")));
    assertThat(app.problems())
        .extracting(Diagnostic::code)
        .containsExactly(Code.FILE_DOES_NOT_PARSE);
    assertThat(ScriptApp.below("tools", tree)).isEmpty();
  }
}
