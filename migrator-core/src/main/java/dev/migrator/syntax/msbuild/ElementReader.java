package dev.migrator.syntax.msbuild;

import dev.migrator.grammar.MsBuildParser.AttributeContext;
import dev.migrator.grammar.MsBuildParser.ContentContext;
import dev.migrator.grammar.MsBuildParser.ElementContext;
import dev.migrator.source.Span;
import dev.migrator.syntax.LosslessTokens;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Takes an element out of the parse tree; a tree with errors gives what can be read of it. */
final class ElementReader {
  private final ElementContext node;
  private final LosslessTokens tokens;

  ElementReader(ElementContext node, LosslessTokens tokens) {
    this.node = node;
    this.tokens = tokens;
  }

  String name() {
    return node.NAME() == null ? "" : node.NAME().getText();
  }

  Span span() {
    return tokens.span(node);
  }

  Span startTagSpan() {
    TerminalNode close = node.SELF_CLOSE() == null ? node.CLOSE() : node.SELF_CLOSE();
    return close == null
        ? span()
        : tokens.span(node.getStart()).union(tokens.span(close.getSymbol()));
  }

  @Nullable Span contentSpan() {
    if (node.CLOSE() == null || node.endTag() == null) {
      return null;
    }
    int start = tokens.span(node.CLOSE().getSymbol()).end();
    return new Span(start, Math.max(start, tokens.span(node.endTag()).start()));
  }

  List<MsBuildAttribute> attributes() {
    return node.attribute().stream()
        .filter(a -> a.NAME() != null && a.STRING() != null)
        .map(this::attribute)
        .toList();
  }

  private MsBuildAttribute attribute(AttributeContext attribute) {
    Span quoted = tokens.span(attribute.STRING().getSymbol());
    String text = attribute.STRING().getText();
    return new MsBuildAttribute(
        attribute.NAME().getText(),
        XmlText.decode(text.substring(1, Math.max(1, text.length() - 1))),
        tokens.span(attribute),
        new Span(quoted.start() + 1, Math.max(quoted.start() + 1, quoted.end() - 1)),
        text.charAt(0));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (ContentContext content : node.content()) {
      if (content.CDATA() != null) {
        text.append(XmlText.cdata(content.CDATA().getText()));
      } else if (content.REFERENCE() != null) {
        text.append(XmlText.decode(content.REFERENCE().getText()));
      } else if (content.TEXT() != null) {
        text.append(content.TEXT().getText());
      }
    }
    return text.toString().replace("\r\n", "\n");
  }

  Stream<ElementReader> children() {
    return node.content().stream()
        .map(ContentContext::element)
        .filter(Objects::nonNull)
        .map(child -> new ElementReader(child, tokens));
  }
}
