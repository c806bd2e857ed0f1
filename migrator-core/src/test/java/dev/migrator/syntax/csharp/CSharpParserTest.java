package dev.migrator.syntax.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CSharpParserTest {
  private static final String SAMPLE =
      """
      using System;
      using static System.Math;
      using Json = System.Text.Json;
      [assembly: Version("1")]
      namespace Shop.Orders
      {
          /// <summary>Orders.</summary>
          public static class Orders<T> : Base<T>, IOrders where T : class
          {
              private readonly List<string> names = new List<string> { "a", "b" };
              public const int Max = 1 << 4, Min = -1;

              public Orders(int x) : base(x, 2) { }

              [FunctionName("Get"), Other(Order = 1, name: 2)]
              [return: Queue("out")]
              public static async Task<IActionResult> Run(
                  [HttpTrigger(AuthorizationLevel.Function, "get", Route = null)] HttpRequest req,
                  ILogger log, out string? result, int retry = 3)
              {
                  log.LogInformation($"Hi {req.Query["name"]:x} there");
                  var body = await new StreamReader(req.Body).ReadToEndAsync();
                  dynamic data = JsonConvert.DeserializeObject<Dictionary<string, int>>(body)!;
                  int Twice(int n) => n * 2;
                  if (data is string text && x is Foo) { return new OkObjectResult(text); }
                  foreach (var item in list.Where(i => i.Ok)) { item?.Go(a: 1, ref b); }
                  return (IActionResult)Make(int.Parse("1"), typeof(Foo), a < b, c > d);
              }

              public string Name { get; set; } = "x";
              public int Count => names.Count;
          }

          public enum Color { Red, Green = 2 }
          public record Point(int X, int Y);
          public delegate void Handler(object sender);
      }
      """;

  private static CSharpFile parse(String text) {
    return CSharpParser.parse(SourceFile.of("Sample.cs", text), PreprocessorSymbols.NONE);
  }

  private static MethodDeclaration run() {
    CSharpFile file = parse(SAMPLE);
    assertThat(file.errors()).isEmpty();
    return file.methods().findFirst().orElseThrow();
  }

  @Test
  void showsDeclarations() {
    CSharpFile file = parse(SAMPLE);
    assertThat(file.errors()).isEmpty();
    CompilationUnit root = file.root();
    assertThat(root.usings())
        .extracting(u -> u.name().dottedName())
        .containsExactly("System", "System.Math", "System.Text.Json");
    assertThat(root.usings().get(1).isStatic()).isTrue();
    assertThat(root.usings().get(2).alias().orElseThrow().text()).isEqualTo("Json");
    assertThat(root.attributeLists().get(0).target().orElseThrow().text()).isEqualTo("assembly");
    assertThat(file.types())
        .extracting(TypeDeclaration::metadataName)
        .containsExactly("Shop.Orders.Orders`1", "Shop.Orders.Color", "Shop.Orders.Point");
    TypeDeclaration orders = file.types().findFirst().orElseThrow();
    assertThat(orders.text()).startsWith("public static class").endsWith("}");
    assertThat(orders.baseTypes())
        .extracting(SyntaxNode::text)
        .containsExactly("Base<T>", "IOrders");
    assertThat(orders.openBrace().orElseThrow().text()).isEqualTo("{");
    assertThat(orders.members())
        .extracting(SyntaxNode::kind)
        .containsExactly(
            SyntaxKind.FIELD_DECLARATION,
            SyntaxKind.FIELD_DECLARATION,
            SyntaxKind.CONSTRUCTOR_DECLARATION,
            SyntaxKind.METHOD_DECLARATION,
            SyntaxKind.PROPERTY_DECLARATION,
            SyntaxKind.PROPERTY_DECLARATION);
    ConstructorDeclaration constructor = (ConstructorDeclaration) orders.members().get(2);
    assertThat(constructor.initializerArguments().orElseThrow().text()).isEqualTo("(x, 2)");
    PropertyDeclaration name = (PropertyDeclaration) orders.members().get(4);
    assertThat(name.initializer().orElseThrow().text()).isEqualTo("\"x\"");
    assertThat(name.expressionBody()).isEmpty();
    PropertyDeclaration count = (PropertyDeclaration) orders.members().get(5);
    assertThat(count.expressionBody().flatMap(Body::expression).orElseThrow().text())
        .isEqualTo("names.Count");
    FieldDeclaration constants = (FieldDeclaration) orders.members().get(1);
    assertThat(constants.hasModifier("const")).isTrue();
    assertThat(constants.variables())
        .extracting(v -> v.initializer().orElseThrow().text())
        .containsExactly("1 << 4", "-1");
  }

  @Test
  void showsAttributesAndParameters() {
    MethodDeclaration run = run();
    assertThat(run.returnType().simpleName()).isEqualTo("Task");
    assertThat(run.returnType().typeArguments())
        .extracting(TypeSyntax::dottedName)
        .containsExactly("IActionResult");
    assertThat(run.modifiers())
        .extracting(Token::text)
        .containsExactly("public", "static", "async");
    assertThat(run.attributes())
        .extracting(SyntaxNode::text)
        .containsExactly("FunctionName(\"Get\")", "Other(Order = 1, name: 2)", "Queue(\"out\")");
    Attribute other = run.attributes().skip(1).findFirst().orElseThrow();
    assertThat(other.named("Order").orElseThrow().text()).isEqualTo("1");
    assertThat(other.arguments().get(1).parameterName().orElseThrow().text()).isEqualTo("name");
    assertThat(run.attributeLists().get(1).target().orElseThrow().text()).isEqualTo("return");
    List<Parameter> parameters = run.parameterList().parameters();
    assertThat(parameters)
        .extracting(p -> p.identifier().text())
        .containsExactly("req", "log", "result", "retry");
    assertThat(parameters)
        .extracting(p -> p.type().orElseThrow().text())
        .containsExactly("HttpRequest", "ILogger", "string?", "int");
    assertThat(parameters.get(2).hasModifier("out")).isTrue();
    assertThat(parameters.get(3).defaultValue().orElseThrow().text()).isEqualTo("3");
    Attribute trigger = parameters.get(0).attributes().findFirst().orElseThrow();
    assertThat(trigger.constructorArguments())
        .extracting(a -> a.expression().text())
        .containsExactly("AuthorizationLevel.Function", "\"get\"");
    LiteralExpression get = (LiteralExpression) trigger.arguments().get(1).expression();
    assertThat(get.stringValue()).contains("get");
  }

  @Test
  void showsBodies() {
    MethodDeclaration run = run();
    Body body = run.body().orElseThrow();
    assertThat(body.statements())
        .extracting(SyntaxNode::kind)
        .containsExactly(
            SyntaxKind.EXPRESSION_STATEMENT,
            SyntaxKind.LOCAL_DECLARATION_STATEMENT,
            SyntaxKind.LOCAL_DECLARATION_STATEMENT,
            SyntaxKind.LOCAL_FUNCTION_STATEMENT,
            SyntaxKind.OTHER_STATEMENT,
            SyntaxKind.OTHER_STATEMENT,
            SyntaxKind.RETURN_STATEMENT);
    assertThat(run.descendants(Invocation.class))
        .extracting(i -> i.target().text())
        .containsExactly(
            "log.LogInformation",
            "new StreamReader(req.Body).ReadToEndAsync",
            "JsonConvert.DeserializeObject<Dictionary<string, int>>",
            "list.Where",
            "item?.Go",
            "Make",
            "int.Parse");
    MemberAccess go =
        (MemberAccess) run.descendants(Invocation.class).skip(4).findFirst().orElseThrow().target();
    assertThat(go.isConditional()).isTrue();
    assertThat(go.name().text()).isEqualTo("Go");
    assertThat(go.target().orElseThrow().text()).isEqualTo("item");
    Invocation make = run.descendants(Invocation.class).skip(5).findFirst().orElseThrow();
    assertThat(make.argumentList().arguments()).hasSize(4);
    assertThat(make.parent().orElseThrow()).isInstanceOf(CastExpression.class);
    assertThat(run.descendants(TypeExpression.class))
        .extracting(SyntaxNode::text)
        .containsExactly("string", "Foo", "int", "Foo");
    LocalFunction twice = run.descendants(LocalFunction.class).findFirst().orElseThrow();
    assertThat(twice.identifier().text()).isEqualTo("Twice");
    assertThat(twice.body().flatMap(Body::expression).orElseThrow().text()).isEqualTo("n * 2");
    LambdaExpression lambda = run.descendants(LambdaExpression.class).findFirst().orElseThrow();
    assertThat(lambda.parameters()).extracting(p -> p.identifier().text()).containsExactly("i");
    assertThat(lambda.lambdaBody().text()).isEqualTo("i.Ok");
    ObjectCreation reader = run.descendants(ObjectCreation.class).findFirst().orElseThrow();
    assertThat(reader.type().orElseThrow().text()).isEqualTo("StreamReader");
  }

  @Test
  void nestsSpans() {
    CSharpFile file = parse(SAMPLE);
    checkSpans(file.root());
    assertThat(file.tokens().all().stream().map(Token::text).collect(Collectors.joining()))
        .isEqualTo(SAMPLE);
  }

  static void checkSpans(SyntaxNode node) {
    Span before = Span.at(node.span().start());
    for (SyntaxNode child : node.children()) {
      assertThat(node.span().contains(child.span()))
          .as("%s %s in %s %s", child.kind(), child.text(), node.kind(), node.text())
          .isTrue();
      assertThat(child.span().start()).isGreaterThanOrEqualTo(before.end());
      assertThat(child.text()).isEqualTo(child.text().strip());
      assertThat(child.parent().orElseThrow()).isSameAs(node);
      before = child.span();
      checkSpans(child);
    }
  }

  private static Expression expression(String text) {
    CSharpFile file = parse("class C { object M() => " + text + "; }");
    assertThat(file.errors()).as(text).isEmpty();
    return file.methods().findFirst().orElseThrow().body().flatMap(Body::expression).orElseThrow();
  }

  /** Kinds in brackets where children are. */
  private static String outline(SyntaxNode node) {
    String inner =
        node.children().stream().map(CSharpParserTest::outline).collect(Collectors.joining(" "));
    String name = node.kind().name().replace("_EXPRESSION", "").replace("_TYPE", "");
    return inner.isEmpty() ? node.text() : "(" + name + " " + inner + ")";
  }

  @Test
  void decidesAmbiguousExpressions() {
    assertThat(expression("a < b || c > d").kind()).isEqualTo(SyntaxKind.BINARY_EXPRESSION);
    assertThat(expression("(a) + b").kind()).isEqualTo(SyntaxKind.BINARY_EXPRESSION);
    assertThat(expression("(a)b").kind()).isEqualTo(SyntaxKind.CAST_EXPRESSION);
    assertThat(expression("(a)(b)").kind()).isEqualTo(SyntaxKind.CAST_EXPRESSION);
    assertThat(expression("(int)-b").kind()).isEqualTo(SyntaxKind.CAST_EXPRESSION);
    assertThat(expression("(a, b) => a").kind()).isEqualTo(SyntaxKind.LAMBDA_EXPRESSION);
    assertThat(expression("async x => await x").kind()).isEqualTo(SyntaxKind.LAMBDA_EXPRESSION);
    assertThat(outline(expression("a + b * c"))).isEqualTo("(BINARY a (BINARY b c))");
    assertThat(outline(expression("x = y ?? z ?? w")))
        .isEqualTo("(ASSIGNMENT x (BINARY y (BINARY z w)))");
    assertThat(outline(expression("a >> b >= c"))).isEqualTo("(BINARY (BINARY a b) c)");
    assertThat(outline(expression("a is T ? b : c")))
        .isEqualTo("(OTHER (BINARY a (TYPE_EXPRESSION T)) b c)".replace("TYPE_EXPRESSION", "TYPE"));
    assertThat(outline(expression("!a.b && await c.d"))).contains("AWAIT");
    assertThat(outline(expression("F<int>.G(x)[0]")))
        .isEqualTo(
            "(ELEMENT_ACCESS (INVOCATION (MEMBER_ACCESS (NAME int)) (ARGUMENT_LIST (ARGUMENT x)))"
                + " (ARGUMENT_LIST (ARGUMENT 0)))");
  }

  @Test
  void tellsConstantsFromTypes() {
    assertThat(outline(expression("a switch { B.C => 1, D d => 2, (E, F) => 3, _ => 4 }")))
        .isEqualTo(
            "(OTHER a (SWITCH_ARM (PATTERN (MEMBER_ACCESS B)) 1) (SWITCH_ARM (PATTERN (TYPE D)) 2)"
                + " (SWITCH_ARM (PATTERN (PATTERN E) (PATTERN F)) 3) (SWITCH_ARM (PATTERN _) 4))");
    assertThat(outline(expression("a is B.C"))).isEqualTo("(BINARY a (TYPE B.C))");
    assertThat(outline(expression("a is not B")))
        .isEqualTo("(OTHER a (PATTERN (PATTERN (TYPE B))))");
  }

  /** A call of {@code not} looks alike. */
  @Test
  void tellsNegatedPatternsInParenthesesFromCalls() {
    assertThat(outline(expression("a is (not (B))")))
        .isEqualTo("(OTHER a (PATTERN (PATTERN (PATTERN (PATTERN B)))))");
    assertThat(outline(expression("f(not (b))"))).contains("(INVOCATION not ");
    for (String valid :
        List.of(
            "a is ((not (B)) or C)",
            "a is R(not (B), (not (C)))",
            "a is R<B>((not (B)), not (C))",
            "a switch { (not (B), (not (C))) => f((not (a))), ((not (B)), _) => not (1), _ => 2 }")) {
      assertThat(parse("class C { object t = " + valid + "; }").errors()).as(valid).isEmpty();
    }
  }

  /** A type, parentheses and an arrow behind a brace: the first member of a class looks alike. */
  @Test
  void tellsConstructorsFromLambdasWithReturnTypes() {
    for (String members :
        List.of(
            "static C() => F.G(1);",
            "C() => F.G<int, C>(x => { });",
            "C(int x) => y = x; int y;",
            "[A] static C() => F(); C(int x) { }")) {
      CSharpFile file = parse("class C { " + members + " }");
      assertThat(file.errors()).as(members).isEmpty();
      assertThat(file.root().descendants(ConstructorDeclaration.class).findAny())
          .as(members)
          .isPresent();
    }
    for (String lambdas :
        List.of(
            "{ static C() => F(1), C (int x) => { return x; } }",
            "{ C() => new C { A = { [1] = 2 } }, static int () => 2 }")) {
      CSharpFile file = parse("class C { D[] a = " + lambdas + "; }");
      assertThat(file.errors()).as(lambdas).isEmpty();
      assertThat(file.root().descendants(LambdaExpression.class)).as(lambdas).hasSize(2);
    }
  }

  @Test
  void readsPointersToPointers() {
    assertThat(parse("class C { object t = typeof(A.B<int>***); }").errors()).isEmpty();
  }

  @Test
  void readsModifiersOfParametersInAnyOrder() {
    CSharpFile file = parse("class C { void M(scoped params Span<int> a, scoped ref int b) { } }");
    assertThat(file.errors()).isEmpty();
    assertThat(file.methods().findFirst().orElseThrow().parameterList().parameters()).hasSize(2);
  }

  @Test
  void takesTheCommasOfAnOrderForNoTuple() {
    CSharpFile file =
        parse(
            """
            class C
            {
                object a = (from x in y orderby x.A, x.B<int, int>(1) descending select x).Take(2);
                object b = (from x in y orderby x.A, x.B select x, 2);
            }
            """);
    assertThat(file.errors()).isEmpty();
    assertThat(file.root().descendants(Argument.class).map(SyntaxNode::text))
        .containsExactly("1", "2", "from x in y orderby x.A, x.B select x", "2");
  }

  @Test
  void readsStrings() {
    assertThat(stringOf("\"a\\n\\u0041\\x42\"")).isEqualTo("a\nAB");
    assertThat(stringOf("@\"a\"\"b\\\"")).isEqualTo("a\"b\\");
    assertThat(stringOf("\"\"\"a\"b\"\"\"")).isEqualTo("a\"b");
    assertThat(stringOf("\"\"\"\n    a\n      b\n\n    \"\"\"")).isEqualTo("a\n  b\n");
  }

  private static String stringOf(String literal) {
    return ((LiteralExpression) expression(literal)).stringValue().orElseThrow();
  }

  @Test
  void choosesBranches() {
    String text = "#if A\nclass A { ' }\n#else\nclass B { }\n#endif\n#region x\n#endregion\n";
    CSharpFile file = parse(text);
    assertThat(file.errors()).isEmpty();
    assertThat(file.types()).extracting(t -> t.identifier().text()).containsExactly("B");
    assertThat(file.directives())
        .extracting(Directive::keyword)
        .containsExactly("if", "else", "endif", "region", "endregion");
    assertThat(file.tokens().all()).extracting(Token::kind).contains(TokenKind.INACTIVE);
    assertThat(file.tokens().all().stream().map(Token::text).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void readsTopLevelStatements() {
    CSharpFile file =
        parse(
            """
            using System;
            var host = new HostBuilder().ConfigureServices(s => { s.Add(1); }).Build();
            await host.RunAsync();
            static int Twice(int n) { return 2 * n; }
            if (host != null) return;
            class C { }
            """);
    assertThat(file.errors()).isEmpty();
    assertThat(file.root().statements())
        .extracting(SyntaxNode::kind)
        .containsExactly(
            SyntaxKind.LOCAL_DECLARATION_STATEMENT,
            SyntaxKind.EXPRESSION_STATEMENT,
            SyntaxKind.LOCAL_FUNCTION_STATEMENT,
            SyntaxKind.OTHER_STATEMENT);
    assertThat(file.types()).hasSize(1);
  }

  @Test
  void neverThrows() {
    List<String> reports = new ArrayList<>();
    for (int i = 0; i < SAMPLE.length(); i += 7) {
      check(SAMPLE.substring(0, i), reports);
      check(SAMPLE.substring(i), reports);
      check(SAMPLE.substring(0, i) + SAMPLE.substring(Math.min(SAMPLE.length(), i + 3)), reports);
    }
    check("\"", reports);
    check("$\"{", reports);
    check("}}}{{{", reports);
    check("class C { int x = ", reports);
    check("#if", reports);
    check("#endif", reports);
    assertThat(reports).isEmpty();
  }

  /** Looks at everything of a broken file. */
  private static void check(String text, List<String> reports) {
    CSharpFile file = parse(text);
    file.errors();
    String joined = file.tokens().all().stream().map(Token::text).collect(Collectors.joining());
    if (!joined.equals(text)) {
      reports.add(text);
    }
    AllViews.visit(file.root());
  }
}
