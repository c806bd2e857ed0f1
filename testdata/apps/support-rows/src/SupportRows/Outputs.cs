using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Logging;
using SupportRows.Shared;

namespace SupportRows
{
    /// <summary>Marks functions for people; a library would read such a thing from the entry point.</summary>
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
    public sealed class OwnedByAttribute : Attribute
    {
        public OwnedByAttribute(string team) => Team = team;

        public string Team { get; }
    }

    /// <summary>Outputs in every form that the worker takes only from an adapter, and the one that it takes as it is.</summary>
    public partial class Outputs
    {
        private readonly Counter _counter;

        public Outputs(Counter counter) => _counter = counter;

        [FunctionName("ReturnText")]
        [return: Queue("returned")]
        public string ReturnText([QueueTrigger("texts")] string text) => text == "none" ? null : text;

        [FunctionName("ReturnParcel")]
        [return: Queue("returned")]
        public static async Task<Parcel> ReturnParcel([QueueTrigger("parcels")] Parcel parcel)
        {
            await Task.Yield();
            return parcel.To == null ? null : parcel;
        }

        [FunctionName("ReturnBesideResponse")]
        [return: Queue("returned")]
        public static string ReturnBesideResponse([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "returns/{text}")] HttpRequest req, string text) => text == "none" ? null : text;

        [FunctionName("CollectTexts")]
        public static void CollectTexts([QueueTrigger("collect")] string text, [Queue("collected")] ICollector<string> queue) => Senders.SendAll(queue, text);

        [FunctionName("CollectParcels")]
        public static async Task CollectParcels([QueueTrigger("collect")] string text, [Queue("collected")] IAsyncCollector<Parcel> parcels, ILogger log, CancellationToken token)
        {
            foreach (var name in text.Split(','))
            {
                await parcels.AddAsync(name == "null" ? null : new Parcel { To = name, Note = "not sent" }, token);
            }

            log.LogInformation("collected");
        }

        [FunctionName("CollectBesideResponse")]
        [OwnedBy("desk")]
        public async Task<IActionResult> CollectBesideResponse(
            [HttpTrigger(AuthorizationLevel.Function, "post", Route = "collect/{to}")] [OwnedBy("parameter")] HttpRequest req,
            string to,
            [Queue("first")] IAsyncCollector<Parcel> first,
            [Queue("second")] ICollector<string> second)
        {
            var count = await Senders.SendAllAsync(first, new Parcel { To = to }, new Parcel { To = to + to });
            second.Add("sent " + count);
            if (to == "nobody")
            {
                throw new InvalidOperationException("nobody");
            }

            return _counter.Next() > 0 ? new AcceptedResult() : null;
        }

        [FunctionName("OutText")]
        public static void OutText([QueueTrigger("outs")] string text, [Queue("out-texts")] out string copy) => copy = text == "none" ? null : text;

        [FunctionName("OutBesideResponse")]
        public static string OutBesideResponse(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "outs/{text}")] HttpRequest req,
            string text,
            [Queue("out-texts")] out string copy,
            [Queue("out-parcels")] out Parcel parcel,
            [Queue("out-many")] out Parcel[] many)
        {
            copy = text;
            parcel = text == "none" ? null : new Parcel { To = text };
            many = text.Select(letter => new Parcel { To = letter.ToString() }).ToArray();
            return text == "none" ? null : text;
        }
    }
}
