using System;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;

namespace SupportRows
{
    /// <summary>Values of routes: what the worker converts by itself, what it converts differently, what never bound.</summary>
    public static class RouteValues
    {
        [FunctionName("RouteText")]
        public static IActionResult RouteText([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "text/{first}/{second?}")] HttpRequest req, string first, string second)
            => new OkObjectResult(first + " " + (second ?? "nothing"));

        [FunctionName("RouteNumbers")]
        public static IActionResult RouteNumbers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{small}/{large}/{wide}/{part:int?}")] HttpRequest req, short small, long large, double wide, int? part)
            => new OkObjectResult(small + " " + large + " " + wide.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + part);

        [FunctionName("RouteFlag")]
        public static IActionResult RouteFlag([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "flag/{on}")] HttpRequest req, bool on) => new OkObjectResult(on);

        [FunctionName("RouteMoney")]
        public static IActionResult RouteMoney([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "money/{amount}")] HttpRequest req, decimal amount) => new OkObjectResult(amount);

        [FunctionName("RouteDay")]
        public static IActionResult RouteDay([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "day/{day}")] HttpRequest req, DateTime day) => new OkObjectResult(day.ToString("o") + " " + day.Kind);

        [FunctionName("RouteId")]
        public static IActionResult RouteId([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "id/{id}")] HttpRequest req, Guid id) => new OkObjectResult(id);

        [FunctionName("RouteLetter")]
        public static IActionResult RouteLetter([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "letter/{letter}/{octet}")] HttpRequest req, char letter, byte octet) => new OkObjectResult(letter + " " + octet);

        [FunctionName("RouteWeekday")]
        public static IActionResult RouteWeekday([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "weekday/{day}")] HttpRequest req, DayOfWeek day) => new OkObjectResult(day.ToString());
    }
}
