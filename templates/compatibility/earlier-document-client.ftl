
    /// <summary>The client of the earlier SDK, which the methods of the app take.</summary>
    [ExcludeFromCodeCoverage]
    internal static class EarlierDocumentClients
    {
        private static readonly ConcurrentDictionary<string, Microsoft.Azure.Documents.Client.DocumentClient> Clients = new ConcurrentDictionary<string, Microsoft.Azure.Documents.Client.DocumentClient>();

        public static Microsoft.Azure.Documents.Client.DocumentClient Of(FunctionContext context, string connection) => Clients.GetOrAdd(connection, name =>
        {
            var parts = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = BindingSettings.Connection(context, name).Value };
            return new Microsoft.Azure.Documents.Client.DocumentClient(new Uri((string)parts["AccountEndpoint"]), (string)parts["AccountKey"]);
        });
    }
