
    /// <summary>A table that exists, as the binding gave it in-process.</summary>
    [ExcludeFromCodeCoverage]
    internal static class CreatedTable
    {
        public static async Task<TableClient> OfAsync(TableClient table)
        {
            await table.CreateIfNotExistsAsync();
            return table;
        }
    }
