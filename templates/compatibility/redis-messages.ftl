
    /// <summary>A message of a channel of Redis: the members of ChannelMessage, which the client alone can make.</summary>
    [ExcludeFromCodeCoverage]
    public readonly struct RedisChannelMessage : IEquatable<RedisChannelMessage>
    {
        public RedisChannelMessage(RedisChannel subscriptionChannel, RedisChannel channel, RedisValue message)
        {
            SubscriptionChannel = subscriptionChannel;
            Channel = channel;
            Message = message;
        }

        public RedisChannel SubscriptionChannel { get; }

        public RedisChannel Channel { get; }

        public RedisValue Message { get; }

        public static bool operator ==(RedisChannelMessage left, RedisChannelMessage right) => left.Equals(right);

        public static bool operator !=(RedisChannelMessage left, RedisChannelMessage right) => !left.Equals(right);

        /// <summary>A message as the extension writes it for the worker.</summary>
        public static RedisChannelMessage Of(string json)
        {
            using (var document = JsonDocument.Parse(json))
            {
                var channel = document.RootElement.GetProperty("Channel").GetString();
                var subscription = document.RootElement.GetProperty("SubscriptionChannel").GetString();
                return new RedisChannelMessage(
                    new RedisChannel(subscription, subscription == channel ? RedisChannel.PatternMode.Literal : RedisChannel.PatternMode.Pattern),
                    new RedisChannel(channel, RedisChannel.PatternMode.Literal),
                    document.RootElement.GetProperty("Message").GetString());
            }
        }

        public bool Equals(RedisChannelMessage other) => Channel == other.Channel && Message == other.Message;

        public override bool Equals(object obj) => obj is RedisChannelMessage other && Equals(other);

        public override int GetHashCode() => Channel.GetHashCode() ^ Message.GetHashCode();

        public override string ToString() => (string)Channel + ":" + (string)Message;
    }
