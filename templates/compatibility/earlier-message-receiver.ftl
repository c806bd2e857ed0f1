
    /// <summary>Settles messages by their lock tokens, as the receiver of the earlier SDK did.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class EarlierMessageReceiver
    {
        private readonly ServiceBusMessageActions _actions;
        private readonly Dictionary<string, ServiceBusReceivedMessage> _messages;

        internal EarlierMessageReceiver(ServiceBusMessageActions actions, params ServiceBusReceivedMessage[] messages)
        {
            _actions = actions;
            _messages = messages.ToDictionary(message => message.LockToken, StringComparer.OrdinalIgnoreCase);
        }

        public Task CompleteAsync(string lockToken) => _actions.CompleteMessageAsync(Message(lockToken));

        public async Task CompleteAsync(IEnumerable<string> lockTokens)
        {
            foreach (var lockToken in lockTokens)
            {
                await CompleteAsync(lockToken);
            }
        }

        public Task AbandonAsync(string lockToken, IDictionary<string, object> propertiesToModify = null) =>
            _actions.AbandonMessageAsync(Message(lockToken), propertiesToModify);

        public Task DeferAsync(string lockToken, IDictionary<string, object> propertiesToModify = null) =>
            _actions.DeferMessageAsync(Message(lockToken), propertiesToModify);

        public Task DeadLetterAsync(string lockToken, IDictionary<string, object> propertiesToModify = null) =>
            _actions.DeadLetterMessageAsync(Message(lockToken), propertiesToModify == null ? null : new Dictionary<string, object>(propertiesToModify));

        public Task DeadLetterAsync(string lockToken, string deadLetterReason, string deadLetterErrorDescription = null) =>
            _actions.DeadLetterMessageAsync(Message(lockToken), deadLetterReason: deadLetterReason, deadLetterErrorDescription: deadLetterErrorDescription);

        public Task RenewLockAsync(string lockToken) => _actions.RenewMessageLockAsync(Message(lockToken));

        private ServiceBusReceivedMessage Message(string lockToken) => _messages.TryGetValue(lockToken, out var message)
            ? message
            : throw new InvalidOperationException("The function has no message with the lock token '" + lockToken + "'.");
    }
