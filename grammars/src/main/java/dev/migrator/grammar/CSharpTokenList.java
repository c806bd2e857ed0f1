package dev.migrator.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** Significant tokens, the end of file last, into which actions of the parser insert marks. */
public final class CSharpTokenList implements TokenStream {
  /** Stands in a mark that the parser put in. */
  private static final short INSERTED = -3;

  private final CSharpTokenBuffer list;
  private final CSharpClassifier classifier;
  private int index;

  /** The token that the parser stands at. */
  private CSharpToken current;

  /**
   * Takes tokens over: it may put others among them.
   *
   * @param tokens the end of file last
   */
  public CSharpTokenList(List<CSharpToken> tokens) {
    this.list = tokens instanceof CSharpTokenBuffer buffer ? buffer : new CSharpTokenBuffer(tokens);
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
    insert(at, type, list.get(at).start);
  }

  private void insert(int at, int type, int offset) {
    CSharpToken mark = new CSharpToken(type, offset, offset);
    mark.base = INSERTED;
    list.add(at, mark);
    current = list.get(index);
  }

  /** The tokens as they were before a parser looked at them. */
  static List<CSharpToken> restored(List<CSharpToken> tokens) {
    List<CSharpToken> restored = new ArrayList<>();
    for (CSharpToken token : tokens) {
      if (!token.inside().isEmpty()) {
        restored.addAll(restored(token.inside()));
      } else if (token.base != INSERTED) {
        token.type = token.base;
        restored.add(token);
      }
    }
    return restored;
  }

  /** A mark that stands directly behind the token before a place, so that spans end there. */
  void insertEnd(int at, int type) {
    int offset = at == 0 ? 0 : list.get(at - 1).end;
    insert(at, type, offset);
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
    list.add(index, new CSharpToken.Rest(type, list.cut(index, end)));
    current = list.get(index);
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
    return new ListTokenSource(list);
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
