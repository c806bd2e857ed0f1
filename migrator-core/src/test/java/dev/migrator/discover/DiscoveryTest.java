package dev.migrator.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrator.model.project.CompileItem;
import dev.migrator.model.project.EvaluatedProperties.Assignment;
import dev.migrator.model.project.GlobalUsing;
import dev.migrator.model.project.PackageReference;
import dev.migrator.model.project.PackageReference.VersionPlace;
import dev.migrator.model.project.Project;
import dev.migrator.model.project.ProjectKind;
import dev.migrator.model.project.ProjectProblem;
import dev.migrator.model.project.ProjectProblem.Kind;
import dev.migrator.model.project.Solution;
import dev.migrator.model.project.Truth;
import dev.migrator.model.project.WorkerSource;
import dev.migrator.model.project.Workspace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
  private static Workspace discover(String tree, String start) {
    return Discovery.discover(TextTree.of(tree), start);
  }

  private static Project project(String tree, String path) {
    return discover(tree, "").project(path).orElseThrow();
  }

  private static List<String> paths(List<Project> projects) {
    return projects.stream().map(Project::path).toList();
  }

  private static List<String> sources(Project project) {
    return project.items().sources().stream().map(CompileItem::path).toList();
  }

  private static final String REPOSITORY =
      """
      -- All.sln --
      Microsoft Visual Studio Solution File, Format Version 12.00
      Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Shop", "src\\Shop\\Shop.csproj", "{1}"
      EndProject
      Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "folder", "folder", "{2}"
      EndProject
      Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Gone", "src\\Gone\\Gone.csproj", "{3}"
      EndProject
      -- More.slnx --
      <Solution>
        <Folder Name="/src/">
          <Project Path="src/Mail/Mail.csproj" />
        </Folder>
      </Solution>
      -- Some.slnf --
      { "solution": { "path": "All.sln", "projects": [ "src\\\\Core\\\\Core.csproj" ] } }
      -- src/Shop/Shop.csproj --
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="microsoft.net.sdk.functions" Version="4.2.0" />
          <ProjectReference Include="..\\Core\\core.csproj" />
        </ItemGroup>
      </Project>
      -- src/Shop/host.json --
      {}
      -- src/Mail/Mail.csproj --
      <Project Sdk="Microsoft.NET.Sdk">
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.2.0" />
          <ProjectReference Include="../Core/Core.csproj" />
        </ItemGroup>
      </Project>
      -- src/Core/Core.csproj --
      <Project Sdk="Microsoft.NET.Sdk">
        <ItemGroup>
          <ProjectReference Include="../Base/Base.csproj" />
        </ItemGroup>
      </Project>
      -- src/Base/Base.csproj --
      <Project Sdk="Microsoft.NET.Sdk" />
      -- tests/Shop.Tests/Shop.Tests.csproj --
      <Project Sdk="Microsoft.NET.Sdk">
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.0.0" />
          <ProjectReference Include="../../src/Shop/Shop.csproj" />
        </ItemGroup>
      </Project>
      -- src/Shop/obj/Debug/net8.0/WorkerExtensions/WorkerExtensions.csproj --
      <Project Sdk="Microsoft.NET.Sdk" />
      """;

  @Test
  void findsEveryProjectOfAFolder() {
    Workspace workspace = discover(REPOSITORY, ".");
    assertThat(workspace.allProjects())
        .extracting(Project::path, Project::kind)
        .containsExactly(
            tuple("src/Base/Base.csproj", ProjectKind.LIBRARY),
            tuple("src/Core/Core.csproj", ProjectKind.LIBRARY),
            tuple("src/Mail/Mail.csproj", ProjectKind.FUNCTION_APP_IN_PROCESS),
            tuple("src/Shop/Shop.csproj", ProjectKind.FUNCTION_APP_IN_PROCESS),
            tuple("tests/Shop.Tests/Shop.Tests.csproj", ProjectKind.TEST));
    assertThat(paths(workspace.apps()))
        .containsExactly("src/Mail/Mail.csproj", "src/Shop/Shop.csproj");
    assertThat(workspace.problems()).isEmpty();
  }

  @Test
  void takesAProjectWithItsLibrariesAndTests() {
    Workspace workspace = discover(REPOSITORY, "src/Shop/Shop.csproj");
    assertThat(paths(workspace.apps())).containsExactly("src/Shop/Shop.csproj");
    assertThat(paths(workspace.projects()))
        .containsExactly(
            "src/Base/Base.csproj",
            "src/Core/Core.csproj",
            "src/Shop/Shop.csproj",
            "tests/Shop.Tests/Shop.Tests.csproj");
    Project shop = workspace.apps().get(0);
    Project mail = workspace.project("src/Mail/Mail.csproj").orElseThrow();
    assertThat(paths(workspace.librariesOf(shop)))
        .containsExactly("src/Base/Base.csproj", "src/Core/Core.csproj");
    assertThat(paths(workspace.testsOf(shop)))
        .containsExactly("tests/Shop.Tests/Shop.Tests.csproj");
    assertThat(workspace.testsOf(mail)).isEmpty();
    assertThat(paths(workspace.sharedBetween(shop, mail)))
        .containsExactly("src/Base/Base.csproj", "src/Core/Core.csproj");
    assertThat(paths(workspace.appsOf(workspace.project("src/Base/Base.csproj").orElseThrow())))
        .containsExactly("src/Mail/Mail.csproj", "src/Shop/Shop.csproj");
  }

  @Test
  void readsSolutions() {
    Workspace workspace = discover(REPOSITORY, "All.sln");
    assertThat(workspace.chosen()).containsExactly("src/Shop/Shop.csproj");
    assertThat(workspace.problems())
        .extracting(ProjectProblem::kind, ProjectProblem::message)
        .containsExactly(tuple(Kind.MISSING, "lists src/Gone/Gone.csproj, which is missing"));
    assertThat(workspace.solutions())
        .extracting(Solution::path, Solution::projects)
        .containsExactly(
            tuple("All.sln", List.of("src/Shop/Shop.csproj", "src/Gone/Gone.csproj")),
            tuple("More.slnx", List.of("src/Mail/Mail.csproj")),
            tuple("Some.slnf", List.of("src/Core/Core.csproj")));
    assertThat(discover(REPOSITORY, "More.slnx").chosen()).containsExactly("src/Mail/Mail.csproj");
  }

  @Test
  void saysWhenTheStartIsNothing() {
    assertThat(discover(REPOSITORY, "src/Nowhere").problems())
        .extracting(ProjectProblem::message)
        .containsExactly("src/Nowhere does not exist");
    assertThat(discover(REPOSITORY, "src/Shop/host.json").problems()).hasSize(1);
  }

  @Test
  void readsSharedPropsInTheOrderOfMsBuild() {
    Project project =
        project(
            """
            -- Directory.Build.props --
            <Project>
              <PropertyGroup>
                <Base>net</Base>
                <TargetFramework>$(Base)6.0</TargetFramework>
                <AzureFunctionsVersion>v4</AzureFunctionsVersion>
                <LangVersion>9</LangVersion>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="$(SdkVersion)" />
              </ItemGroup>
            </Project>
            -- src/Directory.Build.props --
            <Project>
              <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
              <PropertyGroup Condition="$(MSBuildProjectName.EndsWith('App'))">
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            -- src/Directory.Build.targets --
            <Project>
              <PropertyGroup Condition="'$(TargetFrameworkIdentifier)' == '.NETCoreApp'">
                <AssemblyName>$(MSBuildProjectName).Core</AssemblyName>
              </PropertyGroup>
            </Project>
            -- src/My App/My App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net8.0</TargetFramework>
                <SdkVersion>4.1.0</SdkVersion>
                <DefineConstants>$(DefineConstants);SHOP</DefineConstants>
                <LangVersion Condition="'$(CI)' == 'true'">latest</LangVersion>
              </PropertyGroup>
            </Project>
            -- src/My App/host.json --
            {}
            """,
            "src/My App/My App.csproj");
    assertThat(project.targetFrameworks()).containsExactly("net8.0");
    assertThat(project.azureFunctionsVersion()).contains("v4");
    assertThat(project.nullable()).contains("enable");
    assertThat(project.rootNamespace()).isEqualTo("My_App");
    assertThat(project.assemblyName()).isEqualTo("My App.Core");
    assertThat(project.langVersion()).isEmpty();
    assertThat(project.properties().isUnknown("LangVersion")).isTrue();
    assertThat(project.kind()).isEqualTo(ProjectKind.FUNCTION_APP_IN_PROCESS);
    assertThat(project.hostJson()).contains("src/My App/host.json");
    assertThat(project.localSettings()).isEmpty();
    assertThat(project.packageReference("Microsoft.NET.Sdk.Functions").orElseThrow().version())
        .contains("4.1.0");
    assertThat(project.properties().assignments("TargetFramework"))
        .extracting(a -> a.file().path(), Assignment::truth)
        .containsExactly(
            tuple("Directory.Build.props", Truth.TRUE),
            tuple("src/My App/My App.csproj", Truth.TRUE));
    assertThat(project.symbols().names())
        .contains("SHOP", "TRACE", "DEBUG", "NET8_0", "NET6_0_OR_GREATER");
    assertThat(project.imports())
        .extracting(f -> f.path())
        .containsExactly(
            "src/Directory.Build.props", "Directory.Build.props", "src/Directory.Build.targets");
    assertThat(project.problems()).isEmpty();
  }

  @Test
  void findsThePlaceOfEveryVersion() {
    Project project =
        project(
            """
            -- Directory.Packages.props --
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="central" Version="1.0.0" />
                <GlobalPackageReference Include="Everywhere" Version="2.0.0" />
              </ItemGroup>
            </Project>
            -- App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Central" />
                <PackageReference Include="Overridden" VersionOverride="3.0.0" />
                <PackageReference Include="Attribute" Version="4.0.0" />
                <PackageReference Include="Child"><Version>5.0.0</Version></PackageReference>
                <PackageReference Include="Updated" />
                <PackageReference Update="Updated" Version="6.0.0" />
                <PackageReference Include="None" Condition="'$(OS)' == 'x'" />
                <PackageReference Include="Removed" Version="7.0.0" />
                <PackageReference Remove="removed" />
                <PackageReference Include="Never" Condition="'$(X)' == 'x'" />
              </ItemGroup>
            </Project>
            """,
            "App.csproj");
    assertThat(project.usesCentralVersions()).isTrue();
    assertThat(project.items().packages())
        .extracting(
            PackageReference::id,
            p -> p.version().orElse("-"),
            PackageReference::versionPlace,
            PackageReference::truth)
        .containsExactly(
            tuple("Central", "1.0.0", VersionPlace.CENTRAL, Truth.TRUE),
            tuple("Overridden", "3.0.0", VersionPlace.OVERRIDE, Truth.TRUE),
            tuple("Attribute", "4.0.0", VersionPlace.ATTRIBUTE, Truth.TRUE),
            tuple("Child", "5.0.0", VersionPlace.CHILD_ELEMENT, Truth.TRUE),
            tuple("Updated", "6.0.0", VersionPlace.UPDATE, Truth.TRUE),
            tuple("None", "-", VersionPlace.NONE, Truth.UNKNOWN),
            tuple("Everywhere", "2.0.0", VersionPlace.ATTRIBUTE, Truth.TRUE));
    assertThat(project.packageReference("CENTRAL").orElseThrow().versionSource())
        .satisfies(
            source -> assertThat(source.file().path()).isEqualTo("Directory.Packages.props"));
  }

  @Test
  void collectsTheSourcesOfAProject() {
    Project project =
        project(
            """
            -- src/App/App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <Compile Remove="Old\\**" />
                <Compile Include="..\\Shared\\**\\*.cs" Exclude="..\\Shared\\Not.cs" Link="x" />
                <Compile Update="A.cs" DependentUpon="B.cs" />
                <Compile Include="Old/Kept.cs" />
              </ItemGroup>
            </Project>
            -- src/App/A.cs --
            -- src/App/bin/Debug/B.cs --
            -- src/App/obj/C.cs --
            -- src/App/.vs/D.cs --
            -- src/App/Nested/Nested.csproj --
            <Project Sdk="Microsoft.NET.Sdk" />
            -- src/App/Nested/E.cs --
            -- src/App/Old/F.cs --
            -- src/App/Old/Kept.cs --
            -- src/Shared/x/G.cs --
            -- src/Shared/Not.cs --
            """,
            "src/App/App.csproj");
    assertThat(sources(project))
        .containsExactly(
            "src/App/A.cs", "src/App/Nested/E.cs", "src/App/Old/Kept.cs", "src/Shared/x/G.cs");
    assertThat(project.items().sources())
        .filteredOn(CompileItem::isLinked)
        .extracting(CompileItem::path)
        .containsExactly("src/Shared/x/G.cs");
  }

  @Test
  void takesOnlyNamedSourcesOfAnOldStyleProject() {
    Project project =
        project(
            """
            -- App/App.csproj --
            <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)\\$(MSBuildToolsVersion)\\Microsoft.Common.props" />
              <PropertyGroup>
                <Configuration Condition=" '$(Configuration)' == '' ">Debug</Configuration>
                <Platform Condition=" '$(Platform)' == '' ">AnyCPU</Platform>
                <TargetFrameworkVersion>v4.6.1</TargetFrameworkVersion>
              </PropertyGroup>
              <PropertyGroup Condition=" '$(Configuration)|$(Platform)' == 'Debug|AnyCPU' ">
                <DefineConstants>DEBUG;TRACE</DefineConstants>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="A.cs" />
              </ItemGroup>
              <Import Project="$(MSBuildToolsPath)\\Microsoft.CSharp.targets" />
            </Project>
            -- App/packages.config --
            <packages>
              <package id="Microsoft.NET.Sdk.Functions" version="1.0.24" targetFramework="net461" />
            </packages>
            -- App/A.cs --
            -- App/B.cs --
            """,
            "App/App.csproj");
    assertThat(project.isSdkStyle()).isFalse();
    assertThat(sources(project)).containsExactly("App/A.cs");
    assertThat(project.targetFrameworks()).containsExactly("net461");
    assertThat(project.symbols().names()).containsExactlyInAnyOrder("DEBUG", "TRACE");
    assertThat(project.kind()).isEqualTo(ProjectKind.FUNCTION_APP_IN_PROCESS);
    assertThat(project.items().packages().get(0).versionPlace())
        .isEqualTo(VersionPlace.PACKAGES_CONFIG);
    assertThat(project.problems()).isEmpty();
  }

  @Test
  void followsImportsAndChoices() {
    Project project =
        project(
            """
            -- src/App/App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>net8.0;net6.0</TargetFrameworks>
              </PropertyGroup>
              <Choose>
                <When Condition="'$(TargetFramework)' == 'net8.0'">
                  <PropertyGroup><Choice>first</Choice></PropertyGroup>
                </When>
                <Otherwise>
                  <PropertyGroup><Choice>second</Choice></PropertyGroup>
                </Otherwise>
              </Choose>
              <Import Project="..\\Shared\\Shared.projitems" Label="Shared" />
              <Import Project="gone.props" Condition="Exists('gone.props')" />
              <Import Project="missing.props" />
            </Project>
            -- src/Shared/Shared.projitems --
            <Project>
              <ItemGroup>
                <Compile Include="$(MSBuildThisFileDirectory)S.cs" />
              </ItemGroup>
            </Project>
            -- src/Shared/S.cs --
            -- src/App/A.cs --
            """,
            "src/App/App.csproj");
    assertThat(project.targetFrameworks()).containsExactly("net8.0", "net6.0");
    assertThat(project.properties().value("Choice")).contains("first");
    assertThat(sources(project)).containsExactly("src/App/A.cs", "src/Shared/S.cs");
    assertThat(project.problems())
        .extracting(ProjectProblem::kind, p -> p.at().toString(), ProjectProblem::message)
        .containsExactly(
            tuple(
                Kind.NOT_EVALUATED,
                "src/App/App.csproj:15",
                "the imported file missing.props is not in the repository"));
  }

  @Test
  void readsGlobalUsings() {
    Project project =
        project(
            """
            -- App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <Using Remove="System.Net.Http" />
                <Using Include="Xunit" />
                <Using Include="System.Math" Static="true" />
                <Using Include="System.Threading.Timer" Alias="T" />
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
              </ItemGroup>
            </Project>
            """,
            "App.csproj");
    assertThat(project.items().usings())
        .filteredOn(GlobalUsing::isImplicit)
        .extracting(GlobalUsing::target)
        .contains("System", "System.Linq")
        .doesNotContain("System.Net.Http");
    assertThat(project.items().usings())
        .filteredOn(using -> !using.isImplicit())
        .extracting(GlobalUsing::target, u -> u.alias().orElse("-"), GlobalUsing::isStatic)
        .containsExactly(
            tuple("Xunit", "-", false),
            tuple("System.Math", "-", true),
            tuple("System.Threading.Timer", "T", false));
    assertThat(project.items().frameworks()).hasSize(1);
  }

  @Test
  void tellsTheKindsOfProjectsApart() {
    Workspace workspace =
        discover(
            """
            -- a/Isolated.csproj --
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
            <ItemGroup><PackageReference Include="Microsoft.Azure.Functions.Worker" Version="2.0.0" /></ItemGroup></Project>
            -- b/Web.csproj --
            <Project Sdk="Microsoft.NET.Sdk.Web" />
            -- b/WebLibrary.csproj --
            <Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><OutputType>Library</OutputType></PropertyGroup></Project>
            -- b/WebWithJobs.csproj --
            <Project Sdk="Microsoft.NET.Sdk.Web">
            <ItemGroup><PackageReference Include="Microsoft.Azure.WebJobs.Core" Version="3.0.0" /></ItemGroup></Project>
            -- c/Jobs.csproj --
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
            <ItemGroup><PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage" Version="4.0.0" /></ItemGroup></Project>
            -- d/Console.csproj --
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>
            -- e/Shared.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
            <ItemGroup><PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.0.0" /></ItemGroup></Project>
            -- f/App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
            <ItemGroup><PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.0.0" />
            <ProjectReference Include="../e/Shared.csproj" /></ItemGroup></Project>
            -- g/F.fsproj --
            <Project Sdk="Microsoft.NET.Sdk" />
            -- h/V.vbproj --
            <Project Sdk="Microsoft.NET.Sdk" />
            -- i/AppSdk.csproj --
            <Project Sdk="Azure.Functions.Sdk/1.0.1" />
            -- j/Tests.csproj --
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>
            <ItemGroup><PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.0.0" />
            <ProjectReference Include="../k/Fakes.csproj" /><ProjectReference Include="../l/Tested.csproj" /></ItemGroup></Project>
            -- k/Fakes.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
            <ItemGroup><PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.0.0" /></ItemGroup></Project>
            -- k/Fake.cs --
            class Fake {}
            -- l/Tested.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
            <ItemGroup><PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.0.0" /></ItemGroup></Project>
            -- l/Work.cs --
            class Work { [FunctionName("Work")] void Run() {} }
            """,
            "");
    assertThat(workspace.allProjects())
        .extracting(Project::name, Project::kind)
        .containsExactly(
            tuple("Isolated", ProjectKind.FUNCTION_APP_ISOLATED),
            tuple("Web", ProjectKind.WEB),
            tuple("WebLibrary", ProjectKind.LIBRARY),
            tuple("WebWithJobs", ProjectKind.WEB),
            tuple("Jobs", ProjectKind.WEBJOBS),
            tuple("Console", ProjectKind.OTHER),
            tuple("Shared", ProjectKind.LIBRARY),
            tuple("App", ProjectKind.FUNCTION_APP_IN_PROCESS),
            tuple("F", ProjectKind.FSHARP),
            tuple("V", ProjectKind.VISUAL_BASIC),
            tuple("AppSdk", ProjectKind.FUNCTION_APP_ISOLATED),
            tuple("Tests", ProjectKind.TEST),
            tuple("Fakes", ProjectKind.LIBRARY),
            tuple("Tested", ProjectKind.FUNCTION_APP_IN_PROCESS));
  }

  @Test
  void reportsFilesThatDoNotParse() {
    Project project =
        project(
            """
            -- Directory.Build.props --
            <Project>
              <PropertyGroup>
            </Project>
            -- App.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="gone/Gone.csproj" />
              </ItemGroup>
            """,
            "App.csproj");
    assertThat(project.problems())
        .extracting(ProjectProblem::kind, p -> p.at().toString())
        .containsExactly(
            tuple(Kind.DOES_NOT_PARSE, "App.csproj:1"),
            tuple(Kind.DOES_NOT_PARSE, "Directory.Build.props:3"),
            tuple(Kind.MISSING, "App.csproj:3"));
  }

  private static final String EXTENSION =
      """
      -- src/Sql/Ext.csproj --
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>netstandard2.0</TargetFramework>
          <PackageId>%s</PackageId>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.Azure.WebJobs" Version="3.0.39" />
        </ItemGroup>
      </Project>
      -- samples/App.csproj --
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.2.0" />
          <ProjectReference Include="../src/Sql/Ext.csproj" />
        </ItemGroup>
      </Project>
      -- samples/host.json --
      {}
      """;

  @Test
  void theSourceOfAnExtensionCountsAsItsPackageForAnApp() {
    String tree = EXTENSION.formatted("Microsoft.Azure.WebJobs.Extensions.Sql");
    Workspace workspace = discover(tree, "");
    Project app = workspace.project("samples/App.csproj").orElseThrow();
    assertThat(app.references("Microsoft.Azure.WebJobs.Extensions.Sql")).isTrue();
    assertThat(workspace.librariesOf(app)).isEmpty();
    assertThat(workspace.appsOf(workspace.project("src/Sql/Ext.csproj").orElseThrow())).isEmpty();
  }

  @Test
  void theSourceOfAPreviewCountsWithItsVersion() {
    for (String version : List.of("0.20.0", "0.12.0")) {
      Workspace workspace = discover(preview(version), "");
      Project app = workspace.project("samples/App.csproj").orElseThrow();
      assertThat(app.items().packages())
          .extracting(PackageReference::id, p -> p.version().orElse(""))
          .contains(tuple("Microsoft.Azure.WebJobs.Extensions.OpenAI", version + "-alpha"));
      assertThat(app.items().projects()).isEmpty();
      assertThat(workspace.librariesOf(app)).isEmpty();
    }
  }

  /** An extension with the name and version that the files above the project give it. */
  private static String preview(String version) {
    return EXTENSION
            .replace("<PackageId>%s</PackageId>", "")
            .replace("Sql/Ext", "OpenAI/Extensions.OpenAI")
        + """
        -- src/Directory.Build.props --
        <Project>
          <PropertyGroup>
            <VersionPrefix>%s</VersionPrefix>
            <VersionSuffix>alpha</VersionSuffix>
          </PropertyGroup>
        </Project>
        -- src/Directory.Build.targets --
        <Project>
          <PropertyGroup>
            <PackageId>Microsoft.Azure.WebJobs.$(AssemblyName)</PackageId>
          </PropertyGroup>
        </Project>
        """
            .formatted(version);
  }

  @Test
  void anOwnExtensionStaysAProject() {
    Project app = project(EXTENSION.formatted("Shop.Sql"), "samples/App.csproj");
    assertThat(app.references("Shop.Sql")).isFalse();
    assertThat(app.items().projects()).hasSize(1);
  }

  /** Samples of an extension may reference both of its parts. */
  @Test
  void theSourceOfTheWorkersPartCountsOnlyBesideThatOfTheHost() {
    String worker = "Microsoft.Azure.Functions.Worker.Extensions.Sql";
    String alone = EXTENSION.formatted(worker);
    assertThat(project(alone, "samples/App.csproj").items().projects()).hasSize(1);
    String both =
        alone.replace(
            "    <PackageReference Include=\"Microsoft.NET.Sdk.Functions\"",
            "    <PackageReference Include=\"Microsoft.Azure.WebJobs.Extensions.Sql\" Version=\"3.1.0\" />\n"
                + "    <PackageReference Include=\"Microsoft.NET.Sdk.Functions\"");
    Project app = project(both, "samples/App.csproj");
    assertThat(app.items().projects()).isEmpty();
    assertThat(app.references(worker)).isFalse();
  }

  @Test
  void theSourceOfTheWorkersPartIsNamedAsTheHostsIs() {
    String worker = "Microsoft.Azure.Functions.Worker.Extensions.Sql";
    String sources =
        EXTENSION.formatted("Microsoft.Azure.WebJobs.Extensions.Sql")
            + EXTENSION
                .substring(0, EXTENSION.indexOf("-- samples/"))
                .formatted(worker)
                .replace("src/Sql/Ext", "src/Worker/Sql")
            + """
            -- src/Sql/SqlAttribute.cs --
            class SqlAttribute { }
            -- src/Worker/Attributes/SqlInputAttribute.cs --
            class SqlInputAttribute { }
            """;
    assertThat(project(sources, "samples/App.csproj").items().workerSources())
        .containsExactly(
            entry(
                worker,
                new WorkerSource(
                    "../src/Worker/Sql.csproj",
                    "1.0.0",
                    Set.of("SqlInputAttribute"),
                    Set.of("SqlAttribute"))));
    String ofWindows = sources.replace("../src/Sql/Ext.csproj", "..\\src\\Sql\\Ext.csproj");
    assertThat(project(ofWindows, "samples/App.csproj").items().workerSources().get(worker))
        .extracting(WorkerSource::reference)
        .isEqualTo("..\\src\\Worker\\Sql.csproj");
  }

  @Test
  void theSourceOfTheWorkersPartCountsAsItsPackageForAnIsolatedApp() {
    String worker = "Microsoft.Azure.Functions.Worker.Extensions.Sql";
    String tree =
        EXTENSION
            .formatted(worker)
            .replace("Microsoft.NET.Sdk.Functions", "Microsoft.Azure.Functions.Worker.Sdk");
    Workspace workspace = discover(tree, "");
    Project app = workspace.project("samples/App.csproj").orElseThrow();
    assertThat(app.kind()).isEqualTo(ProjectKind.FUNCTION_APP_ISOLATED);
    assertThat(app.references(worker)).isTrue();
    assertThat(workspace.librariesOf(app)).isEmpty();
    assertThat(project(tree.replace(worker, "Shop.Sql"), "samples/App.csproj").items().projects())
        .hasSize(1);
  }

  /**
   * What the parts of both models stand on is nobody's library: the host's part needs it as it is.
   */
  @Test
  void theSourceOfAPackageOfBothModelsCountsAsThePackageForEveryProject() {
    String shared = "Microsoft.Azure.WebJobs.Extensions.OpenApi.Core";
    String tree =
        EXTENSION.formatted(shared)
            + """
            -- test/Tests.csproj --
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="xunit" Version="2.9.3" />
                <ProjectReference Include="../samples/App.csproj" />
                <ProjectReference Include="../src/Sql/Ext.csproj" />
              </ItemGroup>
            </Project>
            """;
    Workspace workspace = discover(tree, "");
    Project app = workspace.project("samples/App.csproj").orElseThrow();
    assertThat(app.references(shared)).isTrue();
    assertThat(workspace.librariesOf(app)).isEmpty();
    assertThat(workspace.testsOf(app))
        .extracting(Project::path)
        .containsExactly("test/Tests.csproj");
  }

  @Test
  void aPreviewThatNobodyGivesAVersionHasThatOfTheSdk() {
    String id = "Microsoft.Azure.WebJobs.Extensions.OpenAI";
    assertThat(project(EXTENSION.formatted(id), "samples/App.csproj").items().packages())
        .extracting(PackageReference::id, p -> p.version().orElse(""))
        .contains(tuple(id, "1.0.0"));
  }
}
