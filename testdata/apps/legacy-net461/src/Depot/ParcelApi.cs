using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Host;
using Newtonsoft.Json;

namespace Depot
{
    public static class ParcelApi
    {
        [FunctionName("FindParcels")]
        public static async Task<HttpResponseMessage> FindParcels(
            [HttpTrigger(AuthorizationLevel.Function, "get", "post", Route = null)]HttpRequestMessage req,
            TraceWriter log)
        {
            log.Info("C# HTTP trigger function processed a request.");

            // parse query parameter
            string begin = req.GetQueryNameValuePairs()
                .FirstOrDefault(q => string.Compare(q.Key, "begin", true) == 0)
                .Value;

            if (begin == null)
            {
                // Get request body
                dynamic data = await req.Content.ReadAsAsync<object>();
                begin = data?.begin;
            }

            return begin == null
                ? req.CreateResponse(HttpStatusCode.BadRequest, "Please pass a begin on the query string or in the request body")
                : req.CreateResponse(HttpStatusCode.OK, Shelves.Beginning(begin));
        }

        [FunctionName("GetParcel")]
        public static HttpResponseMessage GetParcel(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "parcels/{number}")] HttpRequestMessage req,
            string number)
        {
            var parcel = Shelves.Find(number);
            if (parcel == null)
            {
                return req.CreateErrorResponse(HttpStatusCode.NotFound, $"no parcel {number}");
            }

            return req.CreateResponse(HttpStatusCode.OK, parcel);
        }

        [FunctionName("StoreParcel")]
        public static async Task<HttpResponseMessage> StoreParcel(
            [HttpTrigger(AuthorizationLevel.Function, "put", "post", Route = "parcels")] HttpRequestMessage req,
            [Queue("parcels-stored", Connection = "DepotStorage")] IAsyncCollector<Parcel> stored,
            TraceWriter log)
        {
            Parcel parcel;
            try
            {
                parcel = await req.Content.ReadAsAsync<Parcel>();
            }
            catch (JsonException e)
            {
                log.Error("no parcel", e, "StoreParcel");
                return req.CreateResponse(HttpStatusCode.BadRequest);
            }

            IEnumerable<string> clerks;
            if (!req.Headers.TryGetValues("X-Clerk", out clerks))
            {
                return req.CreateResponse(HttpStatusCode.Forbidden);
            }

            if (parcel?.Number == null)
            {
                return req.CreateErrorResponse(HttpStatusCode.BadRequest, "a parcel has a number");
            }

            parcel.State = ParcelState.Stored;
            if (!Shelves.Store(parcel, log))
            {
                return req.CreateResponse((HttpStatusCode)422, new { parcel.Number, Settings.Heaviest });
            }

            await stored.AddAsync(parcel);
            log.Info($"{clerks.First()} stored {parcel.Number}");
            var response = req.CreateResponse(HttpStatusCode.Created, parcel);
            response.Headers.Location = new Uri(req.RequestUri, "parcels/" + parcel.Number);
            return response;
        }

        [FunctionName("Label")]
        public static HttpResponseMessage Label([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "labels/{number:alpha}")] HttpRequestMessage req, string number)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("^" + number + "^" + Settings.Name, Encoding.UTF8, "text/plain"),
            };
            response.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "label.txt" };
            response.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true };
            return response;
        }

        [FunctionName("Alive")]
        public static HttpResponseMessage Alive([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequestMessage req) => req.CreateResponse();

        [FunctionName("Echo")]
        public static async Task<HttpResponseMessage> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequestMessage req)
        {
            var text = await req.Content.ReadAsStringAsync();
            if (text.Length > 100)
            {
                throw new InvalidOperationException("too long");
            }

            return req.CreateResponse(HttpStatusCode.OK, text.ToUpperInvariant(), "application/json");
        }
    }
}
