
    /// <summary>Documents of the change feed as the type of the earlier SDK, which the methods of the app take.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarlierDocuments
    {
        public static List<Microsoft.Azure.Documents.Document> From(string json)
        {
            var documents = new List<Microsoft.Azure.Documents.Document>();
            using (var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None })
            {
                foreach (var item in JArray.Load(reader))
                {
                    documents.Add(From(item));
                }
            }
            return documents;
        }

<#if model.parts.documents>
        public static async Task<Microsoft.Azure.Documents.Document> OneAsync(FunctionContext context, Container container, string id, string partitionKey) =>
            From(await CosmosItems.OneAsync<JObject>(context, container, id, partitionKey));

        public static async Task<List<Microsoft.Azure.Documents.Document>> AllAsync(FunctionContext context, Container container, string query, string partitionKey) =>
            (await CosmosItems.AllAsync<JObject>(context, container, query, partitionKey)).ConvertAll(From);

</#if>
        private static Microsoft.Azure.Documents.Document From(JToken item)
        {
            if (item == null)
            {
                return null;
            }
            var document = new Microsoft.Azure.Documents.Document();
            document.LoadFrom(item.CreateReader());
            return document;
        }
    }
