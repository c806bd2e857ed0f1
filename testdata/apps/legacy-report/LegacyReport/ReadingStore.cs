using System.Collections.Generic;
using System.Linq;

namespace LegacyReport {
	/// <summary>In memory, as the demo of the vendor had it.</summary>
	public static class ReadingStore {
		static readonly object gate = new object( );
		static readonly List<Reading> all = new List<Reading> {
			new Reading { Meter = 1, Value = 10.5m },
			new Reading { Meter = 1, Value = 12m },
			new Reading { Meter = 2, Value = 7m },
		};

		public static void Add( Reading reading ) {
			lock( gate ) {
				all.Add( reading );
			}
		}

		public static IList<Reading> Of( int? meter ) {
			lock( gate ) {
				return all.Where( r => meter == null || r.Meter == meter ).ToList( );
			}
		}

		public static Report Report( string title ) {
			var readings = Of( null );
			return new Report { Title = title, Count = readings.Count, Sum = readings.Sum( r => r.Value ) };
		}
	}
}
