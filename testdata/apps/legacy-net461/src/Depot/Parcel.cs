using System;
using Microsoft.WindowsAzure.Storage.Table;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Depot
{
    public enum ParcelState
    {
        Announced,
        Stored,
        Gone,
    }

    /// <summary>What stands on the shelf.</summary>
    public class Parcel
    {
        [JsonProperty("number")]
        public string Number { get; set; }

        public decimal Weight { get; set; }

        [JsonConverter(typeof(StringEnumConverter))]
        public ParcelState State { get; set; }

        [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
        public DateTime? Since { get; set; }

        [JsonIgnore]
        public int Shelf { get; set; }
    }

    /// <summary>A line of the journal.</summary>
    public class JournalRow : TableEntity
    {
        public int Parcels { get; set; }

        public string Depot { get; set; }
    }
}
