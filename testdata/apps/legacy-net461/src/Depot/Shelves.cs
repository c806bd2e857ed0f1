using System.Collections.Generic;
using System.Linq;
using Microsoft.Azure.WebJobs.Host;

namespace Depot
{
    /// <summary>The parcels, in memory.</summary>
    public static class Shelves
    {
        private static readonly object Gate = new object();

        private static readonly List<Parcel> All = new List<Parcel>
        {
            new Parcel { Number = "A1", Weight = 1.5m, State = ParcelState.Stored, Shelf = 1 },
            new Parcel { Number = "A2", Weight = 12m, State = ParcelState.Announced, Shelf = 2 },
            new Parcel { Number = "B7", Weight = 30m, State = ParcelState.Stored, Shelf = 1 },
        };

        public static Parcel Find(string number)
        {
            lock (Gate)
            {
                return All.FirstOrDefault(p => p.Number == number);
            }
        }

        public static List<Parcel> Beginning(string text)
        {
            lock (Gate)
            {
                return All.Where(p => p.Number.StartsWith(text ?? string.Empty)).ToList();
            }
        }

        /// <summary>False for a parcel that is too heavy; the trace says so.</summary>
        public static bool Store(Parcel parcel, TraceWriter log)
        {
            if (parcel.Weight > Settings.Heaviest)
            {
                log.Warning($"{parcel.Number} weighs {parcel.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "Shelves");
                return false;
            }

            lock (Gate)
            {
                All.RemoveAll(p => p.Number == parcel.Number);
                All.Add(parcel);
            }

            log.Verbose("stored {" + parcel.Number + "}");
            return true;
        }
    }
}
