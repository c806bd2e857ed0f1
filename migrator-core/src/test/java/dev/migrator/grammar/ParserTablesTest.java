package dev.migrator.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;

/** The tables of the build decide what prediction by the states of the grammar decides. */
class ParserTablesTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("testdata.directory", "../testdata"));

  private final Set<Integer> decisions = new HashSet<>();
  private final List<String> differences = new ArrayList<>();
  private int byStates;

  @Test
  void decidesAsTheStatesDo() throws Exception {
    for (String folder : List.of("syntax/valid", "syntax/features", "syntax/parse-only", "apps")) {
      try (Stream<Path> paths = Files.walk(TESTDATA.resolve(folder))) {
        for (Path path : paths.filter(p -> p.toString().endsWith(".cs")).sorted().toList()) {
          file(path);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(decisions).hasSizeGreaterThan(40);
    assertThat(byStates).as("predictions that the tables leave open in valid files").isZero();
  }

  private void file(Path path) throws IOException {
    String text = SourceFile.ofBytes(path.toString(), Files.readAllBytes(path)).text();
    bodies(run(CSharpFrontEnd.lex(text, Set.of()).significant(), CSharpParser::compilationUnit));
  }

  private void bodies(ParserRuleContext context) {
    if (context instanceof CSharpParser.BlockBodyContext) {
      run(CSharpFrontEnd.tokensOf(context), CSharpParser::bodyBlock);
    } else if (context instanceof CSharpParser.ExpressionBodyContext) {
      run(CSharpFrontEnd.tokensOf(context), CSharpParser::bodyExpression);
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof ParserRuleContext child) {
        bodies(child);
      }
    }
  }

  private ParserRuleContext run(
      List<CSharpToken> tokens, Function<CSharpParser, ? extends ParserRuleContext> rule) {
    CSharpParser parser = new CSharpParser(new CSharpTokenList(tokens));
    parser.removeErrorListeners();
    parser.setInterpreter(new Both(parser));
    parser.setErrorHandler(new BailErrorStrategy());
    return rule.apply(parser);
  }

  /** Asks the tables and the states. */
  private final class Both extends ParserATNSimulator {
    private final ParserATNSimulator states;

    Both(CSharpParser parser) {
      super(parser, CSharpAtn.STATES, null, null);
      states = CSharpAtn.simulator(parser);
    }

    @Override
    public int adaptivePredict(TokenStream input, int decision, ParserRuleContext context) {
      decisions.add(decision);
      int cell = CSharpPrediction.of(decision, (CSharpTokenList) input);
      boolean isLoop = cell >= CSharpPrediction.PRECEDENCE;
      boolean goesOn = isLoop && parser.precpred(context, cell - CSharpPrediction.PRECEDENCE);
      int told = isLoop ? goesOn ? 1 : 2 : cell;
      byStates += told == CSharpPrediction.OPEN ? 1 : 0;
      int expected;
      try {
        expected = states.adaptivePredict(input, decision, context);
      } catch (ParseCancellationException e) {
        return told;
      }
      if (told != expected) {
        differences.add(input.LT(1) + " " + decision + ": " + told + " not " + expected);
      }
      return told;
    }
  }
}
