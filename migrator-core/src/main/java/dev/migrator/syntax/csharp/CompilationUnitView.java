package dev.migrator.syntax.csharp;

import dev.migrator.source.Span;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.antlr.v4.runtime.ParserRuleContext;

/** The whole file. */
final class CompilationUnitView extends NodeView implements CompilationUnit {
  private final FileNodes nodes = new FileNodes(this);

  CompilationUnitView(ParsedFile file, ParserRuleContext context) {
    super(file, null, context, SyntaxKind.COMPILATION_UNIT);
  }

  /** From the first to the last token before the end of file. */
  @Override
  public Span span() {
    Token end = file().tokens().at(file().source().text().length());
    Token last = file().tokens().previousSignificant(end).orElse(end);
    int start = Math.min(context().getStart().getStartIndex(), last.span().end());
    return new Span(start, last.span().end());
  }

  @Override
  public <T extends SyntaxNode> Stream<T> descendants(Class<T> type) {
    return StreamSupport.stream(nodes.ofType(type), false);
  }

  @Override
  public List<UsingDirective> usings() {
    return childrenOf(UsingDirective.class);
  }

  @Override
  public List<AttributeList> attributeLists() {
    return childrenOf(AttributeList.class);
  }

  @Override
  public List<MemberDeclaration> members() {
    return childrenOf(MemberDeclaration.class);
  }

  @Override
  public List<Statement> statements() {
    return childrenOf(Statement.class);
  }
}
