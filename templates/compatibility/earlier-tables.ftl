
    /// <summary>Tables as the types of the earlier SDK, which the methods of the app take.</summary>
    [ExcludeFromCodeCoverage]
    internal static class [=name]Tables
    {
        public static Task<[=sdk].CloudTable> OfAsync(FunctionContext context, TableClient table, string connection) => CreatedAsync(context, table.Name, connection);

        public static async Task<[=sdk].CloudTable> CreatedAsync(FunctionContext context, string table, string connection)
        {
            var earlier = Named(context, table, connection);
            await earlier.CreateIfNotExistsAsync();
            return earlier;
        }

<#if rows>
        /// <summary>Null where the row is missing.</summary>
        public static async Task<T> OneAsync<T>(FunctionContext context, TableClient table, string partitionKey, string rowKey, string connection)
            where T : [=sdk].ITableEntity
        {
            var operation = [=sdk].TableOperation.Retrieve<T>(BindingSettings.Resolve(context, partitionKey), BindingSettings.Resolve(context, rowKey));
            var found = await Named(context, table.Name, connection).ExecuteAsync(operation);
            return (T)found.Result;
        }

</#if>
<#if name == "Earlier">
        /// <summary>A query that the service answers when it is read.</summary>
        public static async Task<IQueryable<T>> QueryAsync<T>(FunctionContext context, TableClient table, string connection)
            where T : [=sdk].ITableEntity, new() =>
            (await OfAsync(context, table, connection)).CreateQuery<T>();

</#if>
        public static [=name]TableCollector<T> Collector<T>(FunctionContext context, string table, string connection)
            where T : [=sdk].ITableEntity =>
            new [=name]TableCollector<T>(() => Named(context, BindingSettings.Resolve(context, table), connection));

        internal static [=sdk].CloudTable Named(FunctionContext context, string name, string connection)
        {
            var account = [=account].CloudStorageAccount.Parse(BindingSettings.Connection(context, connection).Value);
            return new [=sdk].CloudTableClient(account.TableStorageUri, account.Credentials).GetTableReference(name);
        }
    }

    /// <summary>Writes rows in batches of one partition when it is flushed, as the collector of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class [=name]TableCollector<T> : ICollector<T>, IAsyncCollector<T>
        where T : [=sdk].ITableEntity
    {
        private const int Most = 100;
        private readonly Dictionary<string, [=sdk].TableBatchOperation> _batches = new Dictionary<string, [=sdk].TableBatchOperation>();
        private readonly HashSet<string> _rows = new HashSet<string>();
        private readonly Func<[=sdk].CloudTable> _table;

        public [=name]TableCollector(Func<[=sdk].CloudTable> table) => _table = table;

        public void Add(T item) => AddAsync(item).GetAwaiter().GetResult();

        public async Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken))
        {
            if (item == null)
            {
                return;
            }
            if (!_rows.Add(item.PartitionKey + "/" + item.RowKey))
            {
                await FlushAsync(cancellationToken);
                _rows.Add(item.PartitionKey + "/" + item.RowKey);
            }
            if (!_batches.TryGetValue(item.PartitionKey, out var batch))
            {
                batch = _batches[item.PartitionKey] = new [=sdk].TableBatchOperation();
            }
            var copy = new [=sdk].DynamicTableEntity(item.PartitionKey, item.RowKey, item.ETag, item.WriteEntity(null));
            batch.Add(string.IsNullOrEmpty(copy.ETag)
                ? [=sdk].TableOperation.Insert(copy)
                : copy.ETag == "*" ? [=sdk].TableOperation.InsertOrReplace(copy) : [=sdk].TableOperation.Replace(copy));
            if (batch.Count >= Most)
            {
                await FlushAsync(cancellationToken);
            }
        }

        public async Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            if (_batches.Count == 0)
            {
                return;
            }
            var table = _table();
            await table.CreateIfNotExistsAsync();
            foreach (var batch in _batches.Values)
            {
                await table.ExecuteBatchAsync(batch);
            }
            _batches.Clear();
            _rows.Clear();
        }
    }
<#if savedRows>

    /// <summary>A row whose changes are saved when the method has succeeded.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class [=name]SavedRow<T>
        where T : [=sdk].ITableEntity
    {
        private readonly [=sdk].CloudTable _table;
        private readonly string _partitionKey;
        private readonly string _rowKey;
        private readonly Dictionary<string, object> _before;

        private [=name]SavedRow([=sdk].CloudTable table, T value)
        {
            _table = table;
            _partitionKey = value?.PartitionKey;
            _rowKey = value?.RowKey;
            _before = value == null ? null : Columns(value);
            Value = value;
        }

        public T Value { get; }

        public static async Task<[=name]SavedRow<T>> OfAsync(FunctionContext context, TableClient table, string partitionKey, string rowKey, string connection)
        {
            var value = await [=name]Tables.OneAsync<T>(context, table, partitionKey, rowKey, connection);
            return new [=name]SavedRow<T>([=name]Tables.Named(context, table.Name, connection), value);
        }

        public async Task SaveAsync()
        {
            if (_before == null)
            {
                return;
            }
            if (Value.PartitionKey != _partitionKey || Value.RowKey != _rowKey)
            {
                throw new InvalidOperationException("When binding to a table entity, the partition key and row key must not be changed.");
            }
            var after = Columns(Value);
            if (after.Count != _before.Count || after.Any(column => !_before.TryGetValue(column.Key, out var before) || !Equals(before, column.Value)))
            {
                await _table.ExecuteAsync([=sdk].TableOperation.Replace(Value));
            }
        }

        /// <summary>Bytes as text, since the row may change them in place.</summary>
        private static Dictionary<string, object> Columns(T value) => value.WriteEntity(null).ToDictionary(
            column => column.Key,
            column => column.Value?.PropertyAsObject is byte[] bytes ? Convert.ToBase64String(bytes) : column.Value?.PropertyAsObject);
    }
</#if>
