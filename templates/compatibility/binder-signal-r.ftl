
        /// <summary>What a client needs to connect: made by the worker, as the extension in the host made it.</summary>
        private async Task<object> ConnectionInfoAsync(SignalRConnectionInfoAttribute client, CancellationToken cancellationToken)
        {
            var hub = await HubAsync(client.Connection, BindingSettings.Resolve(_context, client.HubName));
            var answer = await hub.NegotiateAsync(new NegotiationOptions
            {
                UserId = BindingSettings.Resolve(_context, client.UserId),
<#if model.parts.binderSignalRClaims>
                Claims = Claims(BindingSettings.Resolve(_context, client.IdToken), client.ClaimTypeList),
<#else>
                Claims = new List<Claim>(),
</#if>
<#if model.parts.binderSignalRHttp>
                HttpContext = _context.GetHttpContext(),
</#if>
            }, cancellationToken);
            return new SignalRConnectionInfo { Url = answer.Url, AccessToken = answer.AccessToken };
        }
<#if model.parts.binderSignalRClaims>

        /// <summary>Claims of the token that the list names; those of the service's own token get a prefix.</summary>
        private static List<Claim> Claims(string token, string[] types) => token == null || types == null || types.Length == 0
            ? new List<Claim>()
            : new JwtSecurityTokenHandler().ReadJwtToken(token).Claims
                .Where(claim => types.Contains(claim.Type))
                .Select(claim => new[] { "aud", "exp", "iat", "nbf" }.Contains(claim.Type) ? new Claim("asrs.u." + claim.Type, claim.Value) : claim)
                .ToList();
</#if>

        private async Task<ServiceHubContext> HubAsync(string connection, string hub)
        {
            var key = connection + "/" + hub;
            try
            {
                return await HubContexts.GetOrAdd(key, name => new Lazy<Task<ServiceHubContext>>(() => Manager(connection).CreateHubContextAsync(hub, CancellationToken.None))).Value;
            }
            catch (Exception)
            {
                HubContexts.TryRemove(key, out _);
                throw;
            }
        }

        /// <summary>Settings are looked up as by the extension: no prefix, and all of Azure:SignalR:Endpoints.</summary>
        private ServiceManager Manager(string connection)
        {
            var configuration = _context.InstanceServices.GetRequiredService<IConfiguration>();
            var builder = new ServiceManagerBuilder().WithLoggerFactory(_context.InstanceServices.GetRequiredService<ILoggerFactory>()).WithOptions(options =>
            {
                options.ConnectionString = configuration.GetConnectionString(connection) ?? configuration[connection];
                var endpoints = configuration.GetSection("Azure:SignalR:Endpoints").GetChildren().SelectMany(section => Endpoints(section)).ToList();
                var identity = configuration.GetSection(connection);
                if (options.ConnectionString == null && identity["serviceUri"] != null)
                {
                    endpoints.Add(Endpoint(identity, string.Empty));
                }
                options.ServiceEndpoints = endpoints.ToArray();
                if (Enum.TryParse<ServiceTransportType>(configuration["AzureSignalRServiceTransportType"], out var transport))
                {
                    options.ServiceTransportType = transport;
                }
            });
            var router = _context.InstanceServices.GetService<IEndpointRouter>();
            return (router == null ? builder : builder.WithRouter(router)).BuildServiceManager();
        }

        private static IEnumerable<ServiceEndpoint> Endpoints(IConfigurationSection section)
        {
            if (section["serviceUri"] != null)
            {
                yield return Endpoint(section, section.Key);
                yield break;
            }
            if (section.Value != null)
            {
                yield return new ServiceEndpoint(section.Key, section.Value);
            }
            if (section["primary"] != null)
            {
                yield return new ServiceEndpoint(section["primary"], EndpointType.Primary, section.Key);
            }
            if (section["secondary"] != null)
            {
                yield return new ServiceEndpoint(section["secondary"], EndpointType.Secondary, section.Key);
            }
        }

        private static ServiceEndpoint Endpoint(IConfigurationSection section, string name) => new ServiceEndpoint(
            new Uri(section["serviceUri"]),
            BindingSettings.Credential(section),
            section.GetValue("type", EndpointType.Primary),
            name,
            section.GetValue<Uri>("serverEndpoint"),
            section.GetValue<Uri>("clientEndpoint"));
