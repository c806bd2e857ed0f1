package dev.migrator.grammar;

import java.util.List;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** Significant tokens, the end of file last, into which actions of the parser insert marks. */
public final class CSharpTokenList implements TokenStream {
  private final CSharpTokenBuffer list;
  private final CSharpClassifier classifier;
  private int index;

  /** The token that the parser stands at. */
  private CSharpToken current;

  public CSharpTokenList(List<CSharpToken> tokens) {
    this.list = new CSharpTokenBuffer(tokens);
    this.classifier = new CSharpClassifier(list);
    this.current = list.get(0);
  }

  CSharpClassifier classifier() {
    return classifier;
  }

  void insertMark(int type) {
    insertMark(index, type);
  }

  void insertMark(int at, int type) {
    int offset = list.get(at).start;
    add(at, new CSharpToken(type, offset, offset, ""));
  }

  private void add(int at, CSharpToken mark) {
    list.add(at, mark);
    current = list.get(index);
  }

  /** A mark that stands directly behind the token before a place, so that spans end there. */
  void insertEnd(int at, int type) {
    int offset = at == 0 ? 0 : list.get(at - 1).end;
    add(at, new CSharpToken(type, offset, offset, ""));
  }

  /** Behind an open brace: all up to its closing brace, this included, becomes one token. */
  void collapseBlock() {
    int depth = 1;
    int at = index;
    while (at < list.size() - 1) {
      int type = list.type(at);
      if (type == CSharpLexer.LBRACE) {
        depth++;
      } else if (type == CSharpLexer.RBRACE && --depth == 0) {
        collapse(at + 1, CSharpLexer.BODY_REST);
        return;
      }
      at++;
    }
  }

  /** Behind an arrow: all before the next semicolon outside of brackets becomes one token. */
  void collapseExpression() {
    int depth = 0;
    for (int at = index; at < list.size() - 1; at++) {
      int type = list.type(at);
      if (CSharpClassifier.isOpen(type)) {
        depth++;
      } else if (CSharpClassifier.isClose(type)) {
        if (--depth < 0) {
          return;
        }
      } else if (depth == 0 && type == CSharpLexer.SEMI) {
        if (at > index) {
          collapse(at, CSharpLexer.EXPRESSION_REST);
        }
        return;
      }
    }
  }

  private void collapse(int end, int type) {
    List<CSharpToken> inside = list.remove(index, end);
    CSharpToken first = inside.get(0);
    CSharpToken last = inside.get(inside.size() - 1);
    CSharpToken rest = new CSharpToken(type, first.getStartIndex(), last.end(), "");
    rest.inside = inside;
    rest.place = last.place;
    add(index, rest);
  }

  /** The token that the parser stands at. */
  CSharpToken current() {
    return current;
  }

  /** The token before that, or the first. */
  CSharpToken last() {
    return index == 0 ? current : list.get(index - 1);
  }

  /** Goes on behind a token that is not the last. */
  void advance() {
    current = list.get(++index);
  }

  @Override
  public CSharpToken LT(int k) {
    int at = k < 0 ? index + k : index + k - 1;
    return list.get(Math.max(0, Math.min(at, list.size() - 1)));
  }

  @Override
  public int LA(int k) {
    return k == 1 ? current.type : LT(k).type;
  }

  @Override
  public CSharpToken get(int at) {
    return list.get(at);
  }

  @Override
  public TokenSource getTokenSource() {
    return new ListTokenSource(list.toList());
  }

  @Override
  public void consume() {
    if (index < list.size() - 1) {
      advance();
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int at) {
    index = Math.min(at, list.size() - 1);
    current = list.get(index);
  }

  @Override
  public int size() {
    return list.size();
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext ctx) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
