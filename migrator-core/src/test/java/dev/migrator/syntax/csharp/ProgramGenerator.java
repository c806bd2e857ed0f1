package dev.migrator.syntax.csharp;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes valid C# programs; the same seed gives the same text. */
final class ProgramGenerator {
  private final Random random;
  private int budget;

  ProgramGenerator(long seed) {
    random = new Random(seed);
  }

  String program() {
    budget = 60 + random.nextInt(120);
    String usings = random.nextBoolean() ? "using System;\nusing static System.Math;\n" : "";
    String space = random.nextInt(3) == 0 ? "namespace A.B;\n" : "";
    return usings + space + many(1, 3, this::type, "\n") + "\n";
  }

  private interface Piece {
    String write();
  }

  private String many(int least, int most, Piece piece, String between) {
    int count = least + random.nextInt(most - least + 1);
    return IntStream.range(0, count)
        .mapToObj(i -> piece.write())
        .collect(Collectors.joining(between));
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean isSpent() {
    return --budget < 0;
  }

  private String name() {
    return one("a", "b", "c", "x1", "@if", "value", "where", "from", "record", "async_", "über");
  }

  private String type(int depth) {
    if (depth > 2) {
      return one("int", "string", "C");
    }
    return switch (random.nextInt(8)) {
      case 0 -> "List<" + type(depth + 1) + ">";
      case 1 -> "Dictionary<string, " + type(depth + 1) + ">";
      case 2 -> type(depth + 1) + "[]";
      case 3 -> "(" + type(depth + 1) + " a, " + type(depth + 1) + " b)";
      case 4 -> one("int?", "bool?", "double");
      case 5 -> "A.B." + one("C", "D<int>");
      case 6 -> "global::System.Object";
      default -> one("int", "string", "C", "object");
    };
  }

  private String type() {
    String attributes = one("", "[Obsolete] ", "[A(1, B = \"x\"), C]\n");
    String head = one("public class", "internal sealed class", "struct", "record", "interface");
    boolean isInterface = head.equals("interface");
    String bases = one("", " : D", " : D<int>, I");
    return attributes
        + head
        + " "
        + one("K", "L<T>", "M<T, U>")
        + bases
        + "\n{\n"
        + many(0, 5, isInterface ? () -> "  int P { get; }" : this::member, "\n")
        + "\n}";
  }

  private String member() {
    String modifiers = one("public ", "private static ", "protected internal ", "");
    return "  "
        + modifiers
        + switch (random.nextInt(5)) {
          case 0 -> type(0) + " f" + random.nextInt(9) + " = " + expression(0) + ";";
          case 1 -> type(0) + " P { get; set; }";
          case 2 -> type(0) + " Q => " + expression(0) + ";";
          case 3 -> "async Task<" + type(1) + "> M(" + parameters() + ") " + block(0);
          default -> type(0) + " N<T>(" + parameters() + ") where T : class " + block(0);
        };
  }

  private String parameters() {
    return many(0, 3, () -> one("", "ref ", "[A] ") + type(1) + " p" + random.nextInt(99), ", ");
  }

  private String block(int depth) {
    return "{ " + many(0, depth > 3 || isSpent() ? 1 : 4, () -> statement(depth + 1), " ") + " }";
  }

  private String statement(int depth) {
    if (depth > 4 || isSpent()) {
      return one("return;", ";", "F();");
    }
    return switch (random.nextInt(13)) {
      case 0 -> "if (" + expression(1) + ") " + block(depth) + one("", " else " + block(depth));
      case 1 -> "foreach (var " + name() + " in " + expression(1) + ") " + block(depth);
      case 2 -> "for (int i = 0; i < " + primary(1) + "; i++) " + block(depth);
      case 3 -> "var " + name() + " = " + expression(0) + ";";
      case 4 -> type(1) + " v" + random.nextInt(99) + " = " + expression(0) + ";";
      case 5 -> "try " + block(depth) + " catch (E e) when (" + expression(1) + ") { }";
      case 6 -> "using (var u = " + expression(1) + ") " + block(depth);
      case 7 ->
          "switch (" + expression(1) + ") { case " + pattern(0) + ": break; default: break; }";
      case 8 -> "var (d, e) = " + expression(1) + ";";
      case 9 -> "while (" + expression(1) + ") { break; }";
      case 10 -> "int L(int n) => " + expression(1) + ";";
      case 11 -> "(int g, string h) = (1, " + expression(1) + ");";
      default -> name() + ".Call(" + many(0, 3, () -> expression(1), ", ") + ");";
    };
  }

  private String expression(int depth) {
    if (depth > 5 || isSpent()) {
      return one("1", "x", "\"s\"", "'c'", "null", "true", "1.5m", "@\"a\"\"b\"", "this");
    }
    int d = depth + 1;
    return switch (random.nextInt(20)) {
      case 0 -> expression(d) + one(" + ", " * ", " < ", " >> ", " && ", " ?? ") + primary(d);
      case 1 -> "(" + expression(d) + ")";
      case 2 -> "(" + one("int", "List<int>", "C[]") + ")" + primary(d);
      case 3 -> "new C(" + expression(d) + ") { A = " + expression(d) + " }";
      case 4 -> "new[] { " + expression(d) + ", 2 }";
      case 5 -> "(p, q) => " + expression(d);
      case 6 -> "async x => { await " + primary(d) + "; }";
      case 7 -> "$\"a{" + one("x", "F(1)", "y.z[\"k\"]") + "}b{{c}}{1,5:x}\"";
      case 8 -> "(" + expression(d) + " ? " + expression(d) + " : " + expression(d) + ")";
      case 9 -> "(" + expression(d) + ", " + expression(d) + ")";
      case 10 -> "(" + primary(d) + " is " + pattern(0) + ")";
      case 11 -> primary(d) + " switch { " + pattern(0) + " => 1, _ => 2 }";
      case 12 -> "from q in " + primary(d) + " where q > 1 select q";
      case 13 -> "typeof(" + type(1) + ")";
      case 14 -> "new { a, B = " + expression(d) + " }";
      case 15 -> "G<int, C>(" + expression(d) + ", out var o)";
      case 16 -> "new List<" + type(1) + ">()";
      case 17 -> "[1, .. " + primary(d) + "]";
      case 18 -> "!" + primary(d);
      default -> primary(d);
    };
  }

  private String primary(int depth) {
    if (depth > 5 || isSpent()) {
      return one("x", "y.z", "F()", "1");
    }
    return switch (random.nextInt(6)) {
      case 0 -> primary(depth + 1) + ".M(" + expression(depth + 1) + ")";
      case 1 -> primary(depth + 1) + "?.P";
      case 2 -> primary(depth + 1) + "[" + expression(depth + 1) + "]";
      case 3 -> primary(depth + 1) + ".G<" + type(2) + ">()";
      case 4 -> "a.b";
      default -> one("x", "(x)", "this", "base.B");
    };
  }

  private String pattern(int depth) {
    if (depth > 2) {
      return one("1", "null", "int i", "_");
    }
    return switch (random.nextInt(7)) {
      case 0 -> "not null";
      case 1 -> "{ A: " + pattern(depth + 1) + ", B.C: > 3 }";
      case 2 -> "C { } c";
      case 3 -> "(" + pattern(depth + 1) + ", " + pattern(depth + 1) + ")";
      case 4 -> "[" + pattern(depth + 1) + ", ..]";
      case 5 -> "(1 or 2 and not 3)";
      default -> "string";
    };
  }
}
