<#if model.parts.binderAttributes>

    /// <summary>What a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public abstract class BoundAttribute : Attribute
    {
        public string Connection { get; set; }
    }
</#if>
<#if model.parts.binderLists>

    /// <summary>The connection of the attribute before it.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class StorageAccountAttribute : Attribute
    {
        public StorageAccountAttribute(string account) => Account = account;

        public string Account { get; }
    }
</#if>
<#if model.parts.binderBlobs>

    /// <summary>The blob that a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class BlobAttribute : BoundAttribute
    {
        public BlobAttribute(string blobPath) => BlobPath = blobPath;

        public BlobAttribute(string blobPath, FileAccess access)
            : this(blobPath) => Access = access;

        public string BlobPath { get; }

        public FileAccess? Access { get; set; }
    }
</#if>
<#if model.parts.binderQueues>

    /// <summary>The queue that a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class QueueAttribute : BoundAttribute
    {
        public QueueAttribute(string queueName) => QueueName = queueName;

        public string QueueName { get; }
    }
</#if>
<#if model.parts.binderServiceBus>

    /// <summary>The queue or topic that a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class ServiceBusAttribute : BoundAttribute
    {
        public ServiceBusAttribute(string queueOrTopicName) => QueueOrTopicName = queueOrTopicName;

        public ServiceBusAttribute(string queueOrTopicName, ServiceBusEntityType entityType)
            : this(queueOrTopicName) => EntityType = entityType;

        public string QueueOrTopicName { get; }

        public ServiceBusEntityType EntityType { get; set; }
    }
</#if>
<#if model.parts.binderEventHubs>

    /// <summary>The event hub that a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class EventHubAttribute : BoundAttribute
    {
        public EventHubAttribute(string eventHubName) => EventHubName = eventHubName;

        public string EventHubName { get; }
    }
</#if>
<#if model.parts.binderTables>

    /// <summary>The table that a method asks its binder for, with the keys of rows that have none.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class TableAttribute : BoundAttribute
    {
        public TableAttribute(string tableName) => TableName = tableName;

        public TableAttribute(string tableName, string partitionKey)
            : this(tableName) => PartitionKey = partitionKey;

        public TableAttribute(string tableName, string partitionKey, string rowKey)
            : this(tableName, partitionKey) => RowKey = rowKey;

        public string TableName { get; }

        public string PartitionKey { get; }

        public string RowKey { get; }
    }
</#if>
<#if model.parts.binderDocuments>

    /// <summary>The container that a method asks its binder for.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class CosmosDBAttribute : BoundAttribute
    {
        public CosmosDBAttribute(string databaseName, string containerName)
        {
            DatabaseName = databaseName;
            ContainerName = containerName;
        }

        public string DatabaseName { get; }

        public string ContainerName { get; }

        public string ConnectionStringSetting
        {
            get => Connection;
            set => Connection = value;
        }
    }
</#if>
<#if model.parts.binderSignalR>

    /// <summary>The hub for which a method asks its binder for an address and a token of a client.</summary>
    [ExcludeFromCodeCoverage]
    public sealed class SignalRConnectionInfoAttribute : BoundAttribute
    {
        public SignalRConnectionInfoAttribute() => Connection = "AzureSignalRConnectionString";

        public string HubName { get; set; }

        public string UserId { get; set; }

        public string IdToken { get; set; }

        public string[] ClaimTypeList { get; set; }

        public string ConnectionStringSetting
        {
            get => Connection;
            set => Connection = value;
        }
    }
</#if>

    public interface IBinder
    {
        Task<T> BindAsync<T>(Attribute attribute, CancellationToken cancellationToken = default(CancellationToken));
    }

    [ExcludeFromCodeCoverage]
    public static class BinderExtensions
    {
        public static T Bind<T>(this IBinder binder, Attribute attribute) => binder.BindAsync<T>(attribute).GetAwaiter().GetResult();
    }

    /// <summary>Opens what an attribute names with a client of the SDK, as the binder of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    public class Binder : IBinder
    {
<#if model.parts.binderDocuments>
        private static readonly ConcurrentDictionary<string, CosmosClient> Clients = new ConcurrentDictionary<string, CosmosClient>();
</#if>
<#if model.parts.binderSignalR>
        private static readonly ConcurrentDictionary<string, Lazy<Task<ServiceHubContext>>> HubContexts = new ConcurrentDictionary<string, Lazy<Task<ServiceHubContext>>>(StringComparer.OrdinalIgnoreCase);
</#if>
        private readonly FunctionContext _context;

        internal Binder(FunctionContext context) => _context = context;

        public async Task<T> BindAsync<T>(Attribute attribute, CancellationToken cancellationToken = default(CancellationToken)) =>
            (T)await OpenAsync(typeof(T), attribute, cancellationToken);
<#if model.parts.binderLists>

        public Task<T> BindAsync<T>(Attribute[] attributes, CancellationToken cancellationToken = default(CancellationToken))
        {
            if (attributes[0] is BoundAttribute bound && string.IsNullOrEmpty(bound.Connection))
            {
                bound.Connection = attributes.OfType<StorageAccountAttribute>().Select(account => account.Account).FirstOrDefault();
            }
            return BindAsync<T>(attributes[0], cancellationToken);
        }
</#if>
<#if model.parts.binderCompletion>

        /// <summary>Flushes and closes what the method has not: when it has succeeded, as the in-process host did.</summary>
        internal static async Task CompleteAsync(FunctionContext context)
        {
            if (context.Items.TryGetValue(typeof(Binder), out var found))
            {
                foreach (var end in (List<Func<Task>>)found)
                {
                    await end();
                }
            }
        }

        private void AtTheEnd(Func<Task> end)
        {
            if (!_context.Items.TryGetValue(typeof(Binder), out var found))
            {
                _context.Items[typeof(Binder)] = found = new List<Func<Task>>();
            }
            ((List<Func<Task>>)found).Add(end);
        }
</#if>

        private Task<object> OpenAsync(Type type, Attribute attribute, CancellationToken cancellationToken)
        {
            switch (attribute)
            {
<#if model.parts.binderBlobs>
                case BlobAttribute blob:
                    return BlobAsync(type, blob, cancellationToken);
</#if>
<#if model.parts.binderQueues>
                case QueueAttribute queue:
                    return Task.FromResult(Queue(type, queue.QueueName, Named(queue, "Storage")));
</#if>
<#if model.parts.binderServiceBus>
                case ServiceBusAttribute entity:
                    return Task.FromResult(Sender(type, entity.QueueOrTopicName, Named(entity, "ServiceBus")));
</#if>
<#if model.parts.binderEventHubs>
                case EventHubAttribute hub:
                    return Task.FromResult(EventHub(type, hub.EventHubName, hub.Connection));
</#if>
<#if model.parts.binderTables>
                case TableAttribute table:
                    return TableAsync(type, table, Named(table, "Storage"));
</#if>
<#if model.parts.binderDocuments>
                case CosmosDBAttribute documents:
                    return Task.FromResult(Collector(type, Documents(documents, Named(documents, "CosmosDB"))));
</#if>
<#if model.parts.binderSignalR>
                case SignalRConnectionInfoAttribute client:
                    return ConnectionInfoAsync(client, cancellationToken);
</#if>
                default:
                    throw new NotSupportedException("No binding found for attribute '" + attribute.GetType() + "'.");
            }
        }
<#if model.parts.binderAttributes>

        private static string Named(BoundAttribute attribute, string otherwise) => string.IsNullOrEmpty(attribute.Connection) ? otherwise : attribute.Connection;
</#if>
<#if model.parts.binderCollectors>

        private static object Collector(Type type, Func<object, CancellationToken, Task> add, Func<CancellationToken, Task> flush = null) =>
            Activator.CreateInstance(typeof(BoundCollector<>).MakeGenericType(type.GetGenericArguments()), add, flush);
</#if>
<#if model.parts.binderBlobs>
<#include "binder-blobs.ftl">
</#if>
<#if model.parts.binderQueues>

        private object Queue(Type type, string queue, string connection)
        {
<#if model.parts.queueClients>
            if (type == typeof(QueueClient))
            {
                return QueueClients.Of(_context, queue, connection);
            }
</#if>
<#list [{"name": "Earlier", "sdk": "Microsoft.Azure.Storage", "part": model.parts.earlierQueues}, {"name": "Earliest", "sdk": "Microsoft.WindowsAzure.Storage", "part": model.parts.earliestQueues}] as of>
<#if of.part>
            if (type == typeof([=of.sdk].Queue.CloudQueue))
            {
                return [=of.name]Queues.Of(_context, queue, connection);
            }
</#if>
</#list>
<#if model.parts.queueClients>
            return Collector(type, (item, token) => QueueClients.Data(_context, queue, connection).AddAsync(item is QueueMessage message ? message.Body : Body(item), token));
<#else>
            throw new NotSupportedException("Can't bind a queue to type '" + type + "'.");
</#if>
        }
</#if>
<#if model.parts.binderServiceBus>

        private object Sender(Type type, string target, string connection) => type == typeof(ServiceBusSender)
            ? ServiceBusCollector.Sender(_context, target, connection)
            : Collector(type, (item, token) => ServiceBusCollector.Of(_context, target, connection).AddAsync(Message(item), token));

        private static ServiceBusMessage Message(object item) => item as ServiceBusMessage ?? new ServiceBusMessage(Body(item))
        {
            ContentType = item is string ? "text/plain" : item is byte[] || item is BinaryData ? "application/octet-stream" : "application/json"
        };
</#if>
<#if model.parts.binderEventHubs>

        private object EventHub(Type type, string target, string connection)
        {
            if (type == typeof(EventHubProducerClient))
            {
                return EventHubCollector.Client(_context, target, connection);
            }
<#if model.parts.binderCompletion>
            var events = EventHubCollector.Of(_context, target, connection);
            AtTheEnd(() => events.FlushAsync());
            return Collector(type, (item, token) => events.AddAsync(Event(item), token), events.FlushAsync);
<#else>
            throw new NotSupportedException("Can't bind an event hub to type '" + type + "'.");
</#if>
        }
<#if model.parts.binderCompletion>

        private static EventData Event(object item)
        {
            var isBody = item is string || item is byte[] || item is BinaryData;
            return item as EventData ?? new EventData(isBody ? Body(item) : new BinaryData(JsonConvert.SerializeObject(item)));
        }
</#if>
</#if>
<#if model.parts.binderTables>

        private async Task<object> TableAsync(Type type, TableAttribute table, string connection)
        {
<#list [{"name": "Earlier", "sdk": "Microsoft.Azure.Cosmos.Table", "part": model.parts.earlierTables}, {"name": "Earliest", "sdk": "Microsoft.WindowsAzure.Storage.Table", "part": model.parts.earliestTables}] as of>
<#if of.part>
            if (type == typeof([=of.sdk].CloudTable))
            {
                return await [=of.name]Tables.CreatedAsync(_context, BindingSettings.Resolve(_context, table.TableName), connection);
            }
</#if>
</#list>
<#if model.parts.tableRows>
            var client = TableRows.Client(_context, table.TableName, connection);
<#if model.parts.binderRows>
            if (!type.IsInterface && type != typeof(TableClient))
            {
                var row = await SavedRow<object>.OfAsync(_context, client, table.PartitionKey, table.RowKey, type);
                AtTheEnd(row.SaveAsync);
                return row.Value;
            }
</#if>
<#if model.parts.binderCompletion>
            if (type != typeof(TableClient))
            {
                var rows = new TableRowCollector<object>(client, BindingSettings.Resolve(_context, table.PartitionKey), BindingSettings.Resolve(_context, table.RowKey));
                AtTheEnd(() => rows.FlushAsync());
                return Collector(type, rows.AddAsync, rows.FlushAsync);
            }
</#if>
            await client.CreateIfNotExistsAsync();
            return client;
<#else>
            throw new NotSupportedException("Can't bind a table to type '" + type + "'.");
</#if>
        }
</#if>
<#if model.parts.binderDocuments>

        private Func<object, CancellationToken, Task> Documents(CosmosDBAttribute documents, string connection)
        {
            var client = Clients.GetOrAdd(connection, name =>
            {
                var section = BindingSettings.Connection(_context, name);
                var address = section["accountEndpoint"];
                return address == null ? new CosmosClient(section.Value) : new CosmosClient(address, BindingSettings.Credential(section));
            });
            var container = client.GetContainer(BindingSettings.Resolve(_context, documents.DatabaseName), BindingSettings.Resolve(_context, documents.ContainerName));
            return (item, token) => container.UpsertItemAsync(item, cancellationToken: token);
        }
</#if>
<#if model.parts.binderSignalR>
<#include "binder-signal-r.ftl">
</#if>
<#if model.parts.binderBodies>

        /// <summary>An object as JSON like that of the in-process host, without nulls.</summary>
        private static BinaryData Body(object item)
        {
            var settings = new JsonSerializerSettings { Formatting = Formatting.Indented, NullValueHandling = NullValueHandling.Ignore };
            return item as BinaryData ?? (item is byte[] bytes ? new BinaryData(bytes) : new BinaryData(item as string ?? JsonConvert.SerializeObject(item, settings)));
        }
</#if>
    }
<#if model.parts.binderCollectors>

    /// <summary>A collector that a binder gives.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class BoundCollector<T> : ICollector<T>, IAsyncCollector<T>
    {
        private readonly Func<object, CancellationToken, Task> _add;
        private readonly Func<CancellationToken, Task> _flush;

        public BoundCollector(Func<object, CancellationToken, Task> add, Func<CancellationToken, Task> flush)
        {
            _add = add;
            _flush = flush;
        }

        public void Add(T item) => AddAsync(item).GetAwaiter().GetResult();

        public Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken)) =>
            item == null ? Task.CompletedTask : _add(item, cancellationToken);

        public Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken)) =>
            _flush == null ? Task.CompletedTask : _flush(cancellationToken);
    }
</#if>
