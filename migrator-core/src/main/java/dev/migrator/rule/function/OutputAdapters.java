package dev.migrator.rule.function;

import dev.migrator.edit.Edit;
import dev.migrator.model.CodeBase;
import dev.migrator.rule.Conversion;
import dev.migrator.rule.FunctionPlan;
import dev.migrator.rule.Removal;
import dev.migrator.rule.Rule;
import dev.migrator.rule.RuleInfo;
import dev.migrator.rule.RuleOutcome;
import dev.migrator.rule.Step;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.csharp.Attribute;
import dev.migrator.syntax.csharp.AttributeList;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.MethodDeclaration;
import dev.migrator.syntax.csharp.Parameter;
import dev.migrator.syntax.csharp.Token;
import dev.migrator.syntax.csharp.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts an adapter beside a function with collectors, {@code out} parameters or an output beside its
 * HTTP response, or with a name that the worker cannot call: overloads, keywords. The method keeps
 * name, parameters and body and loses its attributes; the adapter carries them, calls the method
 * and hands its outputs to the worker (keeping-signatures 3).
 */
public final class OutputAdapters implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("MIG0309", "An adapter hands outputs to the worker", Step.CODE);

  private static final String FOUR_BLANKS = "    ";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public RuleOutcome apply(Conversion conversion) {
    RuleOutcome.Builder outcome = RuleOutcome.builder();
    for (FunctionPlan plan : conversion.plans()) {
      if (plan.needsAdapter()) {
        adapter(conversion, plan, outcome);
      }
    }
    return outcome.build();
  }

  private static void adapter(
      Conversion conversion, FunctionPlan plan, RuleOutcome.Builder outcome) {
    MethodDeclaration method = plan.function().method();
    CodeBase code = conversion.app().code();
    Span parameters = method.parameterList().span();
    NameChanges names =
        NameChanges.of(
            conversion,
            code,
            method.file(),
            place -> plan.moves(place) || parameters.contains(place));
    names.needs().forEach(outcome::need);
    names.findings().forEach(outcome::finding);
    if (plan.hasOutputs() || !plan.outputParameters().isEmpty()) {
      OutputFindings.of(plan).forEach(outcome::finding);
    }
    AdapterText text = new AdapterText(conversion, plan, names.changes());
    Optional<String> problem = text.problem();
    if (problem.isPresent()) {
      outcome.finding(OutputFindings.notAdaptable(plan, problem.get()));
      return;
    }
    text.needs().forEach(outcome::need);
    attributesDropped(method, plan, outcome);
    boolean isDocumented = conversion.app().project().asksForDocumentation() && documents(method);
    outcome.edit(inserted(method, isDocumented ? undocumented(text.render()) : text.render()));
  }

  private static void attributesDropped(
      MethodDeclaration method, FunctionPlan plan, RuleOutcome.Builder outcome) {
    for (AttributeList list : method.attributeLists()) {
      if (plan.movedLists().contains(list)) {
        methodList(list, plan.declaredAttributes(list)).ifPresent(outcome::edit);
      }
    }
    for (Parameter parameter : method.parameterList().parameters()) {
      for (AttributeList list : parameter.attributeLists()) {
        if (plan.movedLists().contains(list)) {
          outcome.edit(Edit.delete(method.file().source().path(), upToNextToken(list), INFO.id()));
        }
      }
    }
  }

  /** The list goes, but for the attributes that the sources declare. */
  private static Optional<Edit> methodList(AttributeList list, List<Attribute> kept) {
    if (kept.isEmpty()) {
      return Optional.of(Removal.ofLines(list, INFO.id()));
    }
    if (kept.size() == list.attributes().size()) {
      return Optional.empty();
    }
    String text = kept.stream().map(Attribute::text).collect(Collectors.joining(", ", "[", "]"));
    return Optional.of(Edit.replace(list.file().source().path(), list.span(), text, INFO.id()));
  }

  /** The list and the blanks behind it; comments behind it stay. */
  private static Span upToNextToken(AttributeList list) {
    CSharpFile file = list.file();
    int end = list.span().end();
    Token next = file.tokens().at(end);
    while (next.kind() == TokenKind.WHITESPACE || next.kind() == TokenKind.LINE_END) {
      end = next.span().end();
      next = file.tokens().at(end);
    }
    return new Span(list.span().start(), end);
  }

  /** Whether a comment of documentation stands above the method. */
  private static boolean documents(MethodDeclaration method) {
    SourceFile source = method.file().source();
    int start = source.lineStart(method.span().start());
    return start > 0
        && source.text().substring(source.lineStart(start - 1), start).strip().startsWith("///");
  }

  /** With the warning off that asks for comments at what the method had none of before. */
  private static String undocumented(String adapter) {
    return "#pragma warning disable CS1591\n"
        + adapter.stripTrailing()
        + "\n#pragma warning restore CS1591\n";
  }

  private static Edit inserted(MethodDeclaration method, String adapter) {
    SourceFile source = method.file().source();
    String indentation = source.indentation(method.span().start());
    String unit = unit(method, indentation);
    StringBuilder text = new StringBuilder();
    for (String line : adapter.stripTrailing().split("\n", -1)) {
      text.append('\n').append(line.isEmpty() ? "" : indentation + indented(line, unit));
    }
    int lineEnd = endOfLine(source, method.span().end());
    return Edit.insert(source.path(), lineEnd, source.lineEnd().apply("\n" + text), INFO.id());
  }

  /** What the method is indented by inside of its class. */
  private static String unit(MethodDeclaration method, String indentation) {
    String unit =
        method
            .parent()
            .map(type -> method.file().source().indentation(type.span().start()))
            .filter(indentation::startsWith)
            .map(outer -> indentation.substring(outer.length()))
            .orElse("");
    return unit.isEmpty() ? FOUR_BLANKS : unit;
  }

  /** A line of the template, whose levels are four blanks each. */
  private static String indented(String line, String unit) {
    int levels = 0;
    while (line.startsWith(FOUR_BLANKS, levels * FOUR_BLANKS.length())) {
      levels++;
    }
    return unit.repeat(levels) + line.substring(levels * FOUR_BLANKS.length());
  }

  /** Behind the comment that follows the method on its last line; before the line end. */
  private static int endOfLine(SourceFile source, int methodEnd) {
    String text = source.text();
    int next = source.nextLineStart(methodEnd);
    int end = next;
    while (end > methodEnd && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    String rest = text.substring(methodEnd, end).strip();
    boolean isComment = rest.isEmpty() || rest.startsWith("//");
    return isComment ? end : methodEnd;
  }
}
