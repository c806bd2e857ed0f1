package dev.migrator.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/** The scanner sees the tokens and the problems that the grammar's lexer sees. */
class CSharpScannerTest {
  private static final Path TESTDATA =
      Path.of(System.getProperty("testdata.directory", "../testdata"));
  private static final int TEXTS = 20_000;
  private static final Set<String> SYMBOLS = Set.of("A");
  private static final String[] PIECES = {
    " ",
    "\t\u00a0",
    "\n",
    "\r\n",
    "\u2028",
    "//",
    "///",
    "////",
    "/*",
    "/**",
    "/***/",
    "/**/",
    "*/",
    "#if A",
    "\n#if B\n",
    "\n # else",
    "\n#endif\n",
    "#",
    "class",
    "classy",
    "await",
    "x",
    "_1",
    "é",
    "\\u0041",
    "\\U00000041",
    "\\u00",
    "@",
    "@if",
    "0",
    "0x",
    "0x1F_uL",
    "0b01",
    "0b2",
    "1_0.5e+3f",
    "1e",
    "1e_",
    ".5m",
    ".",
    "..",
    "'a'",
    "'\\''",
    "'\\",
    "'",
    "''",
    "\"",
    "\"a\\\"b\"",
    "\"\"u8",
    "\"\\\n\"",
    "\"\"\"",
    "\"\"\"\"",
    "\"\"\"a\"\"\"u8",
    "@\"",
    "@\"a\"\"",
    "$\"",
    "$@\"",
    "@$\"",
    "$$\"\"\"",
    "$",
    "{",
    "}",
    "{{",
    "}}}",
    "(",
    ")",
    "[",
    "]",
    ":",
    "::",
    ":X}",
    "?",
    "??",
    "??=",
    "=>",
    "==",
    "!=",
    "<<=",
    "<=",
    ">",
    ">=",
    "+=",
    "++",
    "->",
    "-=",
    "--",
    "*=",
    "/=",
    "%=",
    "&&",
    "&=",
    "||",
    "|=",
    "^=",
    "~",
    ";",
    ",",
    "\0",
    "\ud83d\ude00",
    "`",
    "\ufeff",
    "u8",
    "\\"
  };

  @Test
  void seesTheTokensOfSamples() throws IOException {
    int files = 0;
    try (Stream<Path> paths = Files.walk(TESTDATA)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".cs")).sorted().toList()) {
        same(SourceFile.ofBytes(path.toString(), Files.readAllBytes(path)).text());
        files++;
      }
    }
    assertThat(files).isGreaterThan(300);
  }

  @Test
  void seesTheTokensOfAnyText() {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      int pieces = 1 + random.nextInt(12);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      same(text.toString());
    }
  }

  /** Letters that Unicode got later than this Java are left out. */
  @Test
  void knowsEachCharacter() {
    for (char c = 1; c < Character.MAX_VALUE; c++) {
      if (Character.isDefined(c)) {
        same("a" + c + "b " + c + "\n" + c);
      }
    }
  }

  private static void same(String text) {
    CSharpLexer lexer = new CSharpLexer(new Utf16Stream(text));
    lexer.removeErrorListeners();
    lexer.define(SYMBOLS);
    CSharpScanner scanner = new CSharpScanner(text, CSharpScratch.of(text), SYMBOLS);
    assertThat(tokens(scanner)).as(text).isEqualTo(tokens(lexer));
    assertThat(scanner.problems()).as(text).isEqualTo(lexer.problems());
    assertThat(scanner.inactiveDirectives()).as(text).isEqualTo(lexer.inactiveDirectives());
  }

  private static List<String> tokens(CSharpLexerBase lexer) {
    List<String> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add(
          "%s %d-%d in %d"
              .formatted(
                  CSharpLexer.VOCABULARY.getSymbolicName(token.getType()),
                  token.getStartIndex(),
                  token.getStopIndex(),
                  token.getChannel()));
    }
    return tokens;
  }
}
