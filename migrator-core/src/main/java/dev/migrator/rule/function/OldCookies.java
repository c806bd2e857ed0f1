package dev.migrator.rule.function;

import dev.migrator.Version;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameReference;
import dev.migrator.render.RequestCookiesModel;
import dev.migrator.rule.GeneratedNamespace;
import dev.migrator.rule.Need;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.RuleOutcome.NewFile;
import dev.migrator.syntax.csharp.CSharpFile;
import java.util.List;

/**
 * The class {@code RequestCookieCollection} of ASP.NET Core 2, in a file of the project that names
 * it: later versions keep theirs to themselves.
 */
final class OldCookies {
  private static final String COOKIES =
      "Microsoft.AspNetCore.Http.Internal.RequestCookieCollection";
  private static final String FILE = "RequestCookieCollection.cs";

  private final CodeBase code;
  private final String ruleId;
  private final String namespace;

  OldCookies(CodeBase code, String ruleId) {
    this.code = code;
    this.ruleId = ruleId;
    this.namespace = GeneratedNamespace.legal(code.project().rootNamespace());
  }

  void supply(RuleOutcome.Builder outcome) {
    boolean isSupplied = false;
    for (CSharpFile file : code.files()) {
      List<NameReference> names = names(file);
      names.forEach(name -> named(name, file, outcome));
      if (!names.isEmpty() && !isSupplied) {
        String written = new RequestCookiesModel(Version.TEXT, namespace).text();
        String text = file.source().lineEnd().apply(written);
        outcome.newFile(new NewFile(code.project().pathBeside(FILE), text, ruleId));
        isSupplied = true;
      }
    }
  }

  private List<NameReference> names(CSharpFile file) {
    return file.source().text().contains("RequestCookieCollection")
        ? code.names().references(file).filter(name -> name.resolution().is(COOKIES)).toList()
        : List.of();
  }

  private void named(NameReference name, CSharpFile file, RuleOutcome.Builder outcome) {
    ReferenceText text = ReferenceText.of(name, file);
    if (text.isQualified()) {
      outcome.edit(
          Edit.replace(
              file.source().path(),
              text.qualifiedSpan(),
              namespace + "." + text.identifier(),
              ruleId));
    } else {
      outcome.need(new Need.Using(file.source().path(), namespace));
    }
  }
}
