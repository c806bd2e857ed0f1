package dev.migrator.grammar;

import java.util.ArrayList;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** A context whose list of children is no longer than most need. */
public class CSharpContext extends ParserRuleContext {
  public CSharpContext() {}

  public CSharpContext(ParserRuleContext parent, int invokingState) {
    super(parent, invokingState);
  }

  @Override
  public <T extends ParseTree> T addAnyChild(T child) {
    if (children == null) {
      children = new ArrayList<>(2);
    }
    children.add(child);
    return child;
  }
}
