
    /// <summary>Settings as the host resolves them for a binding.</summary>
    [ExcludeFromCodeCoverage]
    internal static class BindingSettings
    {
        private static readonly ConcurrentDictionary<string, TokenCredential> Credentials = new ConcurrentDictionary<string, TokenCredential>();

        /// <summary>%NAME% becomes the setting of that name, {name} the value of the trigger.</summary>
        public static string Resolve(FunctionContext context, string text)
        {
            if (text == null)
            {
                return null;
            }
            var configuration = context.InstanceServices.GetRequiredService<IConfiguration>();
            text = Regex.Replace(text, "%([^%]+)%", match => configuration[match.Groups[1].Value]
                ?? throw new InvalidOperationException("The setting '" + match.Groups[1].Value + "' does not exist."));
            return Regex.Replace(text, @"\{([^{}:]+)(?::([^{}]+))?\}", match => Value(context, match.Groups[1].Value, match.Groups[2].Value));
        }

        private static string Value(FunctionContext context, string name, string format)
        {
            switch (name.ToLowerInvariant())
            {
                case "rand-guid":
                    return Guid.NewGuid().ToString(format);
                case "datetime":
                    return DateTime.UtcNow.ToString(format.Length == 0 ? "yyyy-MM-ddTHH-mm-ssK" : format, CultureInfo.InvariantCulture);
                case "sys.methodname":
                    return context.FunctionDefinition.Name;
            }
            var path = name.Split('.');
            var found = context.BindingContext.BindingData.FirstOrDefault(pair => string.Equals(pair.Key, path[0], StringComparison.OrdinalIgnoreCase)).Value?.ToString();
            foreach (var member in path.Skip(1).Where(member => found != null))
            {
                var members = JsonDocument.Parse(found).RootElement.EnumerateObject();
                found = members.Where(one => string.Equals(one.Name, member, StringComparison.OrdinalIgnoreCase)).Select(one => one.Value.ToString()).FirstOrDefault();
            }
            return found ?? throw new InvalidOperationException("The trigger has no value '" + name + "'.");
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
