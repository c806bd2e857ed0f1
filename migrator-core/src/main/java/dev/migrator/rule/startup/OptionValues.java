package dev.migrator.rule.startup;

import dev.migrator.model.CodeBase;
import dev.migrator.model.names.Constant;
import dev.migrator.rule.HostSection;
import dev.migrator.syntax.csharp.AssignmentExpression;
import dev.migrator.syntax.csharp.Block;
import dev.migrator.syntax.csharp.Expression;
import dev.migrator.syntax.csharp.ExpressionStatement;
import dev.migrator.syntax.csharp.Invocation;
import dev.migrator.syntax.csharp.LambdaExpression;
import dev.migrator.syntax.csharp.MemberAccess;
import dev.migrator.syntax.csharp.NameExpression;
import dev.migrator.syntax.csharp.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The constants that a lambda sets members of its options to: {@code o => o.BatchSize = 8}. */
final class OptionValues {
  private static final Map<String, Long> SECONDS =
      Map.of("FromSeconds", 1L, "FromMinutes", 60L, "FromHours", 3600L);

  private final CodeBase code;

  OptionValues(CodeBase code) {
    this.code = code;
  }

  /** What the only argument of a call sets; empty where it does anything else. */
  Optional<List<HostSection.Setting>> of(Invocation call) {
    return call.argumentList().arguments().size() == 1
            && call.argumentList().arguments().get(0).expression()
                instanceof LambdaExpression lambda
            && lambda.parameters().size() == 1
        ? of(lambda)
        : Optional.empty();
  }

  private Optional<List<HostSection.Setting>> of(LambdaExpression lambda) {
    List<SyntaxNode> parts = new ArrayList<>();
    if (lambda.lambdaBody() instanceof Block block) {
      parts.addAll(block.children());
    } else {
      parts.add(lambda.lambdaBody());
    }
    String parameter = lambda.parameters().get(0).identifier().identifier();
    List<HostSection.Setting> settings = new ArrayList<>();
    for (SyntaxNode part : parts) {
      SyntaxNode expression =
          part instanceof ExpressionStatement && part.children().size() == 1
              ? part.children().get(0)
              : part;
      Optional<HostSection.Setting> setting = setting(expression, parameter);
      if (setting.isEmpty()) {
        return Optional.empty();
      }
      settings.add(setting.get());
    }
    return Optional.of(settings).filter(found -> !found.isEmpty());
  }

  private Optional<HostSection.Setting> setting(SyntaxNode node, String parameter) {
    return node instanceof AssignmentExpression assignment
            && assignment.operator().is("=")
            && assignment.left() instanceof MemberAccess member
            && member.target().orElse(null) instanceof NameExpression name
            && name.identifier().is(parameter)
        ? value(assignment.right())
            .map(json -> new HostSection.Setting(camelCase(member.name().identifier()), json))
        : Optional.empty();
  }

  private static String camelCase(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private Optional<String> value(Expression expression) {
    Constant constant = code.constants().evaluate(expression);
    if (constant instanceof Constant.Whole whole) {
      return Optional.of(Long.toString(whole.value()));
    }
    if (constant instanceof Constant.Flag flag) {
      return Optional.of(Boolean.toString(flag.value()));
    }
    Optional<String> text = constant.text().filter(t -> t.matches("[\\w/.-]*"));
    return expression instanceof Invocation call
        ? duration(call)
        : text.map(plain -> "\"" + plain + "\"");
  }

  /** {@code TimeSpan.FromSeconds(5)} of a whole number below one day. */
  private Optional<String> duration(Invocation call) {
    if (!(call.target() instanceof MemberAccess access)
        || access.target().filter(t -> code.names().resolve(t).is("System.TimeSpan")).isEmpty()
        || call.argumentList().arguments().size() != 1
        || !(code.constants().evaluate(call.argumentList().arguments().get(0).expression())
            instanceof Constant.Whole whole)) {
      return Optional.empty();
    }
    long seconds = SECONDS.getOrDefault(access.name().identifier(), 0L) * whole.value();
    return seconds <= 0 || seconds >= 24 * 3600
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "\"%02d:%02d:%02d\"",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60));
  }
}
