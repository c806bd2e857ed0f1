package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd;
import dev.migrator.grammar.CSharpFrontEnd.Parsed;
import dev.migrator.grammar.CSharpLexerBase.Problem;
import dev.migrator.grammar.CSharpParser;
import dev.migrator.grammar.CSharpParser.AccessorContext;
import dev.migrator.grammar.CSharpParser.ExpressionBodyContext;
import dev.migrator.grammar.CSharpParser.MemberDeclarationContext;
import dev.migrator.grammar.CSharpParser.ModifierContext;
import dev.migrator.grammar.CSharpToken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;

/** The bodies of a file, each parsed once, when somebody first looks into it. */
final class Bodies {
  private final Map<ParserRuleContext, Parsed<? extends ParserRuleContext>> parsed =
      new ConcurrentHashMap<>();

  /** The tree of a body that stands in one token of the tree of declarations. */
  Parsed<? extends ParserRuleContext> of(ParserRuleContext body) {
    Parsed<? extends ParserRuleContext> known = parsed.get(body);
    if (known == null) {
      synchronized (body) {
        known = parsed.get(body);
        if (known == null) {
          known = parse(body);
          parsed.put(body, known);
        }
      }
    }
    return known;
  }

  private static Parsed<? extends ParserRuleContext> parse(ParserRuleContext body) {
    List<CSharpToken> tokens = CSharpFrontEnd.tokensOf(body);
    boolean isExpression = body instanceof ExpressionBodyContext;
    return DeepStack.call(
        () ->
            isExpression
                ? CSharpFrontEnd.parse(tokens, CSharpParser::bodyExpression)
                : CSharpFrontEnd.parse(tokens, CSharpParser::bodyBlock));
  }

  /** Adds the problems of all bodies below a context of the tree of declarations. */
  void problems(ParserRuleContext context, List<Problem> problems) {
    switch (context.getRuleIndex()) {
      case CSharpParser.RULE_blockBody, CSharpParser.RULE_expressionBody -> {
        Parsed<? extends ParserRuleContext> body = of(context);
        problems.addAll(body.problems());
        if (body.problems().isEmpty() && body.tree() != null && isAsync(context)) {
          problems.addAll(
              CSharpFrontEnd.asyncProblems(body.tree(), CSharpFrontEnd.tokensOf(context)));
        }
      }
      case CSharpParser.RULE_compilationUnit,
          CSharpParser.RULE_elements,
          CSharpParser.RULE_element,
          CSharpParser.RULE_memberDeclaration,
          CSharpParser.RULE_memberRest,
          CSharpParser.RULE_namespaceBody,
          CSharpParser.RULE_typeBody,
          CSharpParser.RULE_body,
          CSharpParser.RULE_accessors,
          CSharpParser.RULE_accessor -> {
        for (int i = 0; i < context.getChildCount(); i++) {
          if (context.getChild(i) instanceof ParserRuleContext child) {
            problems(child, problems);
          }
        }
      }
      default -> {}
    }
  }

  private static boolean isAsync(ParserRuleContext body) {
    RuleContext owner = body;
    while (owner != null && !(owner instanceof MemberDeclarationContext)) {
      if (owner instanceof AccessorContext) {
        return false;
      }
      owner = owner.getParent();
    }
    if (owner instanceof MemberDeclarationContext member) {
      for (ModifierContext modifier : member.modifier()) {
        if (modifier.getStart().getText().equals("async")) {
          return true;
        }
      }
    }
    return false;
  }
}
