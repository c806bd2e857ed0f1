
    /// <summary>Around every HTTP function, inside the proxying of ConfigureFunctionsWebApplication().</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class InProcessRequests : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
            context.FunctionDefinition.InputBindings.Values.Any(b => b.Type == "httpTrigger") ? InvokeHttp(context, next) : next(context);

        private static async Task InvokeHttp(FunctionContext context, FunctionExecutionDelegate next)
        {
            var http = context.GetHttpContext() ?? throw new InvalidOperationException("UseInProcessCompatibility() belongs behind ConfigureFunctionsWebApplication().");
<#if model.parts.bodyBuffering>
            if (http.Request.ContentLength > 0)
            {
                http.Request.EnableBuffering();
                await http.Request.Body.CopyToAsync(Stream.Null);
                http.Request.Body.Position = 0;
            }

</#if>
<#if model.parts.requestHeaders>
            RestoreHeaders(http);
</#if>
<#if model.parts.claimsPrincipal>
            if (ClientPrincipal.Read(http.Request) is ClaimsPrincipal user) http.User = user;
</#if>
<#if model.parts.httpContextAccessor>
            context.InstanceServices.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
</#if>
            await next(context);
<#if model.parts.httpResults>
            if (context.FunctionDefinition.OutputBindings.Values.Any(b => b.Type == "http" && b.Name == "$return")) SetResult(context.GetInvocationResult(), http.Response);
</#if>
        }
<#if model.parts.httpResults>

        private static void SetResult(InvocationResult result, HttpResponse response)
        {
            var isDone = result.Value == null ? response.HasStarted : result.Value is IActionResult || result.Value is IResult || result.Value is HttpResponseData;
            if (!isDone) result.Value = HttpResults.From(result.Value);
        }
</#if>
<#if model.parts.requestHeaders>

        /// <summary>The worker takes the last entry of forwarded headers for itself and adds its own; functions read what the front end had sent.</summary>
        private static void RestoreHeaders(HttpContext http)
        {
            var (connection, headers) = (http.Connection, http.Request.Headers);
            var address = connection.RemotePort == 0 ? connection.RemoteIpAddress?.ToString() : new IPEndPoint(connection.RemoteIpAddress, connection.RemotePort).ToString();
            Restore(headers, "For", address);
            Restore(headers, "Proto", http.Request.Scheme);
            Restore(headers, "Host", http.Request.Host.Value);
            headers.Remove("x-ms-invocation-id");
        }

        private static void Restore(IHeaderDictionary headers, string name, string taken)
        {
            if (headers.Remove("X-Original-" + name))
            {
                var others = headers["X-Forwarded-" + name].ToString();
                headers["X-Forwarded-" + name] = others.Length == 0 ? taken : others + ", " + taken;
            }
        }
</#if>
    }
