using Microsoft.AspNetCore.Mvc;
using Xunit;

namespace LegacyReport.Tests {
	public class ReportTests {
		[Fact]
		public void SaysTheSum( ) {
			Assert.Equal( "x: 2 readings, sum 3.5", ReportText.Of( new Report { Title = "x", Count = 2, Sum = 3.5m } ) );
		}

		[Fact]
		public void MailsAgain( ) {
			Assert.EndsWith( "(again)", Reports.MailReport( new Report { Title = "x" }, 2 ) );
		}

		[Fact]
		public void ListsAMeter( ) {
			Assert.IsType<OkObjectResult>( Readings.ListReadings( null, 1 ) );
		}
	}
}
