package dev.migrator.syntax.msbuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.edit.Edit;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.TextVariants;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

final class MsBuildEditsTest {
  /** Checks the result with every line end and that it parses again. */
  private static void check(
      String before, BiFunction<MsBuildFile, MsBuildEdits, List<Edit>> rule, String after) {
    for (SourceFile source : TextVariants.of("a.csproj", before)) {
      MsBuildFile file = MsBuildFile.parse(source);
      assertThat(file.errors()).isEmpty();
      SourceFile edited =
          TextVariants.apply(source, rule.apply(file, MsBuildEdits.in(file, "MIG0001")));
      String expected = source.lineEnd().apply(after);
      assertThat(edited.text()).isEqualTo(expected);
      assertThat(edited.hasByteOrderMark()).isEqualTo(source.hasByteOrderMark());
      assertThat(MsBuildFile.parse(edited).errors()).isEmpty();
    }
  }

  private static MsBuildItem item(MsBuildFile file, String specification) {
    return file.items().stream()
        .filter(item -> item.specification().equals(specification))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void replacesThePropertyValueOnly() {
    check(
        """
        <Project>
          <PropertyGroup>
            <TargetFramework>net6.0</TargetFramework> <!-- pinned -->
            <Description />
          </PropertyGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.replaceValue(file.properties("TargetFramework").get(0), "net10.0"),
                edits.replaceValue(file.properties("Description").get(0), "a < b")),
        """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework> <!-- pinned -->
            <Description>a &lt; b</Description>
          </PropertyGroup>
        </Project>
        """);
  }

  @Test
  void insertsAPropertyWithTheIndentationOfItsNeighbour() {
    check(
        """
        <Project>
        \t<PropertyGroup>
        \t\t<TargetFramework>net6.0</TargetFramework> <!-- pinned -->
        \t\t<LangVersion>9</LangVersion>
        \t</PropertyGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.insertPropertyAfter(
                    file.properties("TargetFramework").get(0), "OutputType", "Exe"),
                edits.addProperty(file.propertyGroups().get(0), "IsPackable", "false")),
        """
        <Project>
        \t<PropertyGroup>
        \t\t<TargetFramework>net6.0</TargetFramework> <!-- pinned -->
        \t\t<OutputType>Exe</OutputType>
        \t\t<LangVersion>9</LangVersion>
        \t\t<IsPackable>false</IsPackable>
        \t</PropertyGroup>
        </Project>
        """);
  }

  @Test
  void staysOnTheLineOfAOneLineProject() {
    check(
        "<Project><PropertyGroup><A>1</A></PropertyGroup></Project>",
        (file, edits) -> List.of(edits.insertPropertyAfter(file.properties("A").get(0), "B", "2")),
        "<Project><PropertyGroup><A>1</A><B>2</B></PropertyGroup></Project>");
  }

  @Test
  void opensAnEmptyGroupForItsFirstProperty() {
    check(
        """
        <Project>
          <PropertyGroup Label="x" />
          <PropertyGroup></PropertyGroup>
          <PropertyGroup>
          </PropertyGroup>
        </Project>
        """,
        (file, edits) ->
            file.propertyGroups().stream().map(g -> edits.addProperty(g, "A", "1")).toList(),
        """
        <Project>
          <PropertyGroup Label="x">
            <A>1</A>
          </PropertyGroup>
          <PropertyGroup>
            <A>1</A>
          </PropertyGroup>
          <PropertyGroup>
            <A>1</A>
          </PropertyGroup>
        </Project>
        """);
  }

  @Test
  void removesAnElementWithItsLineAndTrailingComment() {
    check(
        """
        <Project>
          <ItemGroup>
            <!-- about A -->
            <P Include="A" /> <!-- why -->
            <P Include="B">
              <Version>1</Version>
            </P>
            <P Include="C" /><P Include="D" />
          </ItemGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.remove(item(file, "A").element()),
                edits.remove(item(file, "B").element()),
                edits.remove(item(file, "D").element())),
        """
        <Project>
          <ItemGroup>
            <!-- about A -->
            <P Include="C" />
          </ItemGroup>
        </Project>
        """);
  }

  @Test
  void removesTheFirstElementOfALineAndInsertsBeforeThatLine() {
    check(
        """
        <Project>
          <ItemGroup>
            <P Include="A" />
            <P Include="B" /></ItemGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.insertAfter(item(file, "A").element(), "<P Include=\"C\" />"),
                edits.remove(item(file, "B").element())),
        """
        <Project>
          <ItemGroup>
            <P Include="A" />
            <P Include="C" />
            </ItemGroup>
        </Project>
        """);
  }

  @Test
  void removesAGroupThatLosesItsLastItem() {
    check(
        """
        <Project>
          <PropertyGroup />

          <ItemGroup>
            <P Include="A" />
            <P Include="B" /> <!-- b -->
          </ItemGroup>

          <ItemGroup>
            <!-- <P Include="X" /> -->
            <P Include="C" />
          </ItemGroup>
        </Project>
        """,
        (file, edits) -> edits.removeAll(file.items().stream().map(MsBuildItem::element).toList()),
        """
        <Project>
          <PropertyGroup />

          <ItemGroup>
            <!-- <P Include="X" /> -->
          </ItemGroup>
        </Project>
        """);
  }

  @Test
  void replacesAttributesInTheQuotesOfTheirElement() {
    check(
        """
        <Project Sdk='Microsoft.NET.Sdk.Web'>
          <ItemGroup>
            <P Include='A'
               Version='1' />
          </ItemGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.replaceValue(file.sdks().get(0), "Microsoft.NET.Sdk"),
                edits.replaceValue(item(file, "A").metadata("Version").orElseThrow(), "it's")),
        """
        <Project Sdk='Microsoft.NET.Sdk'>
          <ItemGroup>
            <P Include='A'
               Version='it&apos;s' />
          </ItemGroup>
        </Project>
        """);
  }

  @Test
  void replacesAnItemBySeveralInItsStyle() {
    check(
        """
        <Project>
          <ItemGroup>
            <PackageReference Include="Old" Version="1"/> <!-- host -->
          </ItemGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.replaceItem(
                    item(file, "Old"),
                    List.of(
                        NewItem.packageReference("New", "2"), NewItem.packageReference("Sdk")))),
        """
        <Project>
          <ItemGroup>
            <PackageReference Include="New" Version="2"/>
            <PackageReference Include="Sdk"/> <!-- host -->
          </ItemGroup>
        </Project>
        """);
  }

  @Test
  void addsItemsInTheStyleOfTheirNeighbours() {
    check(
        """
        <Project>
            <ItemGroup>
                <PackageReference Include="A">
                    <Version>1</Version>
                </PackageReference>
            </ItemGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.insertItemsAfter(
                    item(file, "A"),
                    List.of(
                        NewItem.packageReference("B", "2").with("Condition", "'$(X)' == '1'"),
                        NewItem.include("FrameworkReference", "Microsoft.AspNetCore.App")))),
        """
        <Project>
            <ItemGroup>
                <PackageReference Include="A">
                    <Version>1</Version>
                </PackageReference>
                <PackageReference Include="B" Condition="'$(X)' == '1'">
                    <Version>2</Version>
                </PackageReference>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
            </ItemGroup>
        </Project>
        """);
  }

  @Test
  void anInsertionBehindARemovedItemStays() {
    check(
        """
        <Project>
          <ItemGroup>
            <P Include="A" />
            <P Include="B" />
          </ItemGroup>
        </Project>
        """,
        (file, edits) ->
            List.of(
                edits.remove(item(file, "A").element()),
                edits.insertItemsAfter(item(file, "A"), List.of(NewItem.include("P", "N")))),
        """
        <Project>
          <ItemGroup>
            <P Include="N" />
            <P Include="B" />
          </ItemGroup>
        </Project>
        """);
  }
}
