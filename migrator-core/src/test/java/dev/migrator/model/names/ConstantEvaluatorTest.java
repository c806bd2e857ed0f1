package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstantEvaluatorTest {
  private static final String CONSTANTS =
      """
      using static Names;
      static class Names {
        public const string Queue = "orders";
        public static class Deep { public const string Topic = Queue + "-" + nameof(Deep); }
        public static readonly string NotConstant = "x";
        public const string Circle = Other; public const string Other = Circle;
        public const int Limit = 2 * 8;
      }
      enum Level { Low, High = 4 }
      class Base { protected const string Inherited = "base"; }
      class C : Base {
        const string Own = $"own-{Names.Queue}";
        object[] all = { %s };
      }
      """;

  private static Constant value(String expression) {
    return Snippet.of(CONSTANTS.formatted(expression)).constant(expression);
  }

  @Test
  void computesLiterals() {
    assertThat(value("\"a\"")).isEqualTo(new Constant.Text("a"));
    assertThat(value("true")).isEqualTo(new Constant.Flag(true));
    assertThat(value("0x1F")).isEqualTo(new Constant.Whole(31));
    assertThat(value("null")).isEqualTo(new Constant.Null());
  }

  @Test
  void joinsStrings() {
    assertThat(value("(\"a\" + \"b\") + Names.Queue")).isEqualTo(new Constant.Text("aborders"));
  }

  @Test
  void followsConstants() {
    assertThat(value("Names.Deep.Topic")).isEqualTo(new Constant.Text("orders-Deep"));
    assertThat(value("Queue")).isEqualTo(new Constant.Text("orders"));
    assertThat(value("Inherited")).isEqualTo(new Constant.Text("base"));
    assertThat(value("Own")).isEqualTo(new Constant.Text("own-orders"));
    assertThat(value("Names.Limit")).isEqualTo(new Constant.Whole(16));
  }

  @Test
  void knowsNameof() {
    assertThat(value("nameof(Names.Queue)")).isEqualTo(new Constant.Text("Queue"));
    assertThat(value("nameof(C)")).isEqualTo(new Constant.Text("C"));
  }

  @Test
  void knowsEnumMembers() {
    assertThat(value("Level.High"))
        .isInstanceOfSatisfying(
            Constant.Member.class,
            member -> {
              assertThat(member.name()).isEqualTo("High");
              assertThat(member.enumType().metadataName()).isEqualTo("Level");
            });
    assertThat(value("System.DayOfWeek.Monday"))
        .isInstanceOfSatisfying(
            Constant.Member.class, member -> assertThat(member.name()).isEqualTo("Monday"));
  }

  @Test
  void doesNotGuess() {
    assertThat(value("Names.NotConstant")).isInstanceOf(Constant.Unknown.class);
    assertThat(value("Names.Circle")).isInstanceOf(Constant.Unknown.class);
    assertThat(value("string.Empty")).isInstanceOf(Constant.Unknown.class);
    assertThat(value("Missing.Value")).isInstanceOf(Constant.Unknown.class);
  }

  @Test
  void followsConstantsOfReferencedProjects() {
    Snippet snippet =
        Snippet.of("class C { string a = Library.Names.Queue; }")
            .referencing(
                "namespace Library { public static class Names { public const string Queue = \"q\"; } }");
    assertThat(snippet.constant("Library.Names.Queue")).isEqualTo(new Constant.Text("q"));
  }
}
