package dev.migrator.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks MSBuild itself about a project and expects the same answers of the discovery. */
final class RealMsBuildTest {
  private static final List<String> PROPERTIES =
      List.of(
          "TargetFramework", "RootNamespace", "AssemblyName", "IsApp", "Late", "Choice", "Number");

  private static final TextTree REPOSITORY =
      TextTree.of(
          """
          -- Directory.Build.props --
          <Project>
            <PropertyGroup>
              <Base>net</Base>
              <TargetFramework>$(Base)6.0</TargetFramework>
              <IsApp Condition="$(MSBuildProjectName.EndsWith('App'))">yes</IsApp>
              <Number Condition="'1.10' > '1.9'">versions</Number>
              <Number Condition="'1.10' &lt;= '1.9'">numbers</Number>
            </PropertyGroup>
          </Project>
          -- src/Directory.Build.props --
          <Project>
            <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
          </Project>
          -- src/Directory.Build.targets --
          <Project>
            <PropertyGroup Condition="'$(TargetFrameworkIdentifier)' == '.NETCoreApp'">
              <Late>$(TargetFrameworkIdentifier)$(TargetFrameworkVersion)</Late>
            </PropertyGroup>
            <ItemGroup><PackageReference Update="newtonsoft.json" Version="13.0.4" /></ItemGroup>
          </Project>
          -- src/My App/My App.csproj --
          <Project Sdk="Microsoft.NET.Sdk">
            <PropertyGroup>
              <TargetFramework>net8.0</TargetFramework>
              <DefineConstants>$(DefineConstants);SHOP</DefineConstants>
              <ImplicitUsings>enable</ImplicitUsings>
              <AssemblyName Condition="'$(Configuration)|$(Platform)'=='Debug|AnyCPU'">$(MSBuildProjectName.Replace(' ', '-'))</AssemblyName>
              <DefaultItemExcludes>$(DefaultItemExcludes);**/*.g.cs</DefaultItemExcludes>
            </PropertyGroup>
            <Choose>
              <When Condition="'$(IsApp)' == 'yes' and !Exists('nothing')">
                <PropertyGroup><Choice>first</Choice></PropertyGroup>
              </When>
              <Otherwise><PropertyGroup><Choice>second</Choice></PropertyGroup></Otherwise>
            </Choose>
            <ItemGroup>
              <Compile Remove="Old\\**" />
              <Compile Include="..\\Shared\\**\\*.cs" Exclude="..\\Shared\\Not.cs" />
              <Compile Include="Old/Kept.cs" />
              <PackageReference Include="Newtonsoft.Json" />
              <PackageReference Include="A;B" Version="1.0.0" />
              <PackageReference Remove="b" />
              <Using Remove="System.Net.Http" />
              <Using Include="Xunit" />
            </ItemGroup>
          </Project>
          -- src/My App/A.cs --
          -- src/My App/A.g.cs --
          -- src/My App/obj/C.cs --
          -- src/My App/bin/B.cs --
          -- src/My App/.hidden/D.cs --
          -- src/My App/Sub/E.cs --
          -- src/My App/Sub/.x.cs --
          -- src/My App/Sub/bin/Nested.cs --
          -- src/My App/Old/F.cs --
          -- src/My App/Old/Kept.cs --
          -- src/Shared/x/G.cs --
          -- src/Shared/Not.cs --
          -- src/Shared/H.cs --
          """);

  @TempDir Path folder;

  @Test
  void evaluatesAsMsBuildDoes() throws IOException, InterruptedException {
    Path dotnet = lab().resolve("bin/dotnet");
    assumeTrue(Files.isExecutable(dotnet), "no .NET on this machine: not compared with MSBuild");
    for (String path : REPOSITORY.paths()) {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.write(folder.resolve(path), REPOSITORY.read(path).orElseThrow());
    }
    JsonNode expected = ask(dotnet, folder.resolve("src/My App"));
    Project actual =
        Discovery.discover(new DiskTree(folder), "")
            .project("src/My App/My App.csproj")
            .orElseThrow();
    for (String name : PROPERTIES) {
      String value =
          switch (name) {
            case "RootNamespace" -> actual.rootNamespace();
            case "AssemblyName" -> actual.assemblyName();
            default -> actual.properties().value(name).orElse("");
          };
      assertThat(value).as(name).isEqualTo(expected.at("/Properties/" + name).asText());
    }
    assertThat(actual.symbols().names())
        .contains(expected.at("/Properties/DefineConstants").asText().split(";"));
    assertThat(actual.items().sources().stream().map(CompileItem::path))
        .containsExactlyInAnyOrderElementsOf(sources(expected));
    assertThat(actual.items().packages().stream().map(PackageReference::id))
        .containsExactlyElementsOf(names(expected, "PackageReference"));
    assertThat(actual.items().packages().get(0).version())
        .contains(expected.at("/Items/PackageReference/0/Version").asText());
    assertThat(actual.items().usings().stream().map(GlobalUsing::target))
        .containsExactlyInAnyOrderElementsOf(names(expected, "Using"));
  }

  private static Path lab() {
    String named = System.getenv("FUNCTIONS_LAB");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".cache", "functions-lab")
        : Path.of(named);
  }

  private static JsonNode ask(Path dotnet, Path project) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            dotnet.toString(),
            "msbuild",
            "-getProperty:DefineConstants," + String.join(",", PROPERTIES),
            "-getItem:Compile,PackageReference,Using");
    builder.directory(project.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("FunctionsLab", "off");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new ObjectMapper().readTree(output);
  }

  private static List<String> names(JsonNode answer, String type) {
    List<String> names = new ArrayList<>();
    answer.at("/Items/" + type).forEach(item -> names.add(item.path("Identity").asText()));
    return names;
  }

  private static Set<String> sources(JsonNode answer) {
    Set<String> paths = new TreeSet<>();
    for (String name : names(answer, "Compile")) {
      paths.add(String.valueOf(RepositoryPath.resolve("src/My App", name)));
    }
    return paths;
  }
}
