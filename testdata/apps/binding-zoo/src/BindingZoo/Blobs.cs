using System;
using System.IO;
using System.Threading.Tasks;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace BindingZoo
{
    public static class Blobs
    {
        [FunctionName("BlobText")]
        public static void Text([BlobTrigger("text/{name}", Connection = "Files")] string content, string name, ILogger log)
        {
            log.LogInformation("{name}: {length}", name, content.Length);
        }

        [FunctionName("BlobStream")]
        public static void Stream([BlobTrigger("stream/{name}.{ext}")] Stream content, string name, string ext, ILogger log)
        {
            log.LogInformation("{name}.{ext}: {length}", name, ext, content.Length);
        }

        [FunctionName("BlobUri")]
        public static void Address([BlobTrigger("uri/{name}")] string content, Uri uri, ILogger log)
        {
            log.LogInformation("{uri}", uri);
        }

        [FunctionName("BlobOptional")]
        public static void Optional([QueueTrigger("optional")] string text, [Blob("optional/{queueTrigger}", FileAccess.Read)] string content, ILogger log)
        {
            log.LogInformation(content == null ? "missing" : content);
        }

        [FunctionName("BlobBinder")]
        public static async Task Bound([QueueTrigger("bound")] string text, Binder binder)
        {
            using (var writer = await binder.BindAsync<TextWriter>(new BlobAttribute("bound/" + text, FileAccess.Write)))
            {
                await writer.WriteAsync(text);
            }
        }

        [FunctionName("BlobBytes")]
        public static void Bytes([BlobTrigger("bytes/{name}", Source = BlobTriggerSource.EventGrid)] byte[] content, ILogger log)
        {
            log.LogInformation("{length}", content.Length);
        }

        [FunctionName("BlobObject")]
        public static void Object([BlobTrigger("objects/{name}")] Animal animal, ILogger log)
        {
            log.LogInformation("{kind}", animal.Kind);
        }

        [FunctionName("BlobReader")]
        public static async Task Reader([BlobTrigger("reader/{name}")] TextReader content, ILogger log)
        {
            log.LogInformation("{text}", await content.ReadToEndAsync());
        }

        [FunctionName("BlobClients")]
        public static async Task Clients(
            [BlobTrigger("clients/{name}")] BlobClient blob,
            [Blob("copies/{name}", FileAccess.ReadWrite)] BlockBlobClient copy,
            [Blob("copies", Connection = "Files")] BlobContainerClient container)
        {
            await container.CreateIfNotExistsAsync();
            await copy.UploadAsync(await blob.OpenReadAsync());
        }

        [FunctionName("BlobCopy")]
        public static void Copy(
            [BlobTrigger("source/{name}")] string content,
            [Blob("target/{name}", FileAccess.Write)] out string copy)
        {
            copy = content == "nothing" ? null : content;
        }

        [FunctionName("BlobInputs")]
        public static IActionResult Inputs(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "inputs/{name}")] HttpRequest request,
            [Blob("text/{name}", FileAccess.Read)] string text,
            [Blob("bytes/{name}", access: FileAccess.Read, Connection = "Files")] byte[] bytes,
            [Blob("stream/{name}", FileAccess.Read)] Stream stream,
            string name)
        {
            return new OkObjectResult(text.Length + bytes.Length + stream.Length);
        }

        [FunctionName("BlobWriter")]
        public static void Writer(
            [QueueTrigger("reports")] string text,
            [Blob("reports/{rand-guid}.txt", FileAccess.Write)] TextWriter report)
        {
            report.WriteLine(text);
            report.Write("end");
        }

        [FunctionName("BlobWriteStream")]
        public static async Task WriteStream(
            [QueueTrigger("pictures")] byte[] picture,
            [Blob("pictures/{rand-guid}", FileAccess.Write)] Stream output)
        {
            await output.WriteAsync(picture, 0, picture.Length);
        }

        [FunctionName("BlobReturn")]
        [return: Blob("returned/{name}")]
        public static string Return([BlobTrigger("in/{name}")] string content)
        {
            return content.ToUpperInvariant();
        }
    }
}
