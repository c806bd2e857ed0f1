package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd;
import dev.migrator.grammar.CSharpFrontEnd.Lexed;
import dev.migrator.grammar.CSharpFrontEnd.Parsed;
import dev.migrator.grammar.CSharpLexer;
import dev.migrator.grammar.CSharpLexerBase.Problem;
import dev.migrator.grammar.CSharpParser.CompilationUnitContext;
import dev.migrator.grammar.CSharpToken;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** One file behind its views: tokens, the tree of declarations, and bodies parsed on demand. */
final class ParsedFile implements CSharpFile {
  private final SourceFile source;
  private final PreprocessorSymbols symbols;
  private final TokenTable tokens;
  private final List<SyntaxError> declarationErrors;
  private final CompilationUnitView root;
  private @Nullable List<SyntaxError> allErrors;

  private ParsedFile(
      SourceFile source,
      PreprocessorSymbols symbols,
      Lexed lexed,
      Parsed<CompilationUnitContext> parsed) {
    this.source = source;
    this.symbols = symbols;
    this.tokens = new TokenTable(source.text(), lexed);
    this.root = new CompilationUnitView(this, Objects.requireNonNull(parsed.tree()));
    List<SyntaxError> errors = new ArrayList<>();
    lexed.problems().forEach(problem -> errors.add(error(problem)));
    parsed.problems().forEach(problem -> errors.add(error(problem)));
    this.declarationErrors = sorted(errors);
  }

  static ParsedFile of(SourceFile source, PreprocessorSymbols symbols) {
    return DeepStack.call(
        () -> {
          Lexed lexed = CSharpFrontEnd.lex(source.text(), symbols.names());
          return new ParsedFile(
              source,
              symbols,
              lexed,
              CSharpFrontEnd.parse(
                  lexed.significant(), dev.migrator.grammar.CSharpParser::compilationUnit));
        });
  }

  private static SyntaxError error(Problem problem) {
    return new SyntaxError(
        new Span(problem.start(), Math.max(problem.start(), problem.end())), problem.message());
  }

  private static List<SyntaxError> sorted(List<SyntaxError> errors) {
    return errors.stream().sorted(Comparator.comparing(SyntaxError::span)).distinct().toList();
  }

  /** Parses the tokens of a body with a rule that ends at the end of file. */
  <C extends ParserRuleContext> Parsed<C> parseBody(
      List<CSharpToken> body, Function<dev.migrator.grammar.CSharpParser, C> rule) {
    List<CSharpToken> list = new ArrayList<>(body);
    int end = body.isEmpty() ? 0 : body.get(body.size() - 1).end();
    list.add(new CSharpToken(CSharpLexer.EOF, end, end, ""));
    return DeepStack.call(() -> CSharpFrontEnd.parse(list, rule));
  }

  TokenTable table() {
    return tokens;
  }

  @Override
  public SourceFile source() {
    return source;
  }

  @Override
  public PreprocessorSymbols symbols() {
    return symbols;
  }

  @Override
  public CompilationUnit root() {
    return root;
  }

  @Override
  public Tokens tokens() {
    return tokens;
  }

  @Override
  public List<Directive> directives() {
    return tokens.directives();
  }

  @Override
  public List<SyntaxError> declarationErrors() {
    return declarationErrors;
  }

  /** Bodies stand in members and accessors only; no view of what is in a body is made. */
  private static void bodyProblems(SyntaxNode node, List<SyntaxError> errors) {
    for (SyntaxNode child : node.children()) {
      if (child instanceof BodyView body) {
        body.problems().forEach(problem -> errors.add(error(problem)));
      } else if (!(child instanceof Statement) && !(child instanceof Expression)) {
        bodyProblems(child, errors);
      }
    }
  }

  @Override
  public synchronized List<SyntaxError> errors() {
    if (allErrors == null) {
      List<SyntaxError> errors = new ArrayList<>(declarationErrors);
      DeepStack.call(
          () -> {
            bodyProblems(root, errors);
            return Set.of();
          });
      allErrors = sorted(errors);
    }
    return allErrors;
  }
}
