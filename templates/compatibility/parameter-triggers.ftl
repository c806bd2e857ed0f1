
        private static ValueTask<ConversionResult> Trigger(Type type, HttpRequest request)
        {
<#if model.parts.requestMessage>
            if (type == typeof(HttpRequestMessage)) return Supply(RequestMessage.From(request));
</#if>
<#if model.parts.bodyTrigger>
            if (TriggerBody.Handles(type)) return SupplyAsync(TriggerBody.ReadAsync(type, request));
</#if>
<#if model.parts.objectTrigger>
            return SupplyAsync(TriggerObject.ReadAsync(type, request));
<#else>
            return Leave();
</#if>
        }
