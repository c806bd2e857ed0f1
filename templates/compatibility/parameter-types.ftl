<#if model.parts.injected>
            if (InjectedParameters.Handles(context.FunctionContext, type)) return Supply(InjectedParameters.Service(context.FunctionContext, type));
</#if>
<#if model.parts.logger>
            if (type == typeof(ILogger)) return Supply(UserLogger(context.FunctionContext));
</#if>
<#if model.parts.traceWriter>
            if (type == typeof(TraceWriter)) return Supply(new TraceWriter(UserLogger(context.FunctionContext)));
</#if>
<#if model.parts.executionContext>
            if (type == typeof(ExecutionContext)) return Supply(Execution(context.FunctionContext));
</#if>
<#if model.parts.binder>
            if (type == typeof(Binder) || type == typeof(IBinder)) return Supply(new Binder(context.FunctionContext));
</#if>
<#if model.parts.claimsParameter>
            if (type == typeof(ClaimsPrincipal) && context.FunctionContext.GetHttpContext() is HttpContext caller) return Supply(caller.User);
</#if>
<#if model.parts.routeValues>
            if (context.Source is string value && SimpleValue.Handles(type) && context.FunctionContext.GetHttpContext() != null) return Supply(SimpleValue.From(value, type));
</#if>
<#if model.parts.triggers>
            if (context.Source is HttpRequestData && type != typeof(HttpRequest) && !typeof(HttpRequestData).IsAssignableFrom(type)
                && context.FunctionContext.GetHttpContext() is HttpContext http)
            {
                return Trigger(type, http.Request);
            }

</#if>
