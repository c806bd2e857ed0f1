package dev.migrator.syntax.csharp;

import dev.migrator.grammar.CSharpFrontEnd;
import dev.migrator.grammar.CSharpFrontEnd.Lexed;
import dev.migrator.grammar.CSharpFrontEnd.Parsed;
import dev.migrator.grammar.CSharpLexerBase.Problem;
import dev.migrator.grammar.CSharpParser.CompilationUnitContext;
import dev.migrator.grammar.CSharpToken;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** One file behind its views: tokens, the tree of declarations, and bodies parsed on demand. */
final class ParsedFile implements CSharpFile {
  private final SourceFile source;
  private final PreprocessorSymbols symbols;
  private final TokenTable tokens;
  private final List<SyntaxError> declarationErrors;
  private final CompilationUnitView root;
  private final Bodies bodies = new Bodies();
  private @Nullable List<SyntaxError> allErrors;
  private @Nullable List<TypeDeclaration> types;

  private ParsedFile(
      SourceFile source,
      PreprocessorSymbols symbols,
      Lexed lexed,
      Parsed<CompilationUnitContext> parsed) {
    this.source = source;
    this.symbols = symbols;
    this.tokens = new TokenTable(source.text(), lexed);
    this.root = new CompilationUnitView(this, treeOf(lexed, parsed));
    List<SyntaxError> errors = new ArrayList<>();
    lexed.problems().forEach(problem -> errors.add(error(problem)));
    parsed.problems().forEach(problem -> errors.add(error(problem)));
    this.declarationErrors = sorted(errors);
  }

  static ParsedFile of(SourceFile source, PreprocessorSymbols symbols) {
    return DeepStack.call(
        () -> {
          Lexed lexed = CSharpFrontEnd.lex(source.text(), symbols.names());
          return new ParsedFile(source, symbols, lexed, parse(lexed.significant()));
        });
  }

  /** A file that is nested too deeply holds nothing. */
  private static CompilationUnitContext treeOf(Lexed lexed, Parsed<CompilationUnitContext> parsed) {
    if (parsed.tree() != null) {
      return parsed.tree();
    }
    CSharpToken end = lexed.significant().get(lexed.significant().size() - 1);
    return Objects.requireNonNull(parse(List.of(end)).tree());
  }

  private static Parsed<CompilationUnitContext> parse(List<CSharpToken> tokens) {
    return CSharpFrontEnd.parse(tokens, dev.migrator.grammar.CSharpParser::compilationUnit);
  }

  private static SyntaxError error(Problem problem) {
    return new SyntaxError(
        new Span(problem.start(), Math.max(problem.start(), problem.end())), problem.message());
  }

  private static List<SyntaxError> sorted(List<SyntaxError> errors) {
    if (errors.isEmpty()) {
      return List.of();
    }
    return errors.stream().sorted(Comparator.comparing(SyntaxError::span)).distinct().toList();
  }

  /** What a body holds: it is parsed when first asked for. */
  Parsed<? extends ParserRuleContext> body(ParserRuleContext context) {
    return bodies.of(context);
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

  /** Rules ask for the types of each file many times. */
  @Override
  public synchronized Stream<TypeDeclaration> types() {
    if (types == null) {
      types = DeepStack.call(() -> addTypes(root.members(), new ArrayList<>()));
    }
    return types.stream();
  }

  private static List<TypeDeclaration> addTypes(
      List<MemberDeclaration> members, List<TypeDeclaration> types) {
    for (MemberDeclaration member : members) {
      if (member instanceof NamespaceDeclaration namespace) {
        addTypes(namespace.members(), types);
      } else if (member instanceof TypeDeclaration type) {
        types.add(type);
        addTypes(type.members(), types);
      }
    }
    return types;
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

  @Override
  public synchronized List<SyntaxError> errors() {
    if (allErrors == null) {
      List<SyntaxError> errors = new ArrayList<>(declarationErrors);
      DeepStack.call(
          () -> {
            List<Problem> problems = new ArrayList<>();
            bodies.problems(root.context(), problems);
            problems.forEach(problem -> errors.add(error(problem)));
            return problems;
          });
      allErrors = sorted(errors);
    }
    return allErrors;
  }
}
