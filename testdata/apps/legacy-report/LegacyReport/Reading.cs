using System;
using Newtonsoft.Json;

namespace LegacyReport {
	/// <summary>What a meter says.</summary>
	public class Reading {
		[JsonProperty( "meter" )]
		public int Meter { get; set; }

		public decimal Value { get; set; }

		[JsonProperty( "at", NullValueHandling = NullValueHandling.Ignore )]
		public DateTime? At { get; set; }
	}

	public class Report {
		public string Title { get; set; }
		public int Count { get; set; }
		public decimal Sum { get; set; }
	}
}
