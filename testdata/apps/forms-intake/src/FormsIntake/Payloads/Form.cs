using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;

namespace FormsIntake.Payloads
{
    [JsonConverter(typeof(StringEnumConverter))]
    public enum FormState
    {
        Draft,

        [EnumMember(Value = "sent-in")]
        SentIn,

        Closed
    }

    /// <summary>Written as a number on the wire, on purpose: the archive reads numbers.</summary>
    public enum Priority
    {
        Low,
        High = 5
    }

    /// <summary>What a citizen sends in; the setters are private, the serializer alone fills them.</summary>
    public class FormSubmission
    {
        [JsonProperty("form_no")]
        public string Number { get; private set; }

        [JsonProperty(Required = Required.AllowNull)]
        public string Applicant { get; private set; }

        [JsonProperty]
        public FormState State { get; private set; }

        [JsonProperty]
        public Priority Priority { get; private set; }

        [JsonProperty, JsonConverter(typeof(DayConverter))]
        public DateTime Day { get; private set; }

        [JsonProperty]
        public DateTimeOffset? SentAt { get; private set; }

        [JsonProperty]
        public decimal Fee { get; private set; }

        public List<string> Tags { get; } = new List<string> { "new" };

        [JsonExtensionData]
        public IDictionary<string, JToken> Other { get; private set; }
    }

    /// <summary>The day alone, as the paper form has it.</summary>
    public sealed class DayConverter : IsoDateTimeConverter
    {
        public DayConverter() => DateTimeFormat = "dd.MM.yyyy";
    }

    /// <summary>An amount as text, so that no reader rounds it.</summary>
    public sealed class AmountConverter : JsonConverter<decimal>
    {
        public override void WriteJson(JsonWriter writer, decimal value, JsonSerializer serializer)
            => writer.WriteValue(value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " EUR");

        public override decimal ReadJson(JsonReader reader, Type objectType, decimal existingValue, bool hasExistingValue, JsonSerializer serializer)
            => decimal.Parse(((string)reader.Value).Replace(" EUR", ""), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Immutable: only the constructor fills it.</summary>
    public sealed class FormEvent
    {
        [JsonConstructor]
        public FormEvent(string number, FormState state, TimeSpan waited)
        {
            Number = number;
            State = state;
            Waited = waited;
        }

        [JsonProperty("form_no")]
        public string Number { get; }

        public FormState State { get; }

        public TimeSpan Waited { get; }

        [JsonIgnore]
        public bool IsOpen => State != FormState.Closed;

        [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
        public string Note { get; set; }
    }

    public abstract class Step
    {
        public string Name { get; set; }
    }

    public sealed class Check : Step
    {
        public bool Passed { get; set; }
    }

    public sealed class Payment : Step
    {
        [JsonConverter(typeof(AmountConverter))]
        public decimal Amount { get; set; }
    }

    /// <summary>What the archive keeps; fields and all.</summary>
    [JsonObject(MemberSerialization.OptOut)]
    public class FormRecord
    {
        public string Office;

        [JsonProperty("form_no", Order = -2)]
        public string Number { get; set; }

        [DefaultValue(1)]
        [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
        public int Copies { get; set; } = 1;

        public FormState State { get; set; }

        public Priority Priority { get; set; }

        public IList<Step> Steps { get; set; } = new List<Step>();

        public IDictionary<int, string> Pages { get; set; } = new Dictionary<int, string>();

        public JObject Raw { get; set; }

        public (int Year, int Number) Volume { get; set; }

        public Uri Link { get; set; }

        public byte[] Seal { get; set; }

        public double Ratio { get; set; }

        public bool ShouldSerializeSeal() => Seal != null && Seal.Length > 0;
    }
}
