using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Host;
using Newtonsoft.Json;

namespace LegacyReport {
	public static class Readings {

		#region in
		[FunctionName( "SubmitReading" )]
		public static async Task<IActionResult> SubmitReading(
				[HttpTrigger( AuthorizationLevel.Function, "post", Route = "readings" )] HttpRequest req,
				[Queue( "readings-new" )] ICollector<string> queue,
				TraceWriter log ) {
			string body = await new StreamReader( req.Body ).ReadToEndAsync( );
			log.Info( "Got " + body.Length + " characters" );
			Reading reading;
			try {
				reading = JsonConvert.DeserializeObject<Reading>( body );
			} catch( JsonException e ) {
				log.Error( "No reading", e );
				return new BadRequestObjectResult( "no reading" );
			}
			if( reading == null || reading.Meter <= 0 ) {
				log.Warning( "No meter" );
				return new BadRequestResult( );
			}
			ReadingStore.Add( reading );
			queue.Add( reading.Meter + "=" + reading.Value );
			return new AcceptedResult( );
		}
		#endregion

		#region out
		[FunctionName( "ListReadings" )]
		public static IActionResult ListReadings( [HttpTrigger( AuthorizationLevel.Anonymous, "get", Route = "readings/{meter:int?}" )] HttpRequest req, int? meter )
		{
			return new OkObjectResult( ReadingStore.Of( meter ) );
		}

		[FunctionName( "Ping" )]
		public static string Ping( [HttpTrigger( AuthorizationLevel.Anonymous, "get", "head" )] HttpRequest req, TraceWriter log ) {
#if DEBUG
			log.Verbose( "ping of a debug build" );
#else
			log.Verbose( "ping" );
#endif
			return "pong " + req.Query[ "n" ];
		}
		#endregion
	}
}
