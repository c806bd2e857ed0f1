package dev.migrator.rule.startup;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Need;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.syntax.csharp.Argument;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.List;

/**
 * Renames {@code AddJsonOptions} of ASP.NET Core 2, whose options are those of Newtonsoft.Json:
 * from version 3 on that is {@code AddNewtonsoftJson}, and {@code AddJsonOptions} another method.
 */
public final class JsonOptionCalls implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0418", "Options of Newtonsoft.Json keep their method", Step.CODE);

  private static final String BEFORE = "AddJsonOptions";
  private static final String SETTINGS = "SerializerSettings";
  private static final String PACKAGE = "Microsoft.AspNetCore.Mvc.NewtonsoftJson";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    CodeBase app = conversion.app().code();
    app.files().stream()
        .flatMap(file -> file.root().descendants(MemberAccess.class))
        .filter(access -> access.name().is(BEFORE))
        .filter(JsonOptionCalls::setsNewtonsoft)
        .forEach(
            access -> {
              outcome.edit(
                  Edit.replace(
                      access.file().source().path(),
                      access.name().span(),
                      "AddNewtonsoftJson",
                      INFO.id()));
              outcome.need(new Need.Package(app.project().path(), PACKAGE));
            });
    return outcome.build();
  }

  /** Whether the call hands over a lambda that reads the settings of Newtonsoft.Json. */
  private static boolean setsNewtonsoft(MemberAccess access) {
    return access
        .parent()
        .filter(Invocation.class::isInstance)
        .map(Invocation.class::cast)
        .filter(call -> call.target().equals(access))
        .map(call -> call.argumentList().arguments())
        .filter(arguments -> arguments.size() == 1)
        .map(List::stream)
        .flatMap(arguments -> arguments.map(Argument::expression).findFirst())
        .filter(LambdaExpression.class::isInstance)
        .filter(
            lambda ->
                lambda
                    .descendants(MemberAccess.class)
                    .anyMatch(
                        member ->
                            member.name().is(SETTINGS)
                                && member
                                    .target()
                                    .filter(NameExpression.class::isInstance)
                                    .isPresent()))
        .isPresent();
  }
}
