
    /// <summary>Overloads that the actions of the in-process host had.</summary>
    [ExcludeFromCodeCoverage]
    internal static class SettlementOverloads
    {
        public static Task DeadLetterMessageAsync(this ServiceBusMessageActions actions, ServiceBusReceivedMessage message, string deadLetterReason, string deadLetterErrorDescription = null, CancellationToken cancellationToken = default(CancellationToken)) =>
            actions.DeadLetterMessageAsync(message, null, deadLetterReason, deadLetterErrorDescription, cancellationToken);

        public static Task DeadLetterMessageAsync(this ServiceBusMessageActions actions, ServiceBusReceivedMessage message, IDictionary<string, object> propertiesToModify, CancellationToken cancellationToken = default(CancellationToken)) =>
            actions.DeadLetterMessageAsync(message, propertiesToModify == null ? null : new Dictionary<string, object>(propertiesToModify), cancellationToken: cancellationToken);
    }
