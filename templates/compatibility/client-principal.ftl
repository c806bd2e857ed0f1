
    /// <summary>The caller, from a header that only counts where the platform vouches for it: elsewhere anybody can send it.</summary>
    [ExcludeFromCodeCoverage]
    internal static class ClientPrincipal
    {
        private static readonly bool PlatformAuthenticates = bool.TryParse(Environment.GetEnvironmentVariable("WEBSITE_AUTH_ENABLED"), out var isEnabled) && isEnabled;

        public static ClaimsPrincipal Read(HttpRequest request)
        {
            if (!PlatformAuthenticates || !request.Headers.TryGetValue("X-MS-CLIENT-PRINCIPAL", out var header))
            {
                return null;
            }

            try
            {
                using (var json = JsonDocument.Parse(Convert.FromBase64String(header.ToString())))
                {
                    var root = json.RootElement;
                    return new ClaimsPrincipal(root.TryGetProperty("identityProvider", out _) ? StaticWebApp(root) : Platform(root));
                }
            }
            catch (Exception)
            {
                // Not what the platform writes: nobody is signed in.
                return null;
            }
        }

        private static ClaimsIdentity Platform(JsonElement json)
        {
            var identity = new ClaimsIdentity(Text(json, "auth_typ"), Text(json, "name_typ"), Text(json, "role_typ"));
            foreach (var claim in Items(json, "claims"))
            {
                Add(identity, Text(claim, "typ"), Text(claim, "val"));
            }

            return identity;
        }

        private static ClaimsIdentity StaticWebApp(JsonElement json)
        {
            var identity = new ClaimsIdentity(Text(json, "identityProvider"));
            Add(identity, ClaimTypes.NameIdentifier, Text(json, "userId"));
            Add(identity, ClaimTypes.Name, Text(json, "userDetails"));
            foreach (var role in Items(json, "userRoles"))
            {
                Add(identity, ClaimTypes.Role, role.GetString());
            }

            return identity;
        }

        private static void Add(ClaimsIdentity identity, string type, string value)
        {
            if (type != null && value != null)
            {
                identity.AddClaim(new Claim(type, value));
            }
        }

        private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

        private static IEnumerable<JsonElement> Items(JsonElement json, string name)
        {
            return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Empty<JsonElement>();
        }
    }
