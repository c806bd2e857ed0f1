
    /// <summary>Rows of a query one after the other.</summary>
    [ExcludeFromCodeCoverage]
    internal static class SqlRows
    {
        public static async IAsyncEnumerable<T> Of<T>(string json)
        {
            await Task.CompletedTask;
            foreach (var row in JsonConvert.DeserializeObject<List<T>>(json))
            {
                yield return row;
            }
        }
    }
