using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VisitorDesk
{
    /// <summary>Who stands at the desk, from the request of the moment.</summary>
    public class CurrentVisitor
    {
        private readonly IHttpContextAccessor accessor;
        private readonly ILogger<CurrentVisitor> log;

        public CurrentVisitor(IHttpContextAccessor accessor, ILogger<CurrentVisitor> log)
        {
            this.accessor = accessor;
            this.log = log;
        }

        public string Describe()
        {
            var context = accessor.HttpContext;
            if (context == null)
            {
                return "nobody";
            }

            log.LogInformation("Somebody came by {Path}", context.Request.Path.Value);
            var name = context.User.FindFirst(ClaimTypes.Name)?.Value ?? "a stranger";
            return name + " by " + context.Request.Method + " " + context.Request.Path;
        }
    }
}
