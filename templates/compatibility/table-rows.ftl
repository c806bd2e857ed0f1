
    /// <summary>Rows of a table as the types of the app, column for column, as the in-process host made them.</summary>
    [ExcludeFromCodeCoverage]
    internal static class TableRows
    {
        private static readonly HashSet<Type> Columns = new HashSet<Type>
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

        public static ClientCollector<T> Collector<T>(FunctionContext context, string table, string partitionKey, string rowKey, string connection)
        {
            return new ClientCollector<T>(async (item, token) =>
            {
                var client = Client(context, table, connection);
                var row = To(item);
                row.PartitionKey = row.PartitionKey ?? BindingSettings.Resolve(context, partitionKey);
                row.RowKey = row.RowKey ?? BindingSettings.Resolve(context, rowKey);
                await client.CreateIfNotExistsAsync(token);
                if (row.ETag == default(ETag))
                {
                    await client.AddEntityAsync(row, token);
                }
                else if (row.ETag == ETag.All)
                {
                    await client.UpsertEntityAsync(row, TableUpdateMode.Replace, token);
                }
                else
                {
                    await client.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, token);
                }
            });
        }

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
            foreach (var property in item.GetType().GetProperties().Where(property => property.GetMethod != null && property.GetMethod.IsPublic && property.GetIndexParameters().Length == 0))
            {
                var value = property.GetValue(item);
                if (property.Name == "ETag")
                {
                    row.ETag = value is ETag tag ? tag : value == null ? default(ETag) : new ETag(value.ToString());
                }
                else if (value != null && property.Name != "Timestamp")
                {
                    var type = value.GetType();
                    row[property.Name] = Columns.Contains(type) ? value : type.IsEnum ? value.ToString() : JsonConvert.SerializeObject(value, Formatting.Indented);
                }
            }
            return row;
        }

        public static T From<T>(TableEntity row)
        {
            if (typeof(T) == typeof(TableEntity))
            {
                return (T)(object)row;
            }
            if (typeof(T) == typeof(JObject))
            {
                var members = row.Where(column => column.Key != "odata.etag" && column.Key != "Timestamp");
                return (T)(object)new JObject(members.Select(column => new JProperty(column.Key, new JValue(column.Value))));
            }
            var item = Activator.CreateInstance<T>();
            foreach (var property in typeof(T).GetProperties().Where(property => property.SetMethod != null && property.SetMethod.IsPublic))
            {
                if (property.Name == "ETag")
                {
                    property.SetValue(item, property.PropertyType == typeof(string) ? row.ETag.ToString() : (object)row.ETag);
                }
                else if (row.TryGetValue(property.Name, out var value) && value != null)
                {
                    property.SetValue(item, Value(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
                }
            }
            return item;
        }

        private static string Key(string name) =>
            string.Equals(name, "PartitionKey", StringComparison.OrdinalIgnoreCase) ? "PartitionKey" : string.Equals(name, "RowKey", StringComparison.OrdinalIgnoreCase) ? "RowKey" : name;

        private static object Value(object value, Type type)
        {
            if (type.IsInstanceOfType(value))
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
            return value is string text && !Columns.Contains(type)
                ? JsonConvert.DeserializeObject(text, type)
                : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
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

        public static async Task<SavedRow<T>> OfAsync(FunctionContext context, TableClient table, string partitionKey, string rowKey)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(BindingSettings.Resolve(context, partitionKey), BindingSettings.Resolve(context, rowKey));
            return found.HasValue ? new SavedRow<T>(table, found.Value, TableRows.From<T>(found.Value)) : new SavedRow<T>(table, null, default(T));
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
