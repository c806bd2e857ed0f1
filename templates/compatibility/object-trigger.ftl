
    /// <summary>[HttpTrigger] on an own type: the body by MVC's formatters, then query and route. A body that does not fit is an empty object.</summary>
    [ExcludeFromCodeCoverage]
    internal static class TriggerObject
    {
        public static async Task<object> ReadAsync(Type type, HttpRequest request)
        {
            var members = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
            object value = null;
            if (request.ContentLength > 0<#if model.parts.chunkedBodies> || request.ContentLength == null</#if>)
            {
                value = await BodyAsync(type, request, members);
            }

            foreach (var query in request.Query.Where(q => !q.Key.Equals("code", StringComparison.OrdinalIgnoreCase)))
            {
                members[query.Key] = query.Value.Last();
            }

            foreach (var route in request.RouteValues)
            {
                members[route.Key] = route.Value;
            }

            value = value ?? Activator.CreateInstance(type);
            foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0))
            {
                if (members.TryGetValue(property.Name, out var member))
                {
                    property.SetValue(value, member is JObject json ? json.ToObject(property.PropertyType) : SimpleValue.From(member, property.PropertyType));
                }
            }

            return value;
        }

        private static async Task<object> BodyAsync(Type type, HttpRequest request, Dictionary<string, object> members)
        {
            var services = request.HttpContext.RequestServices;
            var metadata = services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(type);
            var context = new InputFormatterContext(request.HttpContext, string.Empty, new ModelStateDictionary(), metadata, (stream, encoding) => new StreamReader(stream, encoding, true, 1024, true));
            var formatter = services.GetRequiredService<IOptions<MvcOptions>>().Value.InputFormatters.FirstOrDefault(f => f.CanRead(context));
            object value = null;
            if (formatter != null)
            {
                value = (await formatter.ReadAsync(context)).Model;
            }
            else
            {
                AddMembers(await new StreamReader(request.Body).ReadToEndAsync(), members);
            }

            if (request.Body.CanSeek)
            {
                request.Body.Position = 0;
            }

            return value;
        }

        private static void AddMembers(string body, Dictionary<string, object> members)
        {
            try
            {
                foreach (var member in JObject.Parse(body).Properties().Where(p => p.Value.Type != JTokenType.Array && p.Value.Type != JTokenType.Null))
                {
                    members[member.Name] = member.Value is JObject ? (object)member.Value : (string)member.Value;
                }
            }
            catch (JsonReaderException)
            {
                // No JSON: no members.
            }
        }
    }
