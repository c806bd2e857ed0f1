
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
        /// <summary>An event as the text that the extension takes apart again.</summary>
        public static string Text<TKey, TValue>(KafkaEventData<TKey, TValue> item) =>
            JsonConvert.SerializeObject(new { item.Offset, item.Partition, item.Topic, item.Timestamp, item.Value, item.Key, Headers = new object[0] });

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
