using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Promo.Domain
{
    [JsonConverter(typeof(StringEnumConverter))]
    public enum Audience
    {
        Everybody,
        Members,
        Staff
    }

    /// <summary>A campaign as callers see it; the shop's own notes stay here.</summary>
    public class Campaign
    {
        public Campaign(string code, Audience audience, int percent)
        {
            Code = code;
            Audience = audience;
            Percent = percent;
        }

        [JsonProperty("promoCode")]
        public string Code { get; private set; }

        public Audience Audience { get; private set; }

        public int Percent { get; private set; }

        public DateTime? EndsAt { get; set; }

        [JsonIgnore]
        public string? Notes { get; set; }

        [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
        public string? Partner { get; set; }
    }

    public class Coupon
    {
        public string Number { get; set; } = "";

        [JsonProperty("promoCode")]
        public string Code { get; set; } = "";

        public string Holder { get; set; } = "";
    }

    /// <summary>What the mailing app sends on.</summary>
    public class Letter
    {
        public string To { get; set; } = "";

        public string Subject { get; set; } = "";

        public IDictionary<string, string> Fields { get; set; } = new Dictionary<string, string>();
    }
}
