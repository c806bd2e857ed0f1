using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FormsIntake.Payloads;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FormsIntake
{
    /// <summary>What happens to forms behind the counter.</summary>
    public class FormWork
    {
        private readonly IFormStore store;

        public FormWork(IFormStore store) => this.store = store;

        [FunctionName("HandleForm")]
        public void Handle([QueueTrigger("forms")] FormEvent formEvent, [Queue("archive")] out FormRecord record, ILogger log)
        {
            record = formEvent.IsOpen ? store.Find(formEvent.Number) ?? new FormRecord { Number = formEvent.Number, State = formEvent.State } : null;
            log.LogInformation("{Number} waited {Waited}: {State}", formEvent.Number, formEvent.Waited, formEvent.State);
        }

        [FunctionName("RegisterForm")]
        [return: Queue("archive")]
        public static FormRecord Register([QueueTrigger("submissions")] FormSubmission form, ILogger log)
        {
            log.LogInformation("{Applicant} on {Day:yyyy-MM-dd}, fee {Fee}", form.Applicant, form.Day, form.Fee);
            return new FormRecord { Number = form.Number, State = form.State, Priority = form.Priority, Raw = form.Other == null ? null : new JObject(form.Other.Select(pair => new JProperty(pair.Key, pair.Value))) };
        }

        [FunctionName("CountPages")]
        public static void CountPages([QueueTrigger("pages")] IDictionary<int, string> pages, ILogger log)
            => log.LogInformation("{Count} pages: {Pages}", pages.Count, string.Join(",", pages.Keys));

        [FunctionName("RouteRaw")]
        public static void Route([QueueTrigger("raw")] JObject form, [Queue("routed")] ICollector<JObject> routed, ILogger log)
        {
            foreach (var part in form.Properties().Where(property => property.Value is JObject))
            {
                routed.Add(new JObject { ["Part"] = part.Name, ["Value"] = part.Value });
            }

            log.LogInformation("Routed {Kind}", (string)form["kind"]);
        }

        [FunctionName("ScanAttachment")]
        public static void Scan(
            [BlobTrigger("attachments/{name}.json")] FormSubmission form,
            string name,
            [Blob("scanned/{name}.txt", FileAccess.Write)] out string text,
            ILogger log)
        {
            text = $"{name}: {form.Number} {form.State} {form.Day:yyyy-MM-dd}";
            log.LogInformation("Scanned {Name}", name);
        }

        [FunctionName("ImportBatch")]
        public static void Import(
            [BlobTrigger("batches/{name}")] string lines,
            string name,
            [Queue("forms")] ICollector<FormEvent> events,
            ILogger log)
        {
            foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                events.Add(JsonConvert.DeserializeObject<FormEvent>(line));
            }

            log.LogInformation("Imported {Name}", name);
        }
    }
}
