package dev.migrator.model;

import dev.migrator.model.names.ConstantEvaluator;
import dev.migrator.model.names.NameResolver;
import dev.migrator.model.names.PackageReference;
import dev.migrator.model.names.ProjectFacts;
import dev.migrator.model.names.TypeTables;
import dev.migrator.model.names.World;
import dev.migrator.source.SourceFile;
import dev.migrator.syntax.csharp.CSharpFile;
import dev.migrator.syntax.csharp.CSharpParser;
import dev.migrator.syntax.csharp.PreprocessorSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** C# text of a function app in a test, with the packages of the lab's table. */
final class FunctionSnippet {
  private static final List<PackageReference> IN_PROCESS =
      packages(
          "Microsoft.NET.Sdk.Functions/4.2.0",
          "Microsoft.Azure.WebJobs.Extensions.Storage.Blobs/5.3.10",
          "Microsoft.Azure.WebJobs.Extensions.Storage.Queues/5.3.10",
          "Microsoft.Azure.WebJobs.Extensions.Tables/1.4.0",
          "Microsoft.Azure.WebJobs.Extensions.ServiceBus/5.17.0",
          "Microsoft.Azure.WebJobs.Extensions.EventHubs/6.5.2",
          "Microsoft.Azure.WebJobs.Extensions.EventGrid/3.3.0",
          "Microsoft.Azure.WebJobs.Extensions.CosmosDB/4.16.1",
          "Microsoft.Azure.WebJobs.Extensions.DurableTask/2.13.7");
  private static final List<PackageReference> ISOLATED =
      packages(
          "Microsoft.Azure.Functions.Worker/2.52.0",
          "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore/2.1.1",
          "Microsoft.Azure.Functions.Worker.Extensions.Timer/4.3.1",
          "Microsoft.Azure.Functions.Worker.Extensions.Warmup/4.0.2",
          "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues/5.5.5",
          "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs/6.8.2",
          "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus/5.24.0",
          "Microsoft.Azure.Functions.Worker.Extensions.EventHubs/6.5.1");

  private FunctionSnippet() {}

  private static List<PackageReference> packages(String... all) {
    return Stream.of(all)
        .map(text -> text.split("/", 2))
        .map(parts -> new PackageReference(parts[0], parts[1]))
        .toList();
  }

  /** Functions of files that each hold one of the texts. */
  static List<Function> read(ProgrammingModel model, String... texts) {
    List<CSharpFile> files = new ArrayList<>();
    for (String text : texts) {
      SourceFile source = SourceFile.of("File" + files.size() + ".cs", text);
      files.add(CSharpParser.parse(source, PreprocessorSymbols.NONE));
    }
    boolean isIsolated = model == ProgrammingModel.ISOLATED;
    ProjectFacts facts =
        ProjectFacts.of(isIsolated ? World.ISOLATED : World.IN_PROCESS, files)
            .withPackages(isIsolated ? ISOLATED : IN_PROCESS);
    NameResolver names = NameResolver.create(facts, TypeTables.load());
    return FunctionReader.read(files, names, ConstantEvaluator.of(names), model);
  }
}
