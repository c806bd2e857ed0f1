using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using FormsIntake.Payloads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FormsIntake
{
    /// <summary>The public side: forms come in as JSON and go out as JSON.</summary>
    public class FormApi
    {
        private readonly IFormStore store;

        public FormApi(IFormStore store) => this.store = store;

        [FunctionName("SubmitForm")]
        public async Task<IActionResult> Submit(
            [HttpTrigger(AuthorizationLevel.Function, "post", Route = "forms")] FormSubmission form,
            [Queue("forms")] IAsyncCollector<FormEvent> events,
            ILogger log)
        {
            if (string.IsNullOrEmpty(form.Number))
            {
                return new BadRequestObjectResult(new { error = "form_no is missing", form.State });
            }

            await events.AddAsync(new FormEvent(form.Number, form.State, TimeSpan.FromMinutes(90)) { Note = form.Applicant });
            log.LogInformation("Form {Number} of {Day:yyyy-MM-dd} with {Count} tags", form.Number, form.Day, form.Tags.Count);
            return new CreatedResult("/api/forms/" + form.Number, form);
        }

        [FunctionName("GetForm")]
        public ActionResult<FormRecord> Get(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "forms/{number}")] HttpRequest req, string number)
        {
            var record = store.Find(number);
            return record == null ? (ActionResult<FormRecord>)new NotFoundObjectResult(new { number }) : record;
        }

        [FunctionName("ListForms")]
        public IEnumerable<FormRecord> List([HttpTrigger(AuthorizationLevel.Function, "get", Route = "forms")] HttpRequest req)
            => store.All();

        [FunctionName("EchoForm")]
        public static async Task<IActionResult> Echo([HttpTrigger(AuthorizationLevel.Function, "post", Route = "echo")] HttpRequest req)
        {
            var text = await new StreamReader(req.Body).ReadToEndAsync();
            dynamic data = JsonConvert.DeserializeObject(text);
            string name = data?.name;
            return new OkObjectResult(new { name, all = (object)data });
        }

        [FunctionName("FormSchema")]
        public static JObject Schema([HttpTrigger(AuthorizationLevel.Function, "get", Route = "schema")] HttpRequest req)
            => new JObject { ["Title"] = "form", ["Fields"] = new JArray("form_no", "applicant"), ["Nested"] = new JObject { ["Max"] = 3 } };

        [FunctionName("FormEventEcho")]
        public static FormEvent EchoEvent([HttpTrigger(AuthorizationLevel.Function, "post", Route = "events")] FormEvent formEvent)
            => formEvent;
    }
}
