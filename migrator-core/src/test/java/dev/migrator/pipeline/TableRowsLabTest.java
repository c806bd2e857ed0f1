package dev.migrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.lab.DotnetLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that the compatibility file writes and reads by the real Azure.Data.Tables, as
 * PocoTypeBinder of the in-process extension does.
 */
final class TableRowsLabTest {
  private static final String PROJECT =
      """
      <Project Sdk="Microsoft.NET.Sdk">
        <PropertyGroup>
          <TargetFramework>net8.0</TargetFramework>
          <AzureFunctionsVersion>v4</AzureFunctionsVersion>
        </PropertyGroup>
        <ItemGroup>
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Storage.Queues" Version="5.3.0" />
          <PackageReference Include="Microsoft.Azure.WebJobs.Extensions.Tables" Version="1.3.0" />
          <PackageReference Include="Microsoft.NET.Sdk.Functions" Version="4.4.0" />
        </ItemGroup>
      </Project>
      """;

  private static final String APP =
      """
      using Microsoft.Azure.WebJobs;
      using System;
      using System.Runtime.Serialization;

      namespace Shop
      {
          public enum Size { Small, Large }

          public sealed class Note { public string Text { get; set; } }

          public sealed class Row
          {
              public string PartitionKey { get; set; }
              public string RowKey { get; set; }
              public string ETag { get; set; }
              public DateTime Day { get; set; }
              public decimal Price { get; set; }
              public Size Size { get; set; }
              public Size? Maybe { get; set; }
              public Size? Never { get; set; }
              public Note Note { get; set; }
              public object Any { get; set; }
              public Guid? Id { get; set; }
              public string Kept { get; private set; }
              public int Field;
              [DataMember(Name = "renamed")] public string Named { get; set; }
              [IgnoreDataMember] public string Ignored { get; set; }
              public static string Shared { get; set; } = "s";
              public Row Keep(string text) { Kept = text; return this; }
          }

          public static class Work
          {
              [FunctionName("Work")]
              public static void Run([QueueTrigger("in")] string text, [Table("rows")] ICollector<Row> rows)
              {
                  rows.Add(new Row { PartitionKey = "p", RowKey = text });
              }
          }
      }
      """;

  private static final String PROBE =
      """
      using System;
      using Newtonsoft.Json;

      namespace Shop
      {
          public static class Probe
          {
              public static void Main()
              {
                  var day = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
                  var row = TableRows.To(new Row { PartitionKey = "p", RowKey = "r", ETag = "*", Day = day, Price = 1.5m, Size = Size.Large, Maybe = Size.Large, Note = new Note { Text = "n" }, Any = "abc", Id = Guid.Empty, Field = 4, Named = "x", Ignored = "no" }.Keep("kept"));
                  Console.WriteLine(JsonConvert.SerializeObject(row));
                  Console.WriteLine(JsonConvert.SerializeObject(TableRows.From<Row>(row)));
              }
          }
      }
      """;

  @Test
  void columnsAreThoseOfTheInProcessExtension(@TempDir Path folder) throws IOException {
    DotnetLab lab = DotnetLab.assumePresent();
    Path source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("Shop.csproj"), PROJECT);
    Files.writeString(source.resolve("Work.cs"), APP);
    ConvertedApp app = ConvertedApp.of(source, "", folder);
    Files.writeString(app.after().resolve("Probe.cs"), PROBE);
    Path out = folder.resolve("out");
    lab.build(app.after().resolve("Shop.csproj"), out, "-p:StartupObject=Shop.Probe").orFail();
    DotnetLab.Result run = lab.dotnet(out.resolve("Shop.dll").toString()).orFail();
    assertThat(run.stdout().lines())
        .containsExactly(
            """
            {"Field":4,"PartitionKey":"p","RowKey":"r","odata.etag":"*",\
            "Day":"2020-01-02T03:04:05+00:00","Price":"1.5","Size":"Large","Maybe":"Large",\
            "Note":"{\\n  \\"Text\\": \\"n\\"\\n}","Any":"\\"abc\\"",\
            "Id":"00000000-0000-0000-0000-000000000000","Kept":"kept","renamed":"x"}""",
            """
            {"Field":4,"PartitionKey":"p","RowKey":"r","ETag":"*","Day":"2020-01-02T03:04:05Z",\
            "Price":1.5,"Size":1,"Maybe":1,"Never":null,"Note":{"Text":"n"},"Any":"abc",\
            "Id":"00000000-0000-0000-0000-000000000000","Kept":"kept","Named":"x"}""");
  }
}
