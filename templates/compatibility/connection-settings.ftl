
    /// <summary>Where the in-process host looked for connections and switches.</summary>
    [ExcludeFromCodeCoverage]
    internal static class ConnectionSettings
    {
        public static string GetConnectionStringOrSetting(this IConfiguration configuration, string connectionName)
            => configuration.GetConnectionString(connectionName) ?? configuration[connectionName];

        public static string GetWebJobsConnectionString(this IConfiguration configuration, string connectionStringName)
        {
            var prefixed = configuration.GetConnectionStringOrSetting("AzureWebJobs" + connectionStringName);
            return string.IsNullOrEmpty(prefixed) ? configuration.GetConnectionStringOrSetting(connectionStringName) : prefixed;
        }

        public static bool IsSettingEnabled(this IConfiguration configuration, string settingName)
        {
            var value = configuration[settingName];
            return value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
        }
    }
