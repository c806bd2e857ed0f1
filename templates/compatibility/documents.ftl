
    /// <summary>Documents read as the in-process host read them: null where one is missing, without a partition key where none is named.</summary>
    [ExcludeFromCodeCoverage]
    internal static class CosmosItems
    {
        public static async Task<T> OneAsync<T>(FunctionContext context, Container container, string id, string partitionKey)
        {
            try
            {
                return (await container.ReadItemAsync<T>(BindingSettings.Resolve(context, id), Key(context, partitionKey))).Resource;
            }
            catch (CosmosException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                return default(T);
            }
        }

        public static async Task<List<T>> AllAsync<T>(FunctionContext context, Container container, string query, string partitionKey)
        {
            var options = new QueryRequestOptions();
            if (!string.IsNullOrEmpty(partitionKey))
            {
                options.PartitionKey = Key(context, partitionKey);
            }
            var documents = new List<T>();
            using (var pages = container.GetItemQueryIterator<T>(Query(context, query), requestOptions: options))
            {
                while (pages.HasMoreResults)
                {
                    documents.AddRange(await pages.ReadNextAsync());
                }
            }
            return documents;
        }

        public static async Task<JArray> ArrayAsync(FunctionContext context, Container container, string query, string partitionKey) =>
            new JArray(await AllAsync<JObject>(context, container, query, partitionKey));

        public static async Task<string> TextAsync(FunctionContext context, Container container, string id, string partitionKey) =>
            (await OneAsync<JObject>(context, container, id, partitionKey))?.ToString();

        public static PartitionKey Key(FunctionContext context, string text) =>
            string.IsNullOrEmpty(text) ? PartitionKey.None : new PartitionKey(BindingSettings.Resolve(context, text));

        /// <summary>{name} is a parameter of the query, as the host made it.</summary>
        private static QueryDefinition Query(FunctionContext context, string query)
        {
            if (string.IsNullOrEmpty(query))
            {
                return new QueryDefinition("SELECT * FROM c");
            }
            var names = Regex.Matches(query, @"\{([^{}]+)\}").Cast<Match>().Select(match => match.Groups[1].Value).Distinct().ToList();
            var definition = new QueryDefinition(BindingSettings.Resolve(context, names.Aggregate(query, (text, name) => text.Replace("{" + name + "}", Parameter(name)))));
            foreach (var name in names)
            {
                definition = definition.WithParameter(Parameter(name), BindingSettings.Resolve(context, "{" + name + "}"));
            }
            return definition;
        }

        private static string Parameter(string name) => "@" + name.Replace(".", "_").Replace("-", "_");
    }

    /// <summary>A document whose changes are saved when the method has succeeded.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class SavedDocument<T>
    {
        private readonly Container _container;
        private readonly PartitionKey _key;
        private readonly JToken _before;

        private SavedDocument(Container container, PartitionKey key, T value)
        {
            _container = container;
            _key = key;
            _before = value == null ? null : JToken.FromObject(value);
            Value = value;
        }

        public T Value { get; }

        public static async Task<SavedDocument<T>> OfAsync(FunctionContext context, Container container, string id, string partitionKey) =>
            new SavedDocument<T>(container, CosmosItems.Key(context, partitionKey), await CosmosItems.OneAsync<T>(context, container, id, partitionKey));

        public async Task SaveAsync()
        {
            if (_before == null)
            {
                return;
            }
            var after = JToken.FromObject(Value);
            if (JToken.DeepEquals(_before, after))
            {
                return;
            }
            var id = (string)_before["id"];
            if ((string)after["id"] != id)
            {
                throw new InvalidOperationException("Cannot update the 'Id' property.");
            }
            await _container.ReplaceItemAsync(Value, id, _key);
        }
    }
