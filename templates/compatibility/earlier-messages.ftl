
    /// <summary>Messages as the type of the earlier SDK, which the methods of the app take; what only the service sets has no public setter.</summary>
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
            Set(earlier, "SequenceNumber", item.SequenceNumber);
            Set(earlier, "EnqueuedSequenceNumber", item.EnqueuedSequenceNumber);
            Set(earlier, "DeliveryCount", item.DeliveryCount);
            Set(earlier, "EnqueuedTimeUtc", item.EnqueuedTime.UtcDateTime);
            Set(earlier, "LockedUntilUtc", item.LockedUntil.UtcDateTime);
            Set(earlier, "DeadLetterSource", item.DeadLetterSource);
            Set(earlier, "LockTokenGuid", Guid.Parse(item.LockToken));
            return earlier;
        }

        private static void Set(Microsoft.Azure.ServiceBus.Message message, string property, object value) =>
            typeof(Microsoft.Azure.ServiceBus.Message.SystemPropertiesCollection)
                .GetProperty(property, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .SetValue(message.SystemProperties, value);
    }
