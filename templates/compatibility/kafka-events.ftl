
    /// <summary>An event of Kafka, as the methods of the app take it.</summary>
    [ExcludeFromCodeCoverage]
    public class KafkaEventData<TKey, TValue>
    {
<#if model.parts.kafkaMessages>
        public KafkaEventData()
        {
        }

        public KafkaEventData(TKey key, TValue value)
        {
            Key = key;
            Value = value;
        }

</#if>
        public TKey Key { get; set; }

        public TValue Value { get; set; }

        public long Offset { get; set; }

        public int Partition { get; set; }

        public string Topic { get; set; }

        public DateTime Timestamp { get; set; }
<#if model.parts.kafkaHeaders>

        public IKafkaEventDataHeaders Headers { get; internal set; } = new KafkaEventDataHeaders(null);
</#if>
    }

    [ExcludeFromCodeCoverage]
    public class KafkaEventData<TValue> : KafkaEventData<object, TValue>
    {
<#if model.parts.kafkaMessages>
        public KafkaEventData()
        {
        }

        public KafkaEventData(TValue value)
            : base(null, value)
        {
        }
</#if>
    }

    /// <summary>Values of Kafka as the in-process host gave them: text, bytes, or an object of JSON.</summary>
    [ExcludeFromCodeCoverage]
    internal static class KafkaEvents
    {
<#if model.parts.kafkaMessages>
<#if model.parts.kafkaHeaders>
        /// <summary>The extension takes headers as text: other bytes cannot be sent, which an error says.</summary>
        private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

</#if>
        /// <summary>An event as the text that the extension takes apart again.</summary>
        public static string Text<TKey, TValue>(KafkaEventData<TKey, TValue> item) =>
            JsonConvert.SerializeObject(new { item.Offset, item.Partition, item.Topic, item.Timestamp, item.Value, item.Key, <#if model.parts.kafkaHeaders>Headers = item.Headers.Select(header => new { header.Key, Value = Utf8.GetString(header.Value) })<#else>Headers = new object[0]</#if> });

        public static string[] Message<TKey, TValue>(KafkaEventData<TKey, TValue> item) => item == null ? null : new[] { Text(item) };

</#if>
        public static T Value<T>(KafkaRecord record) => As<T>(record.Value);

        public static T[] Values<T>(KafkaRecord[] records) => Array.ConvertAll(records, Value<T>);

        public static T Event<T>(KafkaRecord record)
        {
            var result = Activator.CreateInstance<T>();
            Set(result, "Key", record.Key);
            Set(result, "Value", record.Value);
            Set(result, "Offset", record.Offset);
            Set(result, "Partition", record.Partition);
            Set(result, "Topic", record.Topic);
            Set(result, "Timestamp", record.Timestamp.DateTimeOffset.UtcDateTime);
<#if model.parts.kafkaHeaders>
            Set(result, "Headers", new KafkaEventDataHeaders(record.Headers ?? new KafkaHeader[0]));
</#if>
            return result;
        }

        public static T[] Events<T>(KafkaRecord[] records) => Array.ConvertAll(records, Event<T>);

        private static void Set(object target, string name, object value)
        {
            var property = target.GetType().GetProperty(name);
            var type = property.PropertyType;
            property.SetValue(target, value is byte[] bytes ? As(bytes, type == typeof(object) ? typeof(string) : type) : value);
        }

        private static T As<T>(byte[] value) => (T)As(value, typeof(T));

        private static object As(byte[] value, Type type)
        {
            if (value == null || type == typeof(byte[]))
            {
                return value;
            }
            var text = Encoding.UTF8.GetString(value);
            return type == typeof(string) ? text : JsonConvert.DeserializeObject(text, type);
        }
    }
<#if model.parts.kafkaHeaders>

    public interface IKafkaEventDataHeader
    {
        string Key { get; }

        byte[] Value { get; }
    }

    public interface IKafkaEventDataHeaders : IEnumerable<IKafkaEventDataHeader>
    {
        int Count { get; }

        bool IsReadOnly { get; }

        void Add(string key, byte[] value);

        void Remove(string key);

        byte[] GetFirst(string key);

        bool TryGetFirst(string key, out byte[] output);

        byte[] GetLast(string key);

        bool TryGetLast(string key, out byte[] output);
    }

    /// <summary>The headers of an event: those of one that has arrived cannot be changed.</summary>
    [ExcludeFromCodeCoverage]
    public class KafkaEventDataHeaders : IKafkaEventDataHeaders
    {
        private readonly List<IKafkaEventDataHeader> _headers = new List<IKafkaEventDataHeader>();

        internal KafkaEventDataHeaders(KafkaHeader[] received)
        {
            IsReadOnly = received != null;
            _headers.AddRange((received ?? new KafkaHeader[0]).Select(header => new Header(header.Key, header.Value)));
        }

        public int Count => _headers.Count;

        public bool IsReadOnly { get; }

        public void Add(string key, byte[] value) => Changed().Add(new Header(key ?? throw new ArgumentNullException(nameof(key)), value));

        public void Remove(string key) => Changed().RemoveAll(header => header.Key == key);

        public byte[] GetFirst(string key) => TryGetFirst(key, out var output) ? output : throw new KeyNotFoundException("No header with the specified key was found");

        public bool TryGetFirst(string key, out byte[] output) => (output = _headers.FirstOrDefault(header => header.Key == key)?.Value) != null;

        public byte[] GetLast(string key) => TryGetLast(key, out var output) ? output : throw new KeyNotFoundException("No header with the specified key was found");

        public bool TryGetLast(string key, out byte[] output) => (output = _headers.LastOrDefault(header => header.Key == key)?.Value) != null;

        public IEnumerator<IKafkaEventDataHeader> GetEnumerator() => _headers.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private List<IKafkaEventDataHeader> Changed() =>
            IsReadOnly ? throw new NotSupportedException("The headers for an incoming KafkaEventData are readonly") : _headers;

        private sealed class Header : IKafkaEventDataHeader
        {
            public Header(string key, byte[] value)
            {
                Key = key;
                Value = value;
            }

            public string Key { get; }

            public byte[] Value { get; }
        }
    }
</#if>
