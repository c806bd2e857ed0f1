
    /// <summary>Settings by their names, as the host resolved them for the code.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class ConfigurationNames : INameResolver
    {
        private readonly IConfiguration _configuration;

        public ConfigurationNames(IConfiguration configuration) => _configuration = configuration;

        public string Resolve(string name) => string.IsNullOrEmpty(name) ? null : _configuration[name];
    }
