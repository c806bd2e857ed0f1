
    /// <summary>Rows of a table as the types of the app, column for column, as the in-process host made them.</summary>
    [ExcludeFromCodeCoverage]
    internal static class TableRows
    {
        private static readonly HashSet<Type> Simple = new HashSet<Type>
        {
            typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(byte[])
        };

        /// <summary>Null where the row is missing.</summary>
        public static async Task<T> OneAsync<T>(FunctionContext context, TableClient table, string partitionKey, string rowKey)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(BindingSettings.Resolve(context, partitionKey), BindingSettings.Resolve(context, rowKey));
            return found.HasValue ? From<T>(found.Value) : default(T);
        }

        public static async Task<List<T>> AllAsync<T>(FunctionContext context, TableClient table, string partitionKey, string filter, int take)
        {
            var conditions = new List<string>();
            if (!string.IsNullOrEmpty(partitionKey))
            {
                conditions.Add("PartitionKey eq '" + BindingSettings.Resolve(context, partitionKey).Replace("'", "''") + "'");
            }
            if (!string.IsNullOrEmpty(filter))
            {
                conditions.Add("(" + BindingSettings.Resolve(context, filter) + ")");
            }
            var rows = new List<T>();
            var query = table.QueryAsync<TableEntity>(conditions.Count == 0 ? null : string.Join(" and ", conditions));
            await foreach (var row in query)
            {
                rows.Add(From<T>(row));
                if (rows.Count == take)
                {
                    break;
                }
            }
            return rows;
        }

        public static async Task<JArray> ArrayAsync(FunctionContext context, TableClient table, string partitionKey, string filter, int take) =>
            new JArray(await AllAsync<JObject>(context, table, partitionKey, filter, take));

        public static TableRowCollector<T> Collector<T>(FunctionContext context, string table, string partitionKey, string rowKey, string connection) =>
            new TableRowCollector<T>(Client(context, table, connection), BindingSettings.Resolve(context, partitionKey), BindingSettings.Resolve(context, rowKey));

        public static TableClient Client(FunctionContext context, string table, string connection)
        {
            var section = BindingSettings.Connection(context, connection);
            var name = BindingSettings.Resolve(context, table);
            var address = section["tableServiceUri"] ?? section["serviceUri"] ?? section["endpoint"];
            if (address == null && section["accountName"] != null)
            {
                address = "https://" + section["accountName"] + ".table.core.windows.net";
            }
            return address == null ? new TableClient(section.Value, name) : new TableClient(new Uri(address), name, BindingSettings.Credential(section));
        }

        public static TableEntity To(object item)
        {
            if (item is TableEntity entity)
            {
                return new TableEntity(entity);
            }
            var row = new TableEntity();
            if (item is JObject json)
            {
                foreach (var member in json.Properties())
                {
                    row[Key(member.Name)] = member.Value is JValue value ? value.Value : member.Value.ToString();
                }
                return row;
            }
            foreach (var (name, type, get, _) in Columns(item.GetType()).Where(column => column.Get != null))
            {
                var value = get(item);
                if (name == "ETag")
                {
                    row.ETag = value is ETag tag ? tag : value == null ? default(ETag) : new ETag(value.ToString());
                }
                else if (value != null && name != "Timestamp")
                {
                    row[name] = Written(value, Nullable.GetUnderlyingType(type) ?? type);
                }
            }
            return row;
        }

        public static T From<T>(TableEntity row) => (T)From(typeof(T), row);

        public static object From(Type type, TableEntity row)
        {
            if (type == typeof(TableEntity))
            {
                return row;
            }
            if (type == typeof(JObject))
            {
<#if model.parts.currentTables>
                return new JObject(row.Select(column => new JProperty(column.Key, new JValue(column.Value))));
<#else>
                var members = row.Where(column => column.Key != "odata.etag" && column.Key != "Timestamp");
                return new JObject(members.Select(column => new JProperty(column.Key, new JValue(column.Value))));
</#if>
            }
            var item = Activator.CreateInstance(type);
            foreach (var (name, member, _, set) in Columns(type).Where(column => column.Set != null))
            {
                if (name == "ETag")
                {
                    set(item, member == typeof(string) ? row.ETag.ToString() : (object)row.ETag);
                }
                else if (row.TryGetValue(name, out var value) && value != null)
                {
                    set(item, Read(value, Nullable.GetUnderlyingType(member) ?? member));
                }
            }
            return item;
        }

        /// <summary>What the extension of the in-process host wrote or read: no getter or no setter where it did not.</summary>
        private static IEnumerable<(string Name, Type Type, Func<object, object> Get, Action<object, object> Set)> Columns(Type type)
        {
<#if model.parts.currentTables>
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public).Where(field => !field.IsDefined(typeof(IgnoreDataMemberAttribute))))
            {
                yield return (Name(field), field.FieldType, field.GetValue, field.IsInitOnly ? null : (Action<object, object>)field.SetValue);
            }
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(IgnoreDataMemberAttribute))))
            {
                var get = property.CanRead ? (Func<object, object>)property.GetValue : null;
                var set = property.CanWrite ? (Action<object, object>)property.SetValue : null;
                yield return (Name(property), property.PropertyType, get, set);
            }
        }

        private static string Name(MemberInfo member) => member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
<#else>
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0))
            {
                var get = property.GetGetMethod() == null ? null : (Func<object, object>)property.GetValue;
                var set = property.GetSetMethod() == null ? null : (Action<object, object>)property.SetValue;
                yield return (property.Name, property.PropertyType, get, set);
            }
        }
</#if>

        private static string Key(string name) =>
            string.Equals(name, "PartitionKey", StringComparison.OrdinalIgnoreCase) ? "PartitionKey" : string.Equals(name, "RowKey", StringComparison.OrdinalIgnoreCase) ? "RowKey" : name;

        /// <summary>What is no column of its own is text, as the type that the member declares.</summary>
        private static object Written(object value, Type type)
        {
            if (type == typeof(DateTime))
            {
                return new DateTimeOffset((DateTime)value);
            }
            return Simple.Contains(type) ? value : type.IsEnum ? value.ToString() : JsonConvert.SerializeObject(value, Formatting.Indented);
        }

        private static object Read(object value, Type type)
        {
            if (type != typeof(object) && type.IsInstanceOfType(value))
            {
                return value;
            }
            if (type.IsEnum)
            {
                return Enum.Parse(type, (string)value);
            }
            if (type == typeof(DateTime) && value is DateTimeOffset time)
            {
                return time.UtcDateTime;
            }
            return value is string text && !Simple.Contains(type)
                ? JsonConvert.DeserializeObject(text, type)
                : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Writes rows in batches of one partition when it is flushed, as the collector of the in-process host did.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class TableRowCollector<T> : ICollector<T>, IAsyncCollector<T>
    {
        private const int Most = 100;
        private readonly Dictionary<string, Dictionary<string, TableTransactionAction>> _batches = new Dictionary<string, Dictionary<string, TableTransactionAction>>();
        private readonly TableClient _table;
        private readonly string _partitionKey;
        private readonly string _rowKey;

        public TableRowCollector(TableClient table, string partitionKey, string rowKey)
        {
            _table = table;
            _partitionKey = partitionKey;
            _rowKey = rowKey;
        }

        public void Add(T item) => AddAsync(item).GetAwaiter().GetResult();

        public async Task AddAsync(T item, CancellationToken cancellationToken = default(CancellationToken))
        {
            if (item == null)
            {
                return;
            }
            var row = TableRows.To(item);
            row.PartitionKey = row.PartitionKey ?? _partitionKey;
            row.RowKey = row.RowKey ?? _rowKey;
            if (_batches.TryGetValue(row.PartitionKey, out var full) && (full.Count == Most || full.ContainsKey(row.RowKey)))
            {
                await SendAsync(row.PartitionKey, cancellationToken);
            }
            if (!_batches.TryGetValue(row.PartitionKey, out var batch))
            {
                batch = _batches[row.PartitionKey] = new Dictionary<string, TableTransactionAction>();
            }
            batch.Add(row.RowKey, Action(row));
        }

        public async Task FlushAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            foreach (var partition in _batches.Keys.ToList())
            {
                await SendAsync(partition, cancellationToken);
            }
        }

        private async Task SendAsync(string partition, CancellationToken cancellationToken)
        {
            await _table.CreateIfNotExistsAsync(cancellationToken);
            await _table.SubmitTransactionAsync(_batches[partition].Values, cancellationToken);
            _batches.Remove(partition);
        }

        private static TableTransactionAction Action(TableEntity row)
        {
            if (row.ETag == default(ETag))
            {
                return new TableTransactionAction(TableTransactionActionType.Add, row);
            }
            return row.ETag == ETag.All
                ? new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag);
        }
    }

    /// <summary>A row whose changes are saved when the method has succeeded.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class SavedRow<T>
    {
        private readonly TableClient _table;
        private readonly TableEntity _before;
        private readonly string _json;

        private SavedRow(TableClient table, TableEntity before, T value)
        {
            _table = table;
            _before = before;
            _json = Json(value);
            Value = value;
        }

        public T Value { get; }

        public static async Task<SavedRow<T>> OfAsync(FunctionContext context, TableClient table, string partitionKey, string rowKey, Type type = null)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(BindingSettings.Resolve(context, partitionKey), BindingSettings.Resolve(context, rowKey));
            return found.HasValue ? new SavedRow<T>(table, found.Value, (T)TableRows.From(type ?? typeof(T), found.Value)) : new SavedRow<T>(table, null, default(T));
        }

        public async Task SaveAsync()
        {
            if (_before == null || Json(Value) == _json)
            {
                return;
            }
            var after = TableRows.To(Value);
            if ((after.PartitionKey ?? _before.PartitionKey) != _before.PartitionKey || (after.RowKey ?? _before.RowKey) != _before.RowKey)
            {
                throw new InvalidOperationException("When binding to a table entity, the keys must not be changed.");
            }
            after.PartitionKey = _before.PartitionKey;
            after.RowKey = _before.RowKey;
            await _table.UpdateEntityAsync(after, after.ETag == default(ETag) ? _before.ETag : after.ETag, TableUpdateMode.Replace);
        }

        private static string Json(T value) => JsonConvert.SerializeObject(value);
    }
