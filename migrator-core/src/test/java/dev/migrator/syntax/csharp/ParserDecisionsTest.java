package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.grammar.CSharpFrontEnd;
import dev.migrator.grammar.CSharpParser;
import dev.migrator.grammar.CSharpParser.BlockBodyContext;
import dev.migrator.grammar.CSharpParser.ExpressionBodyContext;
import dev.migrator.grammar.CSharpToken;
import dev.migrator.grammar.CSharpTokenList;
import dev.migrator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;

/**
 * No decision of the grammar needs the whole context or many tokens: marks say where the body of a
 * lambda, a constant pattern and the like end, so nothing outside can go on there.
 */
class ParserDecisionsTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("testdata.directory", "../testdata"));
  private static final int LONGEST_LOOK = 2;

  private final Set<String> offences = new TreeSet<>();
  private int files;

  @Test
  void decidesByFewTokens() throws Exception {
    for (String folder : List.of("syntax/valid", "syntax/features", "syntax/parse-only", "apps")) {
      try (Stream<Path> paths = Files.walk(TESTDATA.resolve(folder))) {
        for (Path path : paths.filter(p -> p.toString().endsWith(".cs")).sorted().toList()) {
          file(path);
        }
      }
    }
    assertThat(files).isGreaterThan(250);
    assertThat(offences).isEmpty();
  }

  private void file(Path path) throws IOException {
    files++;
    String text = SourceFile.ofBytes(path.toString(), Files.readAllBytes(path)).text();
    ParserRuleContext tree =
        run(CSharpFrontEnd.lex(text, Set.of()).significant(), CSharpParser::compilationUnit);
    Deque<ParserRuleContext> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      ParserRuleContext context = open.pop();
      if (context instanceof BlockBodyContext) {
        run(CSharpFrontEnd.tokensOf(context), CSharpParser::bodyBlock);
      } else if (context instanceof ExpressionBodyContext) {
        run(CSharpFrontEnd.tokensOf(context), CSharpParser::bodyExpression);
      }
      for (int i = 0; i < context.getChildCount(); i++) {
        if (context.getChild(i) instanceof ParserRuleContext child) {
          open.push(child);
        }
      }
    }
  }

  private ParserRuleContext run(
      List<CSharpToken> tokens, Function<CSharpParser, ? extends ParserRuleContext> rule) {
    CSharpParser parser = new CSharpParser(new CSharpTokenList(tokens));

    parser.removeErrorListeners();
    parser.addErrorListener(new Fallbacks());
    parser.setErrorHandler(new BailErrorStrategy());
    parser.setProfile(true);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    ParserRuleContext tree;
    try {
      tree = rule.apply(parser);
    } catch (ParseCancellationException e) {
      // Marks that an action has still to put in stop a prediction with the whole context.
      tree = new ParserRuleContext();
    }
    looks(parser);
    return tree;
  }

  private void looks(CSharpParser parser) {
    for (DecisionInfo decision : parser.getParseInfo().getDecisionInfo()) {
      String rule = rule(parser, decision.decision);
      if (decision.SLL_MaxLook > LONGEST_LOOK) {
        offences.add(rule + " looks " + decision.SLL_MaxLook + " tokens ahead");
      }
    }
  }

  private static String rule(Parser parser, int decision) {
    return CSharpParser.ruleNames[parser.getATN().getDecisionState(decision).ruleIndex];
  }

  /** Hears of each decision that SLL prediction leaves open. */
  private final class Fallbacks extends BaseErrorListener {
    @Override
    public void reportAttemptingFullContext(
        Parser parser, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
      offences.add(rule(parser, dfa.decision) + " needs the whole context");
    }
  }
}
