package dev.migrator.syntax.msbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrator.grammar.MsBuildLexer;
import dev.migrator.grammar.MsBuildParser;
import dev.migrator.source.SourceFile;
import dev.migrator.source.Span;
import dev.migrator.syntax.TextError;
import dev.migrator.syntax.TextVariants;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MsBuildFileTest {
  private static final String PROJECT =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE Project [ <!ENTITY x "<a>"> ]>
      <Project Sdk="Microsoft.NET.Sdk">
        <!-- 😀 beyond the first plane -->
        <PropertyGroup Condition="'$(Configuration)' == 'Debug'">
          <TargetFramework>net8.0</TargetFramework>
          <NoWarn Condition='"$(X)" &lt; 1'>a &amp;&#x20;b<![CDATA[<c>]]></NoWarn>
          <Empty />
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="A" Version="1.0.0" />
          <PackageReference Include="B">
            <Version>2.0.0</Version>
          </PackageReference>
          <None Update="host.json"><CopyToOutputDirectory>Always</CopyToOutputDirectory></None>
        </ItemGroup>
        <Target Name="T"><PropertyGroup><Late>1</Late></PropertyGroup></Target>
      </Project>
      """;

  private static MsBuildFile parse(String text) {
    return MsBuildFile.parse(SourceFile.of("a.csproj", text));
  }

  private static String joined(MsBuildFile file) {
    String text = file.source().text();
    return file.tokenSpans().stream().map(span -> span.of(text)).collect(Collectors.joining());
  }

  @Test
  void readsPropertiesAndItems() {
    for (SourceFile source : TextVariants.of("a.csproj", PROJECT)) {
      MsBuildFile file = MsBuildFile.parse(source);
      assertThat(file.errors()).isEmpty();
      assertThat(joined(file)).isEqualTo(source.text());
      assertThat(file.properties())
          .extracting(MsBuildProperty::name)
          .containsExactly("TargetFramework", "NoWarn", "Empty");
      assertThat(file.properties("nowarn").get(0).value()).isEqualTo("a & b<c>");
      assertThat(file.properties("NoWarn").get(0).condition()).contains("\"$(X)\" < 1");
      assertThat(file.properties("Empty").get(0).valueSpan()).isEmpty();
      assertThat(file.propertyGroups().get(0).condition())
          .contains("'$(Configuration)' == 'Debug'");
      assertThat(file.items("PackageReference"))
          .extracting(
              MsBuildItem::specification,
              item -> item.metadata("version").map(MsBuildMetadata::value).orElse(""))
          .containsExactly(tuple("A", "1.0.0"), tuple("B", "2.0.0"));
      assertThat(file.items("None").get(0).update()).contains("host.json");
    }
  }

  @Test
  void givesThePlacesOfWhatItReads() {
    MsBuildFile file = parse(PROJECT);
    MsBuildElement element = file.items("PackageReference").get(1).element();
    assertThat(element.span().of(PROJECT)).startsWith("<PackageRef").endsWith("Reference>");
    assertThat(element.startTagSpan().of(PROJECT)).isEqualTo("<PackageReference Include=\"B\">");
    assertThat(element.attribute("Include").orElseThrow().valueSpan().of(PROJECT)).isEqualTo("B");
    assertThat(element.attribute("Include").orElseThrow().span().of(PROJECT))
        .isEqualTo("Include=\"B\"");
    assertThat(element.contentSpan().orElseThrow().of(PROJECT)).contains("<Version>2.0.0");
    assertThat(element.parent().orElseThrow().name()).isEqualTo("ItemGroup");
    assertThat(file.comments()).hasSize(1);
  }

  @Test
  void readsEveryWayToNameAnSdk() {
    MsBuildFile file =
        parse(
            """
            <Project Sdk="Microsoft.NET.Sdk; Azure.Functions.Sdk/1.0.1">
              <Sdk Name="Aspire.Sdk" Version="9.0" />
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk.Web" />
              <Import Project="other.props" />
            </Project>
            """);
    assertThat(file.sdks())
        .extracting(sdk -> sdk.name() + " " + sdk.version().orElse("-") + " " + sdk.form())
        .containsExactly(
            "Microsoft.NET.Sdk - PROJECT_ATTRIBUTE",
            "Azure.Functions.Sdk 1.0.1 PROJECT_ATTRIBUTE",
            "Aspire.Sdk 9.0 ELEMENT",
            "Microsoft.NET.Sdk.Web - IMPORT");
    assertThat(file.sdks().get(1).span().of(file.source().text()))
        .isEqualTo("Azure.Functions.Sdk/1.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a><b></a>                | </a> does not close <b> of line 1",
        "<a><b/>                   | <a> has no end tag",
        "<a x=1/>                  | the value of attribute x of <a> must stand in quotes, without '<'",
        "<a x/>                    | attribute x of <a> has no value",
        "<a x='1' x='2'/>          | attribute x stands twice in <a>",
        "<a>b & c</a>              | '&' must be written as '&amp;'",
        "<a>&nbsp;</a>             | '&nbsp;' is no reference that XML defines",
        "<a <b/></a>               | the tag <a> is not closed with '>'",
        "<a/><b/>                  | <b> stands behind the root element",
        "<a/>b                     | text stands outside of the root element",
        "<a><!-- </a>              | the comment has no end '-->'",
        "<a><![CDATA[ </a>         | the CDATA section has no end ']]>'",
        "</a>                      | </a> closes nothing",
        "<a>1 < 2</a>              | '<' must be followed by a name, or be written as '&lt;'",
        "<a></a                    | the tag </a> is not closed with '>'",
        "<!-- x -->                | the file has no element",
        "<                         | '<' must be followed by a name, or be written as '&lt;'",
      })
  void saysInPlainWordsWhatIsWrong(String text, String message) {
    MsBuildFile file = parse(text);
    assertThat(file.errors()).extracting(TextError::message).containsExactly(message);
    assertThat(joined(file)).isEqualTo(text);
  }

  @Test
  void reportsWhatMsBuildRefusesInAProject() {
    MsBuildFile file = parse("<Project>\n  <Target />\n  <Project />\n</Project>\n");
    assertThat(file.errors())
        .containsExactly(
            new TextError(
                new Span(25, 36), 3, "MSBuild knows no <Project> in a project (MSB4067)"));
    assertThat(parse("<packages><package id=\"a\" /></packages>").errors()).isEmpty();
  }

  @Test
  void namesTheLineOfAnError() {
    assertThat(parse("<a>\n  <b>\n</a>\n").errors().get(0).line()).isEqualTo(3);
  }

  @Test
  void showsWhatCanBeReadOfABrokenFile() {
    MsBuildFile file =
        parse(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.2.0" />
              </ItemGroup>
              <PropertyGroup>
            </Project>
            """);
    assertThat(file.errors()).hasSize(1);
    assertThat(file.items()).hasSize(1);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThat(parse("<a>".repeat(100_000)).errors()).hasSize(1);
  }

  @Test
  void findsEveryErrorThatTheGrammarFinds() {
    Random random = new Random(4711);
    List<String> pieces =
        List.of("<a", ">", "/>", "</a>", " x='1'", "t", "&amp;", "&", "<!--", "-->", "<b/>", "<");
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder("<a>");
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      MsBuildFile file = parse(text.append("</a>").toString());
      assertThat(joined(file)).isEqualTo(text.toString());
      if (file.errors().isEmpty()) {
        assertThat(grammarErrors(text.toString())).as(text.toString()).isZero();
      }
    }
  }

  private static int grammarErrors(String text) {
    MsBuildLexer lexer = new MsBuildLexer(CharStreams.fromString(text));
    MsBuildParser parser = new MsBuildParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.document();
    return parser.getNumberOfSyntaxErrors();
  }

  @Test
  void keepsEveryCharacterOfTheCorpus() throws IOException {
    List<SourceFile> files =
        TextVariants.corpus(
            name ->
                name.endsWith("proj")
                    || name.endsWith(".props")
                    || name.endsWith(".targets")
                    || name.endsWith(".slnx"));
    for (SourceFile source : files) {
      MsBuildFile file = MsBuildFile.parse(source);
      assertThat(joined(file)).as(source.path()).isEqualTo(source.text());
      assertThat(file.errors()).as(source.path()).isEmpty();
    }
  }
}
