
    /// <summary>A hub with the members that it had in-process, on the hub of the worker.</summary>
    [ExcludeFromCodeCoverage]
    public abstract class ServerlessHub[=hub.parameter] : global::Microsoft.Azure.Functions.Worker.SignalRService.ServerlessHub[=hub.parameter][=hub.constraint]
    {
        protected ServerlessHub(IServiceProvider serviceProvider)
            : base(serviceProvider)
        {
        }

        public new IHubClients[=hub.parameter] Clients => base.Clients;

        public new [=hub.groups] Groups => base.Groups;

        public new [=hub.userGroups] UserGroups => base.UserGroups;

        public new ClientManager ClientManager => base.ClientManager;

        public string HubName => GetType().Name;

<#if hub.parameter == "">
        protected SignalRConnectionInfo Negotiate(string userId = null, IList<Claim> claims = null, TimeSpan? lifetime = null) =>
            NegotiateAsync(new NegotiationOptions { UserId = userId, Claims = claims, TokenLifetime = lifetime ?? TimeSpan.FromHours(1) }).Result;

</#if>
        protected new async Task<SignalRConnectionInfo> NegotiateAsync(NegotiationOptions options)
        {
            using (var answer = JsonDocument.Parse(await base.NegotiateAsync(options).ConfigureAwait(false)))
            {
                return new SignalRConnectionInfo
                {
                    Url = answer.RootElement.GetProperty("url").GetString(),
                    AccessToken = answer.RootElement.GetProperty("accessToken").GetString(),
                };
            }
        }
<#if model.parts.hubClaims>

        protected IList<Claim> GetClaims(string jwt)
        {
            var token = jwt.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? jwt.Substring(7).Trim() : jwt;
            return new JwtSecurityTokenHandler().ReadJwtToken(token).Claims.ToList();
        }
</#if>
    }
