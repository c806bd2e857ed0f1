
    /// <summary>Registers GraphQL as the package did for the host's builder.</summary>
    [ExcludeFromCodeCoverage]
    internal static class GraphQLFunctions
    {
        public static IRequestExecutorBuilder AddGraphQLFunction(this IHostApplicationBuilder builder, int maxAllowedRequestSize = 20 * 1000 * 1000, string apiRoute = "/api/graphql") =>
            builder.Services.AddGraphQLFunction(maxAllowedRequestSize, apiRoute);
    }
