
    /// <summary>What a function returns to what the client gets; null is 204.</summary>
    [ExcludeFromCodeCoverage]
    internal static class HttpResults
    {
        public static IActionResult From(object value) =>
            value is IActionResult result ? result
            : value is IConvertToActionResult convertible ? convertible.Convert()
<#if model.parts.responseMessage>
            : value is HttpResponseMessage message ? new ResponseMessageResult(message)
</#if>
            : (IActionResult)new ObjectResult(value);
    }
