
    /// <summary>Settings as the host resolves them for a binding.</summary>
    [ExcludeFromCodeCoverage]
    internal static class BindingSettings
    {
        private static readonly ConcurrentDictionary<string, TokenCredential> Credentials = new ConcurrentDictionary<string, TokenCredential>();

        /// <summary>%NAME% becomes the setting of that name.</summary>
        public static string Resolve(FunctionContext context, string text)
        {
            var configuration = context.InstanceServices.GetRequiredService<IConfiguration>();
            return Regex.Replace(text, "%([^%]+)%", match => configuration[match.Groups[1].Value]
                ?? throw new InvalidOperationException("The setting '" + match.Groups[1].Value + "' does not exist."));
        }

        /// <summary>A connection string, or a section for an identity.</summary>
        public static IConfigurationSection Connection(FunctionContext context, string name)
        {
            var configuration = context.InstanceServices.GetRequiredService<IConfiguration>();
            name = Resolve(context, name);
            var names = new[] { "AzureWebJobs" + name, "ConnectionStrings:AzureWebJobs" + name, name, "ConnectionStrings:" + name };
            return names.Select(configuration.GetSection).FirstOrDefault(section => section.Exists())
                ?? throw new InvalidOperationException("The connection '" + name + "' does not exist.");
        }

        public static TokenCredential Credential(IConfigurationSection connection) => Credentials.GetOrAdd(connection.Path, path =>
        {
            var services = new ServiceCollection();
            services.AddAzureClientsCore();
            return services.BuildServiceProvider().GetRequiredService<AzureComponentFactory>().CreateTokenCredential(connection);
        });
    }
