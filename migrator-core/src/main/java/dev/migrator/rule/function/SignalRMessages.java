package dev.migrator.rule.function;

import dev.migrator.diagnostic.Code;
import dev.migrator.diagnostic.Diagnostic;
import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.model.names.NameResolver;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.ObjectCreation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives new SignalR messages their target in the constructor: {@code new SignalRMessage { Target =
 * "say", UserId = u }} to {@code new SignalRMessageAction("say") { UserId = u }}; a group action
 * gets an argument too. Names of types are not its business (bindings 1.8).
 */
public final class SignalRMessages implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0323", "SignalR messages name their target first", Step.CODE);

  private static final String NAMESPACE = "Microsoft.Azure.WebJobs.Extensions.SignalRService.";
  private static final Set<String> MESSAGE = Set.of(NAMESPACE + "SignalRMessage");
  private static final Set<String> GROUP = Set.of(NAMESPACE + "SignalRGroupAction");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (CodeBase code : conversion.app().codeBases()) {
      for (CSharpFile file : code.files()) {
        file.root()
            .descendants(ObjectCreation.class)
            .forEach(creation -> created(creation, code.names(), outcome));
        file.root()
            .descendants(AssignmentExpression.class)
            .filter(assignment -> isTarget(assignment, code.names()))
            .forEach(assignment -> outcome.finding(readOnly(assignment)));
      }
    }
    return outcome.build();
  }

  private static void created(
      ObjectCreation creation, NameResolver names, RuleOutcome.Builder outcome) {
    boolean hasArguments =
        creation.argumentList().filter(list -> !list.arguments().isEmpty()).isPresent();
    if (hasArguments) {
      return;
    }
    if (creation.type().filter(type -> names.resolve(type).isAny(GROUP)).isPresent()) {
      outcome.edit(argument(creation, "default"));
    } else if (creation.type().filter(type -> names.resolve(type).isAny(MESSAGE)).isPresent()) {
      message(creation, outcome);
    }
  }

  private static void message(ObjectCreation creation, RuleOutcome.Builder outcome) {
    List<AssignmentExpression> members = members(creation);
    Optional<AssignmentExpression> target =
        members.stream().filter(member -> member.left().text().equals("Target")).findFirst();
    if (target.isEmpty()) {
      outcome.finding(withoutTarget(creation));
      return;
    }
    outcome.edit(argument(creation, target.get().right().text()));
    if (members.size() == 1) {
      Expression braces = creation.initializer().orElseThrow();
      int start = creation.argumentList().map(a -> a.span().end()).orElse(typeEnd(creation));
      String path = creation.file().source().path();
      outcome.edit(Edit.delete(path, new Span(start, braces.span().end()), INFO.id()));
    } else {
      outcome.edit(Removal.ofListElement(target.get(), members, INFO.id()));
    }
  }

  private static List<AssignmentExpression> members(ObjectCreation creation) {
    return creation.initializer().stream()
        .flatMap(braces -> braces.children().stream())
        .filter(AssignmentExpression.class::isInstance)
        .map(AssignmentExpression.class::cast)
        .toList();
  }

  private static int typeEnd(ObjectCreation creation) {
    return creation.type().orElseThrow().span().end();
  }

  /** In the parentheses that are there, or in new ones. */
  private static Edit argument(ObjectCreation creation, String text) {
    String path = creation.file().source().path();
    return creation
        .argumentList()
        .map(list -> Edit.replace(path, list.span(), "(" + text + ")", INFO.id()))
        .orElseGet(() -> Edit.insert(path, typeEnd(creation), "(" + text + ")", INFO.id()));
  }

  private static boolean isTarget(AssignmentExpression assignment, NameResolver names) {
    return assignment.left() instanceof MemberAccess access
        && access.name().is("Target")
        && access
            .target()
            .filter(NameExpression.class::isInstance)
            .map(NameExpression.class::cast)
            .filter(name -> names.declaredType(name).isAny(MESSAGE))
            .isPresent();
  }

  private static Diagnostic withoutTarget(ObjectCreation creation) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        creation.location(),
        "`" + creation.type().orElseThrow().text() + "` is created without its Target",
        "write Target = … in the braces: the worker's message takes it in its constructor");
  }

  private static Diagnostic readOnly(AssignmentExpression assignment) {
    return Diagnostic.of(
        Code.MEMBER_WITHOUT_COUNTERPART,
        assignment.location(),
        "`" + assignment.text() + "`: the target of a message cannot be changed in the worker",
        "write Target = … in the braces where the message is created");
  }
}
