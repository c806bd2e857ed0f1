package dev.migrator.syntax.csharp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code roslyn-check tree} says of a file, and how our tree differs. */
record RoslynTree(String file, boolean isValid, List<Node> nodes) {
  private static final Pattern HEAD =
      Pattern.compile("\\{\"file\":\"(.*?)\",\"ok\":(true|false).*");
  private static final Pattern NODE =
      Pattern.compile("\\{\"d\":(\\d+),\"kind\":\"(\\w+)\",\"start\":(\\d+),\"end\":(\\d+)[,}].*");
  private static final Map<SyntaxKind, String> NAMES = names();

  /** A node with a span of the text without its byte order mark. */
  record Node(String kind, int start, int end) {
    @Override
    public String toString() {
      return kind + " [" + start + "," + end + ")";
    }
  }

  /** Trees from lines, each headed by the line of its file. */
  static Map<String, RoslynTree> read(Stream<String> lines) {
    Map<String, RoslynTree> trees = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    List<String> path = new ArrayList<>();
    for (String line : (Iterable<String>) lines::iterator) {
      Matcher head = HEAD.matcher(line);
      Matcher node = NODE.matcher(line);
      if (node.matches()) {
        int depth = Integer.parseInt(node.group(1));
        path.subList(depth, path.size()).clear();
        if (!isIndexOfInitializer(node.group(2), path)) {
          int start = Integer.parseInt(node.group(3));
          nodes.add(new Node(node.group(2), start, Integer.parseInt(node.group(4))));
        }
        path.add(node.group(2));
      } else if (head.matches()) {
        nodes = new ArrayList<>();
        path.clear();
        String file = head.group(1);
        boolean isValid = head.group(2).equals("true");
        trees.put(file, new RoslynTree(file, isValid, nodes));
      }
    }
    return trees;
  }

  /** {@code { [1] = x }} holds no arguments for us, nor does {@code fixed int a[3]}. */
  private static boolean isIndexOfInitializer(String kind, List<String> path) {
    int depth = path.size();
    return kind.equals("Argument")
        && depth > 1
        && path.get(depth - 1).equals("BracketedArgumentList")
        && !path.get(depth - 2).equals("ElementAccessExpression")
        && !path.get(depth - 2).equals("ElementBindingExpression");
  }

  /** Nodes that only one side has: declarations, attributes, arguments and calls. */
  Set<String> differences(CSharpFile parsed) {
    String text = parsed.source().text();
    Set<String> theirs = new TreeSet<>();
    for (Node node : nodes) {
      if (NAMES.containsValue(node.kind())) {
        theirs.add(name(node.kind(), node.start(), node.end()));
      }
    }
    Set<String> ours = new TreeSet<>();
    collect(parsed.root(), text, theirs, ours);
    Set<String> different = new TreeSet<>();
    ours.stream().filter(name -> !theirs.contains(name)).forEach(name -> different.add("+" + name));
    theirs.stream().filter(name -> !ours.contains(name)).forEach(name -> different.add("-" + name));
    return different;
  }

  private static void collect(SyntaxNode node, String text, Set<String> theirs, Set<String> names) {
    String kind = NAMES.get(node.kind());
    if (kind != null && !isOurConvention(node, theirs, text)) {
      names.add(name(kind, node.span().start(), node.span().end()));
    }
    node.children().forEach(child -> collect(child, text, theirs, names));
  }

  /**
   * Roslyn has no arguments in {@code new int[n]} and {@code fixed int a[n]}, nor a call of var.
   */
  private static boolean isOurConvention(SyntaxNode node, Set<String> theirs, String text) {
    if (node instanceof Argument argument) {
      return isRank(argument, text) || isInVarCall(node, theirs);
    }
    return isVarCall(node, theirs);
  }

  private static boolean isRank(Argument argument, String text) {
    SyntaxNode list = argument.parent().orElseThrow();
    return list.kind() == SyntaxKind.ARGUMENT_LIST
        && text.charAt(list.span().start()) == '['
        && list.parent().orElseThrow().kind() != SyntaxKind.ELEMENT_ACCESS_EXPRESSION;
  }

  private static boolean isInVarCall(SyntaxNode node, Set<String> theirs) {
    return Stream.iterate(node.parent(), Optional::isPresent, n -> n.flatMap(SyntaxNode::parent))
        .map(Optional::orElseThrow)
        .takeWhile(outer -> !(outer instanceof Statement))
        .anyMatch(outer -> isVarCall(outer, theirs));
  }

  private static boolean isVarCall(SyntaxNode node, Set<String> theirs) {
    return node instanceof Invocation call
        && call.target().text().equals("var")
        && !theirs.contains(name("InvocationExpression", node.span().start(), node.span().end()));
  }

  /** A call behind {@code ?.} begins at the dot for Roslyn and at its receiver for us. */
  private static String name(String kind, int start, int end) {
    return kind.equals("InvocationExpression") ? kind + " " + end : kind + " " + start + "," + end;
  }

  private static Map<SyntaxKind, String> names() {
    Map<SyntaxKind, String> names = new LinkedHashMap<>();
    for (SyntaxKind kind : SyntaxKind.values()) {
      boolean isCompared =
          kind.name().endsWith("_DECLARATION")
              || kind.name().startsWith("ATTRIBUTE")
              || kind == SyntaxKind.ENUM_MEMBER_DECLARATION;
      if (isCompared && kind != SyntaxKind.ACCESSOR_DECLARATION) {
        names.put(kind, camel(kind.name()));
      }
    }
    for (SyntaxKind kind :
        List.of(
            SyntaxKind.USING_DIRECTIVE,
            SyntaxKind.PARAMETER,
            SyntaxKind.TYPE_PARAMETER,
            SyntaxKind.ARGUMENT,
            SyntaxKind.INVOCATION_EXPRESSION,
            SyntaxKind.LOCAL_FUNCTION_STATEMENT,
            SyntaxKind.CAST_EXPRESSION)) {
      names.put(kind, camel(kind.name()));
    }
    return names;
  }

  private static String camel(String name) {
    StringBuilder joined = new StringBuilder();
    for (String word : name.split("_", -1)) {
      joined.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return joined.toString();
  }
}
