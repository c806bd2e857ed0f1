
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
                    var document = new Microsoft.Azure.Documents.Document();
                    document.LoadFrom(item.CreateReader());
                    documents.Add(document);
                }
            }
            return documents;
        }
    }
