
    /// <summary>The partition of the events, from the metadata of the trigger.</summary>
    [ExcludeFromCodeCoverage]
    internal static class PartitionContexts
    {
        public static Azure.Messaging.EventHubs.Consumer.PartitionContext Of(string json)
        {
            var members = JObject.Parse(json);
            return Azure.Messaging.EventHubs.EventHubsModelFactory.PartitionContext(
                (string)members["FullyQualifiedNamespace"], (string)members["EventHubName"], (string)members["ConsumerGroup"], (string)members["PartitionId"]);
        }
<#if model.parts.earlierPartitionContexts>

        public static Microsoft.Azure.EventHubs.Processor.PartitionContext Earlier(string json)
        {
            var members = JObject.Parse(json);
            return new Microsoft.Azure.EventHubs.Processor.PartitionContext(
                null, (string)members["PartitionId"], (string)members["EventHubName"], (string)members["ConsumerGroup"], System.Threading.CancellationToken.None);
        }
</#if>
    }
