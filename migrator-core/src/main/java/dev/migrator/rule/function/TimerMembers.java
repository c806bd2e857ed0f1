package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.model.Function;
import dev.migrator.model.FunctionParameter;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import java.util.List;
import java.util.Set;

/** Members of {@code TimerInfo} that the worker's type does not have (core-model 4). */
final class TimerMembers {
  private static final Set<String> GONE = Set.of("Schedule", "FormatNextOccurrences");

  private TimerMembers() {}

  static List<Diagnostic> check(Function function) {
    return function.parameters().stream()
        .filter(p -> p.typeName().filter("Microsoft.Azure.WebJobs.TimerInfo"::equals).isPresent())
        .flatMap(
            parameter ->
                function
                    .method()
                    .descendants(MemberAccess.class)
                    .filter(access -> isGone(access, parameter)))
        .map(
            access ->
                Diagnostic.of(
                    Code.TYPE_WITHOUT_COUNTERPART,
                    access.location(),
                    "`" + access.text() + "`: TimerInfo of the worker has no such member",
                    "compute the occurrence with NCrontab from the same expression"))
        .toList();
  }

  private static boolean isGone(MemberAccess access, FunctionParameter parameter) {
    return GONE.contains(access.name().identifier())
        && access
            .target()
            .filter(NameExpression.class::isInstance)
            .map(NameExpression.class::cast)
            .filter(name -> name.identifier().identifier().equals(parameter.name()))
            .isPresent();
  }
}
