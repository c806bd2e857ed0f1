package dev.migrator.rule.startup;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.FunctionApp;
import dev.migrator.rule.Need;
import dev.migrator.rule.Removal;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.TypeDeclaration;
import dev.migrator.syntax.csharp.TypeSyntax;
import java.util.List;

/**
 * {@code class Bootstrapper : IBootstrapper} of the package {@code AutofacOnFunctions}: Program.cs
 * registers the modules that it makes; used once.
 */
final class AutofacBootstrappers {
  static final String PACKAGE = "AutofacOnFunctions";

  private static final String NAMESPACE = PACKAGE + ".Services.Ioc.";
  private static final String BASE = NAMESPACE + "IBootstrapper";

  private final FunctionApp app;
  private final String ruleId;
  private final RuleOutcome.Builder outcome = RuleOutcome.builder();

  AutofacBootstrappers(FunctionApp app, String ruleId) {
    this.app = app;
    this.ruleId = ruleId;
  }

  RuleOutcome outcome() {
    app.running()
        .forEach(
            code ->
                code.files()
                    .forEach(
                        file -> {
                          file.types().forEach(type -> bootstrapper(type, code));
                          file.root()
                              .descendants(Attribute.class)
                              .filter(attribute -> isNamed(attribute, code))
                              .forEach(attribute -> outcome.finding(named(attribute)));
                        }));
    return outcome.build();
  }

  private static boolean isNamed(Attribute attribute, CodeBase code) {
    return !attribute.arguments().isEmpty()
        && code.names().isAttribute(attribute, NAMESPACE + "InjectAttribute");
  }

  private void bootstrapper(TypeDeclaration type, CodeBase code) {
    List<TypeSyntax> bases = type.baseTypes();
    bases.stream()
        .filter(base -> code.names().resolve(base).is(BASE))
        .forEach(
            base -> {
              outcome.edit(withoutBase(type, base, bases));
              outcome.need(
                  new Need.StartupCall(
                      Need.StartupCall.FIRST_SERVICE,
                      "builder.ConfigureContainer(new AutofacServiceProviderFactory(), container =>"
                          + " Array.ForEach(new "
                          + type.identifier().text()
                          + "().CreateModules(), module => container.RegisterModule(module)));",
                      type.namespace()));
              outcome.need(new Need.ProgramUsing("System"));
              outcome.need(new Need.ProgramUsing("Autofac"));
              outcome.need(new Need.ProgramUsing(AutofacPackages.NAMESPACE));
            });
  }

  /** With the colon, where it is the only one. */
  private Edit withoutBase(TypeDeclaration type, TypeSyntax base, List<TypeSyntax> bases) {
    if (bases.size() > 1) {
      return Removal.ofListElement(base, bases, ruleId);
    }
    String text = type.file().source().text();
    int colon = text.lastIndexOf(':', base.span().start());
    int start = colon;
    while (Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return Edit.delete(type.file().source().path(), new Span(start, base.span().end()), ruleId);
  }

  private static Diagnostic named(Attribute attribute) {
    return Diagnostic.of(
        Code.TYPE_WITHOUT_COUNTERPART,
        attribute.location(),
        "`" + attribute.text() + "` names a service, which the worker cannot do",
        "give the service a type of its own, and run again");
  }
}
