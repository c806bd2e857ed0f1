using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Host;

namespace VisitorDesk
{
    /// <summary>Asks services of the host.</summary>
    public class HouseRules
    {
        private readonly INameResolver names;
        private readonly IDrainModeManager drain;

        public HouseRules(INameResolver names, IDrainModeManager drain)
        {
            this.names = names;
            this.drain = drain;
        }

        [FunctionName("HouseRules")]
        public IActionResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rules")] HttpRequest req)
        {
            return new OkObjectResult(new
            {
                Letters = names.Resolve("LettersAreTaken"),
                Nested = names.Resolve("ConnectionStrings:Shelf"),
                Empty = names.Resolve(string.Empty),
                Unknown = names.Resolve("NobodySetThis"),
                Closing = drain.IsDrainModeEnabled,
            });
        }
    }
}
