using System.Configuration;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using System.Web.Http;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Depot.Tests
{
    public class ParcelApiTests
    {
        private readonly TestTrace log = new TestTrace();

        private static HttpRequestMessage Request(HttpMethod method, string path, string body = null)
        {
            var request = new HttpRequestMessage(method, "http://localhost/depot/" + path);
            if (body != null)
            {
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            }

            request.SetConfiguration(new HttpConfiguration());
            return request;
        }

        [Fact]
        public async Task FindsByTheQuery()
        {
            var response = await ParcelApi.FindParcels(Request(HttpMethod.Get, "FindParcels?Begin=A1"), log);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var found = JArray.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal("A1", (string)found[0]["number"]);
            Assert.Equal(1.5m, (decimal)found[0]["Weight"]);
            Assert.Equal("Info : C# HTTP trigger function processed a request.", log.Line(0));
        }

        [Fact]
        public async Task FindsByTheBody()
        {
            var response = await ParcelApi.FindParcels(Request(HttpMethod.Post, "FindParcels", "{\"begin\":\"B\"}"), log);
            Assert.Single(JArray.Parse(await response.Content.ReadAsStringAsync()));
        }

        [Fact]
        public async Task AsksForABegin()
        {
            var response = await ParcelApi.FindParcels(Request(HttpMethod.Post, "FindParcels", "{}"), log);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("\"Please pass a begin on the query string or in the request body\"", await response.Content.ReadAsStringAsync());
        }

        [Fact]
        public async Task SaysWhatIsMissing()
        {
            var response = ParcelApi.GetParcel(Request(HttpMethod.Get, "parcels/Z9"), "Z9");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("{\"Message\":\"no parcel Z9\"}", await response.Content.ReadAsStringAsync());
        }

        [Fact]
        public async Task StoresAndTellsTheQueue()
        {
            var stored = new TestCollector<Parcel>();
            var request = Request(HttpMethod.Put, "parcels", "{\"number\":\"T1\",\"Weight\":2,\"State\":\"Announced\"}");
            request.Headers.Add("X-Clerk", "Ida");
            var response = await ParcelApi.StoreParcel(request, stored, log);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            Assert.Equal("http://localhost/depot/parcels/T1", response.Headers.Location.ToString());
            Assert.Equal(ParcelState.Stored, Assert.Single(stored.Items).State);
            Assert.Equal("Verbose : stored {T1}", log.Line(0));
            Assert.Equal("Info : Ida stored T1", log.Line(1));
        }

        [Fact]
        public async Task RefusesWhatIsTooHeavy()
        {
            ConfigurationManager.AppSettings["HeaviestParcel"] = "5";
            var request = Request(HttpMethod.Put, "parcels", "{\"number\":\"T2\",\"Weight\":6}");
            request.Headers.Add("X-Clerk", "Ida");
            var response = await ParcelApi.StoreParcel(request, new TestCollector<Parcel>(), log);
            Assert.Equal((HttpStatusCode)422, response.StatusCode);
            Assert.Equal("Warning Shelves: T2 weighs 6", log.Line(0));
        }

        [Fact]
        public async Task RefusesWhatIsNoParcel()
        {
            var response = await ParcelApi.StoreParcel(Request(HttpMethod.Put, "parcels", "{\"Weight\":"), new TestCollector<Parcel>(), log);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.StartsWith("Error StoreParcel: no parcel (Json", log.Line(0));
        }

        [Fact]
        public void IsAlive()
        {
            Assert.Equal(HttpStatusCode.OK, ParcelApi.Alive(Request(HttpMethod.Get, "Alive")).StatusCode);
        }
    }
}
