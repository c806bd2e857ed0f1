
    /// <summary>The message of WindowsAzure.ServiceBus: an object is written and read by DataContractSerializer as binary XML.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class BrokeredMessage : IDisposable
    {
        private readonly ServiceBusReceivedMessage _received;
        private readonly ServiceBusMessageActions _actions;
        private readonly object _value;
        private readonly Stream _body;

        public BrokeredMessage()
        {
        }

        public BrokeredMessage(object serializableObject)
            : this(serializableObject, serializableObject == null ? null : new BinarySerializer(serializableObject.GetType()))
        {
        }

        public BrokeredMessage(object serializableObject, XmlObjectSerializer serializer)
        {
            if (serializableObject != null)
            {
                _body = new MemoryStream();
                serializer.WriteObject(_body, serializableObject);
                _body.Position = 0;
            }
        }

        public BrokeredMessage(Stream messageBodyStream)
            : this(messageBodyStream, false)
        {
        }

        public BrokeredMessage(Stream messageBodyStream, bool ownsStream) => _body = messageBodyStream;

        internal BrokeredMessage(ServiceBusReceivedMessage received, ServiceBusMessageActions actions)
        {
            _received = received;
            _actions = actions;
            MessageId = received.MessageId;
            CorrelationId = received.CorrelationId;
            SessionId = received.SessionId;
            PartitionKey = received.PartitionKey;
            ViaPartitionKey = received.TransactionPartitionKey;
            Label = received.Subject;
            ContentType = received.ContentType;
            To = received.To;
            ReplyTo = received.ReplyTo;
            ReplyToSessionId = received.ReplyToSessionId;
            TimeToLive = received.TimeToLive;
            ScheduledEnqueueTimeUtc = received.ScheduledEnqueueTime.UtcDateTime;
            foreach (var property in received.ApplicationProperties)
            {
                Properties[property.Key] = property.Value;
            }
            // Clients that spoke AMQP sent some objects as they are.
            if (!received.GetRawAmqpMessage().Body.TryGetValue(out _value))
            {
                _body = new MemoryStream(received.Body.ToArray());
            }
        }

        private BrokeredMessage(BrokeredMessage original)
        {
            MessageId = original.MessageId;
            CorrelationId = original.CorrelationId;
            SessionId = original.SessionId;
            PartitionKey = original.PartitionKey;
            ViaPartitionKey = original.ViaPartitionKey;
            Label = original.Label;
            ContentType = original.ContentType;
            To = original.To;
            ReplyTo = original.ReplyTo;
            ReplyToSessionId = original.ReplyToSessionId;
            TimeToLive = original.TimeToLive;
            ScheduledEnqueueTimeUtc = original.ScheduledEnqueueTimeUtc;
            foreach (var property in original.Properties)
            {
                Properties[property.Key] = property.Value;
            }
            _value = original._value;
            _body = original._body == null ? null : new MemoryStream(((MemoryStream)original._body).ToArray());
        }

        public string MessageId { get; set; } = Guid.NewGuid().ToString("N");

        public string CorrelationId { get; set; }

        public string SessionId { get; set; }

        public string PartitionKey { get; set; }

        public string ViaPartitionKey { get; set; }

        public string Label { get; set; }

        public string ContentType { get; set; }

        public string To { get; set; }

        public string ReplyTo { get; set; }

        public string ReplyToSessionId { get; set; }

        public TimeSpan TimeToLive { get; set; } = TimeSpan.MaxValue;

        public DateTime ScheduledEnqueueTimeUtc { get; set; }

        public IDictionary<string, object> Properties { get; } = new Dictionary<string, object>();

        public bool IsBodyConsumed { get; private set; }

        public string DeadLetterSource => _received?.DeadLetterSource;

        public int DeliveryCount => Received.DeliveryCount;

        public DateTime EnqueuedTimeUtc => Received.EnqueuedTime.UtcDateTime;

        public long EnqueuedSequenceNumber => Received.EnqueuedSequenceNumber;

        public long SequenceNumber => Received.SequenceNumber;

        public DateTime ExpiresAtUtc => Received.ExpiresAt.UtcDateTime;

        public DateTime LockedUntilUtc => Received.LockedUntil.UtcDateTime;

        public Guid LockToken => Guid.Parse(Received.LockToken);

        private ServiceBusReceivedMessage Received => _received ?? throw new InvalidOperationException("The message was not received.");

        public T GetBody<T>()
        {
            if (typeof(T) == typeof(Stream))
            {
                Consume();
                return (T)(object)_body;
            }
            if (_value != null)
            {
                Consume();
                return (T)_value;
            }
            return GetBody<T>(new BinarySerializer(typeof(T)));
        }

        public T GetBody<T>(XmlObjectSerializer serializer)
        {
            if (serializer == null)
            {
                throw new ArgumentNullException(nameof(serializer));
            }
            Consume();
            if (_body == null)
            {
                return default(T);
            }
            if (_body.CanSeek)
            {
                if (_body.Length == 0)
                {
                    throw new InvalidOperationException("The message has no body.");
                }
                _body.Position = 0;
            }
            return (T)serializer.ReadObject(_body);
        }

        public BrokeredMessage Clone() => new BrokeredMessage(this);

        public void Complete() => CompleteAsync().GetAwaiter().GetResult();

        public Task CompleteAsync() => _actions.CompleteMessageAsync(Received);

        public void Abandon() => AbandonAsync().GetAwaiter().GetResult();

        public void Abandon(IDictionary<string, object> propertiesToModify) => AbandonAsync(propertiesToModify).GetAwaiter().GetResult();

        public Task AbandonAsync() => AbandonAsync(null);

        public Task AbandonAsync(IDictionary<string, object> propertiesToModify) => _actions.AbandonMessageAsync(Received, propertiesToModify);

        public void Defer() => DeferAsync().GetAwaiter().GetResult();

        public void Defer(IDictionary<string, object> propertiesToModify) => DeferAsync(propertiesToModify).GetAwaiter().GetResult();

        public Task DeferAsync() => DeferAsync(null);

        public Task DeferAsync(IDictionary<string, object> propertiesToModify) => _actions.DeferMessageAsync(Received, propertiesToModify);

        public void DeadLetter() => DeadLetterAsync().GetAwaiter().GetResult();

        public void DeadLetter(IDictionary<string, object> propertiesToModify) => DeadLetterAsync(propertiesToModify).GetAwaiter().GetResult();

        public void DeadLetter(string deadLetterReason, string deadLetterErrorDescription) => DeadLetterAsync(deadLetterReason, deadLetterErrorDescription).GetAwaiter().GetResult();

        public Task DeadLetterAsync() => DeadLetterAsync(null);

        public Task DeadLetterAsync(IDictionary<string, object> propertiesToModify) =>
            _actions.DeadLetterMessageAsync(Received, propertiesToModify == null ? null : new Dictionary<string, object>(propertiesToModify));

        public Task DeadLetterAsync(string deadLetterReason, string deadLetterErrorDescription) =>
            _actions.DeadLetterMessageAsync(Received, deadLetterReason: deadLetterReason, deadLetterErrorDescription: deadLetterErrorDescription);

        public void RenewLock() => RenewLockAsync().GetAwaiter().GetResult();

        public Task RenewLockAsync() => _actions.RenewMessageLockAsync(Received);

        public void Dispose() => _body?.Dispose();

        public override string ToString() => "Microsoft.ServiceBus.Messaging.BrokeredMessage{MessageId:" + MessageId + "}";

        /// <summary>The same message for a sender of the SDK.</summary>
        internal ServiceBusMessage ToMessage()
        {
            var message = new ServiceBusMessage(_body == null ? new BinaryData(Array.Empty<byte>()) : BinaryData.FromStream(_body))
            {
                MessageId = MessageId,
                CorrelationId = CorrelationId,
                SessionId = SessionId,
                PartitionKey = SessionId ?? PartitionKey,
                TransactionPartitionKey = ViaPartitionKey,
                Subject = Label,
                ContentType = ContentType,
                To = To,
                ReplyTo = ReplyTo,
                ReplyToSessionId = ReplyToSessionId
            };
            if (_value != null)
            {
                message.GetRawAmqpMessage().Body = AmqpMessageBody.FromValue(_value);
            }
            if (TimeToLive < TimeSpan.MaxValue)
            {
                message.TimeToLive = TimeToLive;
            }
            if (ScheduledEnqueueTimeUtc > DateTime.MinValue)
            {
                message.ScheduledEnqueueTime = DateTime.SpecifyKind(ScheduledEnqueueTimeUtc, DateTimeKind.Utc);
            }
            foreach (var property in Properties)
            {
                message.ApplicationProperties[property.Key] = property.Value;
            }
            return message;
        }

        private void Consume()
        {
            if (IsBodyConsumed)
            {
                throw new InvalidOperationException("The message body cannot be read multiple times. To reuse it store the value after reading.");
            }
            IsBodyConsumed = true;
        }

        /// <summary>As DataContractSerializer, with binary XML in streams.</summary>
        private sealed class BinarySerializer : XmlObjectSerializer
        {
            private readonly DataContractSerializer _serializer;

            public BinarySerializer(Type type) => _serializer = new DataContractSerializer(type);

            public override object ReadObject(Stream stream) => ReadObject(XmlDictionaryReader.CreateBinaryReader(stream, XmlDictionaryReaderQuotas.Max));

            public override void WriteObject(Stream stream, object graph)
            {
                using (var writer = XmlDictionaryWriter.CreateBinaryWriter(stream, null, null, false))
                {
                    WriteObject(writer, graph);
                }
            }

            public override bool IsStartObject(XmlDictionaryReader reader) => _serializer.IsStartObject(reader);

            public override object ReadObject(XmlDictionaryReader reader, bool verifyObjectName) => _serializer.ReadObject(reader, verifyObjectName);

            public override void WriteStartObject(XmlDictionaryWriter writer, object graph) => _serializer.WriteStartObject(writer, graph);

            public override void WriteObjectContent(XmlDictionaryWriter writer, object graph) => _serializer.WriteObjectContent(writer, graph);

            public override void WriteEndObject(XmlDictionaryWriter writer) => _serializer.WriteEndObject(writer);
        }
    }
