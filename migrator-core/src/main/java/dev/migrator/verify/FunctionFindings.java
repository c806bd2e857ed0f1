package dev.migrator.verify;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.diagnostic.Severity;
import dev.migrator.model.Function;
import java.util.ArrayList;
import java.util.List;

/** Findings about functions, collected. */
final class FunctionFindings {
  private final List<Diagnostic> findings = new ArrayList<>();

  void add(Code code, Function function, String what) {
    add(code, Severity.ERROR, function, what);
  }

  void add(Code code, Severity severity, Function function, String what) {
    findings.add(
        new Diagnostic(
            code,
            severity,
            function.location(),
            "function `" + function.displayName() + "` " + what,
            "migrator explain " + code.id() + " says how to repair it"));
  }

  List<Diagnostic> all() {
    return List.copyOf(findings);
  }
}
