
    /// <summary>Messages as the type of the earlier SDK, which the methods of the app take; without what only the service sets.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarlierMessages
    {
        public static Microsoft.Azure.ServiceBus.Message[] From(ServiceBusReceivedMessage[] items) => Array.ConvertAll(items, From);

        public static Microsoft.Azure.ServiceBus.Message From(ServiceBusReceivedMessage item)
        {
            var earlier = new Microsoft.Azure.ServiceBus.Message(item.Body.ToArray())
            {
                MessageId = item.MessageId,
                CorrelationId = item.CorrelationId,
                Label = item.Subject,
                ContentType = item.ContentType,
                To = item.To,
                ReplyTo = item.ReplyTo,
                ReplyToSessionId = item.ReplyToSessionId,
                ScheduledEnqueueTimeUtc = item.ScheduledEnqueueTime.UtcDateTime
            };
            if (item.SessionId != null)
            {
                earlier.SessionId = item.SessionId;
            }
            else if (item.PartitionKey != null)
            {
                earlier.PartitionKey = item.PartitionKey;
            }
            if (item.TimeToLive > TimeSpan.Zero)
            {
                earlier.TimeToLive = item.TimeToLive;
            }
            foreach (var property in item.ApplicationProperties)
            {
                earlier.UserProperties[property.Key] = property.Value;
            }
            return earlier;
        }
    }
