package dev.migrator.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** A context that keeps its children in an array of its own; the runtime's list stays empty. */
public class CSharpContext extends ParserRuleContext {
  private static final ParseTree[] NONE = {};

  /** The only child, or an array of them. */
  private Object nodes = NONE;

  private int size;

  public CSharpContext() {}

  public CSharpContext(ParserRuleContext parent, int invokingState) {
    super(parent, invokingState);
  }

  @Override
  public <T extends ParseTree> T addAnyChild(T child) {
    add(child);
    return child;
  }

  final void add(ParseTree child) {
    if (size == 0) {
      nodes = child;
    } else {
      ParseTree[] all;
      if (size == 1) {
        all = new ParseTree[2];
        all[0] = (ParseTree) nodes;
        nodes = all;
      } else {
        all = (ParseTree[]) nodes;
        if (size == all.length) {
          all = Arrays.copyOf(all, size * 2);
          nodes = all;
        }
      }
      all[size] = child;
    }
    size++;
  }

  private ParseTree node(int i) {
    return size == 1 ? (ParseTree) nodes : ((ParseTree[]) nodes)[i];
  }

  @Override
  public void removeLastChild() {
    if (size == 2) {
      nodes = node(0);
    }
    if (size > 0) {
      size--;
    }
  }

  /** An alternative with a name takes over what its rule has seen: errors at most. */
  @Override
  public void copyFrom(ParserRuleContext from) {
    parent = from.parent;
    invokingState = from.invokingState;
    start = from.start;
    stop = from.stop;
    for (int i = 0; i < from.getChildCount(); i++) {
      if (from.getChild(i) instanceof ErrorNode error) {
        addErrorNode(error);
      }
    }
  }

  @Override
  public int getChildCount() {
    return size;
  }

  @Override
  public @Nullable ParseTree getChild(int i) {
    return i >= 0 && i < size ? node(i) : null;
  }

  @Override
  public <T extends ParseTree> @Nullable T getChild(Class<? extends T> type, int i) {
    int left = i;
    for (int k = 0; k < size; k++) {
      if (type.isInstance(node(k)) && left-- == 0) {
        return type.cast(node(k));
      }
    }
    return null;
  }

  @Override
  public <T extends ParserRuleContext> @Nullable T getRuleContext(Class<? extends T> type, int i) {
    return getChild(type, i);
  }

  @Override
  public <T extends ParserRuleContext> List<T> getRuleContexts(Class<? extends T> type) {
    List<T> found = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      if (type.isInstance(node(k))) {
        found.add(type.cast(node(k)));
      }
    }
    return found;
  }

  @Override
  public @Nullable TerminalNode getToken(int type, int i) {
    int left = i;
    for (int k = 0; k < size; k++) {
      if (isToken(node(k), type) && left-- == 0) {
        return (TerminalNode) node(k);
      }
    }
    return null;
  }

  @Override
  public List<TerminalNode> getTokens(int type) {
    List<TerminalNode> found = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      if (isToken(node(k), type)) {
        found.add((TerminalNode) node(k));
      }
    }
    return found;
  }

  private static boolean isToken(ParseTree node, int type) {
    if (node instanceof TerminalNode leaf) {
      Token token = leaf.getSymbol();
      return token.getType() == type;
    }
    return false;
  }
}
