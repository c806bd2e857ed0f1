using Newtonsoft.Json;

namespace BindingZoo
{
    public sealed class Animal
    {
        [JsonProperty("id")]
        public string Id { get; set; }

        [JsonProperty("kind_of")]
        public string Kind { get; set; }

        public int Legs { get; set; }
    }
}
