package dev.migrator.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;

/** Actions that classify what comes next, so the grammar decides by one token. */
public abstract class CSharpParserBase extends Parser {
  protected CSharpParserBase(TokenStream input) {
    super(input);
  }

  private CSharpTokenList tokens() {
    return (CSharpTokenList) _input;
  }

  private CSharpClassifier classifier() {
    return new CSharpClassifier(tokens().list());
  }

  private void insert(int mark) {
    if (mark != 0) {
      tokens().insertMark(mark);
    }
  }

  protected void markElement() {
    insert(classifier().element(_input.index()));
    markMember();
  }

  protected void markMember() {
    CSharpClassifier classifier = classifier();
    int constructor = classifier.member(_input.index());
    if (constructor >= 0) {
      tokens().insertMark(constructor, CSharpLexer.CONSTRUCTOR_MARK);
    }
  }

  protected void markParameter() {
    classifier().parameter(_input.index());
  }

  protected void markPattern() {
    insert(classifier().pattern(_input.index()));
  }

  protected void markLabel() {
    insert(classifier().label(_input.index()));
  }

  protected void markStatement() {
    insert(classifier().statement(_input.index()));
  }

  protected void markDeclaration() {
    insert(classifier().declaration(_input.index()));
  }

  protected void collapseBlock() {
    tokens().collapseBlock();
  }

  protected void collapseExpression() {
    tokens().collapseExpression();
  }
}
