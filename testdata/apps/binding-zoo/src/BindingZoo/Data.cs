using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Extensions.Sql;
using Microsoft.Extensions.Logging;
using SendGrid.Helpers.Mail;

namespace BindingZoo
{
    [StorageAccount("Files")]
    public static class Data
    {
        [FunctionName("TableEntities")]
        public static IActionResult Entities(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "tables/{key}")] HttpRequest request,
            [Table("animals", "{key}")] IEnumerable<TableEntity> entities,
            [Table("animals")] TableClient table)
        {
            return new OkResult();
        }

        [FunctionName("TableOut")]
        public static void TableOut(
            [QueueTrigger("rows")] string name,
            [Table("rows")] ICollector<Row> rows)
        {
            foreach (var letter in name)
            {
                rows.Add(new Row { PartitionKey = name, RowKey = letter.ToString(), Count = name.Length });
            }
        }

        [FunctionName("CosmosFeed")]
        public static void Feed(
            [CosmosDBTrigger("zoo", "animals", Connection = "Cosmos", LeaseContainerName = "leases", CreateLeaseContainerIfNotExists = true)] IReadOnlyList<Animal> animals,
            ILogger log)
        {
            log.LogInformation("{count} {kind}", animals.Count, animals[0].Kind);
        }

        [FunctionName("CosmosItem")]
        public static IActionResult Item(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "animals/{id}")] HttpRequest request,
            [CosmosDB(databaseName: "zoo", containerName: "animals", Connection = "Cosmos", Id = "{id}", PartitionKey = "{id}")] Animal animal,
            [CosmosDB(Connection = "Cosmos")] CosmosClient client)
        {
            return animal == null ? new NotFoundResult() : new OkObjectResult(animal);
        }

        [FunctionName("CosmosOut")]
        public static async Task CosmosOut(
            [QueueTrigger("docs")] Animal[] animals,
            [CosmosDB("zoo", "animals", Connection = "Cosmos", CreateIfNotExists = true, PartitionKey = "/id")] IAsyncCollector<Animal> documents)
        {
            foreach (var animal in animals)
            {
                await documents.AddAsync(animal);
            }
        }

        [FunctionName("SqlRows")]
        public static IActionResult SqlRows(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "sql/{id}")] HttpRequest request,
            [Sql("select * from dbo.Animals", "Sql")] IEnumerable<Animal> all,
            [Sql("select * from dbo.Animals where Id = @Id", "Sql", "@Id={id}")] IEnumerable<Animal> some,
            [Sql("dbo.Count", "Sql", System.Data.CommandType.StoredProcedure)] string count)
        {
            return new OkObjectResult(count);
        }

        [FunctionName("SqlOut")]
        public static void SqlOut([QueueTrigger("sql")] Animal animal, [Sql("dbo.Animals", "Sql")] out Animal row)
        {
            row = animal;
        }

        [FunctionName("SqlChanges")]
        public static void SqlChanges([SqlTrigger("dbo.Animals", "Sql")] IReadOnlyList<SqlChange<Animal>> changes, ILogger log)
        {
            log.LogInformation("{count}", changes.Count);
        }

        [FunctionName("Mail")]
        public static void Mail(
            [QueueTrigger("mails")] string text,
            [SendGrid(ApiKey = "Mail", From = "a@example.com")] ICollector<SendGridMessage> mails)
        {
            var mail = new SendGridMessage();
            mail.AddTo("b@example.com");
            mail.AddContent("text/plain", text);
            mails.Add(mail);
        }

        [FunctionName("MailOut")]
        public static void MailOut([QueueTrigger("mail")] string text, [SendGrid(ApiKey = "Mail")] out SendGridMessage mail)
        {
            mail = new SendGridMessage { Subject = text };
        }
    }

    public sealed class Row
    {
        public string PartitionKey { get; set; }

        public string RowKey { get; set; }

        public int Count { get; set; }
    }
}
