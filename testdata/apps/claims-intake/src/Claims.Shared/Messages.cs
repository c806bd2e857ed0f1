using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace Claims.Shared;

/// <summary>What a customer sends in.</summary>
public class ClaimSubmission
{
    [JsonProperty("policy")]
    public string PolicyNumber { get; set; }

    public decimal Amount { get; set; }

    [JsonConverter(typeof(StringEnumConverter))]
    public Damage Kind { get; set; }

    [JsonIgnore]
    public bool IsLarge => Amount > 5000m;
}

public enum Damage
{
    Water,
    Fire,
    Theft,
}

public class ClaimSubmitted
{
    [JsonProperty("no")]
    public int Number { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Policy { get; set; }

    public decimal Amount { get; set; }
}

public record ClaimAssessed(int Number, decimal Granted, string Reason);

public class AuditEntry
{
    public string What { get; set; }

    [JsonProperty("claim")]
    public int Number { get; set; }
}
