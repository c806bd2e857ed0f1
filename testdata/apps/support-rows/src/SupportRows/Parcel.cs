using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SupportRows
{
    /// <summary>What crosses HTTP and queues: renamed members, an enum, members that only one side has.</summary>
    public class Parcel
    {
        [JsonProperty("code_no")]
        public string Number { get; set; }

        public string To { get; set; }

        public int Pieces { get; set; }

        public decimal? Weight { get; set; }

        public DayOfWeek? Pickup { get; set; }

        public List<string> Marks { get; set; }

        public Guid? Batch { get; set; }

        [JsonIgnore]
        public string Note { get; set; }

        public string Carrier { get; } = "own";

        public string Text() => JsonConvert.SerializeObject(new { Number, To, Pieces, Weight, Pickup, Marks, Batch, Note });
    }
}
