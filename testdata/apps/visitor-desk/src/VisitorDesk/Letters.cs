using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Extensions.Configuration;

namespace VisitorDesk
{
    public class Letters
    {
        private readonly IConfiguration configuration;

        public Letters(IConfiguration configuration) => this.configuration = configuration;

        [FunctionName("TakeLetter")]
        public async Task<IActionResult> Take([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "letters")] HttpRequest req)
        {
            string letter = await req.ReadAsStringAsync();
            string again = await req.ReadAsStringAsync();
            if (!configuration.IsSettingEnabled("LettersAreTaken") || letter != again)
            {
                return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
            }

            return new OkObjectResult(new
            {
                letter,
                Json = req.IsJsonContentType(),
                Query = req.GetQueryParameterDictionary(),
                Shelf = configuration.GetConnectionStringOrSetting("Shelf"),
                Cellar = configuration.GetWebJobsConnectionString("Cellar"),
            });
        }
    }
}
