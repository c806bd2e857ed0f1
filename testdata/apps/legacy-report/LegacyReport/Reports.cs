using System;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;

namespace LegacyReport {
	public static class Reports {
		[FunctionName( "BuildReport" )]
		public static void BuildReport(
				[QueueTrigger( "readings-new" )] string reading,
				[Queue( "reports" )] out Report report,
				TraceWriter log ) {
			log.Info( $"Report after {reading}" );
			report = reading.Contains( "=" ) ? ReadingStore.Report( reading.Split( '=' )[ 0 ] ) : null;
		}

		[FunctionName( "MailReport" )]
		[return: Queue( "mails" )]
		public static string MailReport( [QueueTrigger( "reports" )] Report report, int dequeueCount ) {
			if( report.Title == null )
				throw new InvalidOperationException( "a report without title" );
			return ReportText.Of( report ) + ( dequeueCount > 1 ? " (again)" : "" );
		}

		// nobody reads these but the operators
		[FunctionName( "PoisonReading" )] public static void PoisonReading( [QueueTrigger( "readings-new-poison" )] string reading, TraceWriter log ) { log.Error( "Cannot read " + reading ); }

		[FunctionName( "NightlyReport" )]
		public static async Task NightlyReport( [TimerTrigger( "0 30 2 * * *" )] TimerInfo timer, [Queue( "reports" )] IAsyncCollector<Report> reports, TraceWriter log ) {
			if( timer.IsPastDue ) {
				log.Warning( "late" );
			}
			await reports.AddAsync( ReadingStore.Report( "nightly" ) );
		}

		[FunctionName( "WeeklyReport" )]
		[return: Queue( "mails" )]
		public static string WeeklyReport( [TimerTrigger( "%WeeklySchedule%" )] TimerInfo timer ) => ReportText.Of( ReadingStore.Report( "weekly" ) );
	}

	public static class ReportText {
		public static string Of( Report report ) {
			return string.Format( System.Globalization.CultureInfo.InvariantCulture, "{0}: {1} readings, sum {2}", report.Title, report.Count, report.Sum );
		}
	}
}
