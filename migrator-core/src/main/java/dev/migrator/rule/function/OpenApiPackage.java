package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.model.project.PackageReference;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.Deletion;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.UsingDirective;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what {@code Aliencube.AzureFunctions.Extensions.OpenApi} describes: the attributes are the
 * same in the package that follows it, under another namespace; functions that show the documents
 * come from the package (core-model 11).
 */
public final class OpenApiPackage implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0365", "OpenAPI attributes of the package that follows", Step.CODE);

  static final String OLD = "Aliencube.AzureFunctions.Extensions.OpenApi";
  private static final String NEW = "Microsoft.Azure.WebJobs.Extensions.OpenApi.Core";
  private static final String WORKER = "Microsoft.Azure.Functions.Worker.Extensions.OpenApi";

  private static final Pattern SAME =
      Pattern.compile(Pattern.quote(OLD) + "(?:\\.Core)?\\.(Attributes|Enums)");
  private static final Pattern NAMED = Pattern.compile("\\b" + Pattern.quote(OLD) + "\\b");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    FunctionApp app = conversion.app();
    if (app.files().anyMatch(OpenApiPackage::isOfThePackage)) {
      return RuleOutcome.NOTHING;
    }
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    OpenApiEndpoints endpoints = OpenApiEndpoints.of(app);
    endpoints.findings().forEach(outcome::finding);
    endpoints.files().stream()
        .map(file -> new Deletion(file.source().path(), INFO.id()))
        .forEach(outcome::deletion);
    for (CodeBase code : app.codeBases()) {
      code.files().stream()
          .filter(file -> !endpoints.files().contains(file))
          .forEach(
              file -> {
                file(file, outcome);
                endpoints.usesIn(file, code).forEach(outcome::finding);
              });
    }
    if (!endpoints.files().isEmpty()) {
      outcome.need(new Need.Package(app.project().path(), WORKER));
    } else {
      app.project().packageReference(OLD).map(OpenApiPackage::closed).ifPresent(outcome::finding);
    }
    return outcome.build();
  }

  /** Whether the source of the package itself is there, as in its own repository. */
  private static boolean isOfThePackage(CSharpFile file) {
    return file.source().text().contains(OLD)
        && file.types().anyMatch(type -> type.namespace().startsWith(OLD + ".Core."));
  }

  private static void file(CSharpFile file, RuleOutcome.Builder outcome) {
    List<UsingDirective> usings =
        file.root().usings().stream()
            .filter(UsingDirective::opensNamespace)
            .filter(using -> SAME.matcher(using.name().dottedName()).matches())
            .toList();
    for (UsingDirective using : usings) {
      String successor = successor(using);
      outcome.edit(
          opens(file, successor)
              ? Removal.ofLines(using, INFO.id())
              : Edit.replace(file.source().path(), using.name().span(), successor, INFO.id()));
    }
    NAMED
        .matcher(file.source().text())
        .results()
        .filter(found -> usings.stream().noneMatch(using -> using.span().contains(found.start())))
        .forEach(
            found ->
                outcome.finding(
                    Diagnostic.of(
                        Code.TYPE_WITHOUT_COUNTERPART,
                        file.source().location(found.start()),
                        "`" + OLD + "` is not part of the package for the worker",
                        "take out what sets the documents up, or write it for "
                            + NEW
                            + ", and run again")));
  }

  private static String successor(UsingDirective using) {
    Matcher name = SAME.matcher(using.name().dottedName());
    return name.matches() ? NEW + "." + name.group(1) : NEW;
  }

  private static boolean opens(CSharpFile file, String namespace) {
    return file.root().usings().stream()
        .anyMatch(using -> using.opensNamespace() && using.name().dottedName().equals(namespace));
  }

  /** The package brought source files with functions that ask for a key. */
  private static Diagnostic closed(PackageReference reference) {
    return Diagnostic.of(
        Code.DOCUMENTS_CLOSED,
        reference.location(),
        "the functions that showed the OpenAPI documents for a key of the app came with the package"
            + " and are gone: those of the package for the worker ask nobody",
        "reference " + WORKER + " where everybody may read the documents");
  }
}
