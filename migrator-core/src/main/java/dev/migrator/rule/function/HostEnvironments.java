package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.model.names.Resolution;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MemberAccess;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for {@code IHostEnvironment} where the code asked for the environment of a web host, which a
 * worker without HTTP functions does not have (core-model 6.4).
 */
public final class HostEnvironments implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0330", "The environment of the host is that of the worker", Step.CODE);

  private static final String NAMESPACE = "Microsoft.Extensions.Hosting";
  private static final String NAME = "IHostEnvironment";
  private static final Set<String> WEB =
      Set.of(
          "Microsoft.AspNetCore.Hosting.IWebHostEnvironment",
          "Microsoft.AspNetCore.Hosting.IHostingEnvironment");
  private static final Set<String> WEB_MEMBERS = Set.of("WebRootPath", "WebRootFileProvider");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    if (conversion.plans().isEmpty() || conversion.app().hasHttp()) {
      return RuleOutcome.NOTHING;
    }
    conversion.app().codeBases().stream()
        .filter(code -> !isWebProgram(code.project()))
        .forEach(code -> code.files().forEach(file -> ofFile(file, code, outcome)));
    return outcome.build();
  }

  /** A program of its own, whose types the app uses: its host has the environment. */
  private static boolean isWebProgram(Project project) {
    return project.kind() == ProjectKind.WEB
        && project.properties().value("OutputType").filter("Library"::equalsIgnoreCase).isEmpty();
  }

  private static void ofFile(CSharpFile file, CodeBase code, RuleOutcome.Builder outcome) {
    List<NameReference> references =
        code.names()
            .references(file)
            .filter(reference -> reference.resolution().isAny(WEB))
            .toList();
    if (references.isEmpty()) {
      return;
    }
    Optional<MemberAccess> web =
        file.root()
            .descendants(MemberAccess.class)
            .filter(access -> WEB_MEMBERS.contains(access.name().identifier()))
            .findFirst();
    if (web.isPresent()) {
      outcome.finding(noWebRoot(web.get()));
    } else {
      references.forEach(reference -> rename(reference, file, outcome));
    }
  }

  private static void rename(
      NameReference reference, CSharpFile file, RuleOutcome.Builder outcome) {
    ReferenceText text = ReferenceText.of(reference, file);
    String path = file.source().path();
    if (text.isQualified()) {
      outcome.edit(Edit.replace(path, text.qualifiedSpan(), NAMESPACE + "." + NAME, INFO.id()));
    } else if (!isAlias(reference)) {
      outcome.edit(Edit.replace(path, text.identifierSpan(), NAME, INFO.id()));
      outcome.need(new Need.Using(path, NAMESPACE));
    }
  }

  private static boolean isAlias(NameReference reference) {
    return reference.resolution() instanceof Resolution.Resolved resolved && resolved.aliasUsed();
  }

  private static Diagnostic noWebRoot(MemberAccess access) {
    return Diagnostic.of(
        Code.HOST_SERVICE_MISSING,
        access.location(),
        "`" + access.text() + "`: a worker without HTTP functions has no web root",
        "use ContentRootPath of IHostEnvironment, or AppContext.BaseDirectory");
  }
}
