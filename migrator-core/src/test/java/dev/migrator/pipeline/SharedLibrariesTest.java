package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diagnostic.Code;
import dev.migrator.rule.Options;
import dev.migrator.source.FileTree;
import dev.migrator.source.MemoryFileTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two apps with one library that names types of the in-process model, or names none. */
final class SharedLibrariesTest {
  private static final String NAMES_COLLECTOR =
      "using Microsoft.Azure.WebJobs;\npublic static class Common { public static void Put(ICollector<string> to) { } }\n";
  private static final String NAMES_NOTHING = "public static class Common { }\n";

  @Test
  void aLibraryOfAnAppThatWasNotChosenBlocks() {
    List<PlannedApp> planned = plan(NAMES_COLLECTOR, "", Optional.of("Orders/Orders.csproj"));
    assertThat(planned).singleElement().matches(PlannedApp::isBlocked);
    assertThat(planned.get(0).findings())
        .filteredOn(finding -> finding.code() == Code.SHARED_LIBRARY_STAYS)
        .singleElement()
        .satisfies(finding -> assertThat(finding.at().path()).isEqualTo("Common/Common.csproj"))
        .satisfies(finding -> assertThat(finding.message()).contains("Billing/Billing.csproj"));
  }

  @Test
  void aLibraryOfABlockedAppBlocks() {
    List<PlannedApp> planned =
        plan(NAMES_COLLECTOR, ", Microsoft.Azure.WebJobs.IBinder binder", Optional.empty());
    assertThat(planned).hasSize(2).allMatch(PlannedApp::isBlocked);
    assertThat(codes(planned.get(0))).doesNotContain(Code.SHARED_LIBRARY_STAYS);
    assertThat(codes(planned.get(1))).containsOnlyOnce(Code.SHARED_LIBRARY_STAYS);
  }

  @Test
  void appsThatAreConvertedTogetherAreNotBlocked() {
    assertThat(plan(NAMES_COLLECTOR, "", Optional.empty()))
        .hasSize(2)
        .noneMatch(PlannedApp::isBlocked);
  }

  @Test
  void aLibraryThatStaysAsItIsBlocksNothing() {
    assertThat(plan(NAMES_NOTHING, "", Optional.of("Orders/Orders.csproj")))
        .singleElement()
        .matches(app -> !app.isBlocked());
  }

  private static List<Code> codes(PlannedApp app) {
    return app.findings().stream().map(finding -> finding.code()).toList();
  }

  private static List<PlannedApp> plan(String library, String billing, Optional<String> glob) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    app("Billing", billing, files);
    app("Orders", "", files);
    put(
        "Common/Common.csproj",
        project("<PackageReference Include=\"Microsoft.Azure.WebJobs\" Version=\"3.0.41\" />"),
        files);
    put("Common/Common.cs", library, files);
    FileTree tree = MemoryFileTree.of(files);
    return new AppPlanning(tree, "", Options.DEFAULT, path -> true).planAll(glob, Progress.SILENT);
  }

  private static void app(String name, String parameters, Map<String, byte[]> files) {
    put(
        name + "/" + name + ".csproj",
        project(
            "<PackageReference Include=\"Microsoft.NET.Sdk.Functions\" Version=\"4.4.0\" />"
                + "<ProjectReference Include=\"..\\Common\\Common.csproj\" />"),
        files);
    put(
        name + "/Work.cs",
        "using Microsoft.Azure.WebJobs;\npublic static class Work { [FunctionName(\"Work\")]"
            + " public static void Run([TimerTrigger(\"0 0 2 * * *\")] TimerInfo timer"
            + parameters
            + ") { } }\n",
        files);
  }

  private static String project(String items) {
    return "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net8.0</TargetFramework>"
        + "<AzureFunctionsVersion>v4</AzureFunctionsVersion></PropertyGroup><ItemGroup>"
        + items
        + "</ItemGroup></Project>\n";
  }

  private static void put(String path, String text, Map<String, byte[]> files) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
