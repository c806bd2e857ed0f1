using System.Linq;
using System.Net.Http;

namespace OrderDesk.Services
{
    public interface ICarrierClient
    {
        string TrackingLink(Guid trackingId);
    }

    public class CarrierClient : ICarrierClient
    {
        private readonly HttpClient http;

        public CarrierClient(HttpClient http) => this.http = http;

        public string TrackingLink(Guid trackingId)
        {
            var account = http.DefaultRequestHeaders.GetValues("X-Account").First();
            return new Uri(http.BaseAddress, $"track/{trackingId:N}?account={account}").ToString();
        }
    }
}
