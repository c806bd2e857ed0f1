package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.rule.Options;
import dev.migrator.source.MemoryFileTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One test project of two apps that both send to queues. */
final class TypesOfTestsTest {
  private static final String DOUBLE =
      """
      using Microsoft.Azure.WebJobs;

      namespace Tests
      {
          public class Fake : ICollector<string>
          {
              public void Add(string item)
              {
              }
          }
      }
      """;

  private static String project(String properties, String items) {
    return "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n"
        + "    <TargetFramework>net8.0</TargetFramework>\n"
        + properties
        + "  </PropertyGroup>\n  <ItemGroup>\n"
        + items
        + "  </ItemGroup>\n</Project>\n";
  }

  private static String packageOf(String id, String version) {
    return "    <PackageReference Include=\"" + id + "\" Version=\"" + version + "\" />\n";
  }

  private static Map<String, String> repository(String test) {
    Map<String, String> texts = new TreeMap<>();
    app("Bank", texts);
    app("Shop", texts);
    texts.put(
        "Tests/Tests.csproj",
        project(
            "",
            packageOf("Microsoft.NET.Test.Sdk", "17.11.1")
                + packageOf("xunit", "2.9.2")
                + "    <ProjectReference Include=\"../Shop/Shop.csproj\" />\n"
                + "    <ProjectReference Include=\"../Bank/Bank.csproj\" />\n"));
    texts.put("Tests/Fake.cs", test);
    return texts;
  }

  private static void app(String name, Map<String, String> texts) {
    texts.put(
        name + "/" + name + ".csproj",
        project(
            "    <AzureFunctionsVersion>v4</AzureFunctionsVersion>\n",
            packageOf("Microsoft.NET.Sdk.Functions", "4.4.0")
                + packageOf("Microsoft.Azure.WebJobs.Extensions.Storage.Queues", "5.3.0")));
    texts.put(
        name + "/Work.cs",
        """
        using Microsoft.Azure.WebJobs;

        namespace %s
        {
            public static class %sWork
            {
                [FunctionName("%s")]
                public static void Run([QueueTrigger("in")] string text, [Queue("out")] ICollector<string> done)
                {
                    done.Add(text);
                }
            }
        }
        """
            .formatted(name, name, name));
  }

  private static List<PlannedApp> planned(Map<String, String> texts) {
    Map<String, byte[]> bytes = new TreeMap<>();
    texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new AppPlanning(MemoryFileTree.of(bytes), "", Options.DEFAULT, path -> true)
        .planAll(Optional.empty(), Progress.SILENT);
  }

  private static boolean isWithoutHome(PlannedApp app) {
    return app.findings().stream().anyMatch(f -> f.code() == Code.TYPE_WITHOUT_HOME);
  }

  @Test
  void blocksBothAppsOfADouble() {
    List<PlannedApp> apps = planned(repository(DOUBLE));
    assertThat(apps).hasSize(2).allMatch(TypesOfTestsTest::isWithoutHome);
  }

  @Test
  void leavesAppsAloneWithTestsOfTheirOwn() {
    Map<String, String> texts = repository(DOUBLE);
    texts.computeIfPresent(
        "Tests/Tests.csproj", (path, text) -> text.replaceAll(" *<ProjectR.*Bank.*\\n", ""));
    List<PlannedApp> apps = planned(texts);
    assertThat(apps).hasSize(2).noneMatch(TypesOfTestsTest::isWithoutHome);
  }

  @Test
  void leavesTestsAloneThatNameNoSuchType() {
    String test = "namespace Tests { public class Plain { } }\n";
    List<PlannedApp> apps = planned(repository(test));
    assertThat(apps).hasSize(2).noneMatch(TypesOfTestsTest::isWithoutHome);
  }

  @Test
  void leavesATestOfTheFirstAppAlone() {
    String test =
        DOUBLE.replace(
            "public void Add",
            "public System.Type Of => typeof(Bank.BankWork);\n\n        public void Add");
    List<PlannedApp> apps = planned(repository(test));
    assertThat(apps).hasSize(2).noneMatch(TypesOfTestsTest::isWithoutHome);
  }
}
