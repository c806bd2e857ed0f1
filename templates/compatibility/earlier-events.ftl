
    /// <summary>Events as the type of the earlier SDK, which the methods of the app take.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarlierEvents
    {
        public static Microsoft.Azure.EventHubs.EventData[] From(EventData[] items) => Array.ConvertAll(items, From);

        public static Microsoft.Azure.EventHubs.EventData From(EventData item)
        {
            var earlier = new Microsoft.Azure.EventHubs.EventData(item.EventBody.ToArray()) { ContentType = item.ContentType };
            foreach (var property in item.Properties)
            {
                earlier.Properties[property.Key] = property.Value;
            }
            var system = new Microsoft.Azure.EventHubs.EventData.SystemPropertiesCollection(
                item.SequenceNumber, item.EnqueuedTime.UtcDateTime, item.OffsetString, item.PartitionKey);
            foreach (var property in item.SystemProperties)
            {
                system[property.Key] = property.Value;
            }
            earlier.SystemProperties = system;
            return earlier;
        }
    }
