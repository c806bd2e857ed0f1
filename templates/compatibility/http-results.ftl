
    /// <summary>What a function returns to what the client gets; null is 204.</summary>
    [ExcludeFromCodeCoverage]
    internal static class HttpResults
    {
        public static IActionResult From(object value)
        {
            switch (value)
            {
                case IActionResult result:
                    return result;
                case IConvertToActionResult convertible:
                    return convertible.Convert();
<#if model.parts.responseMessage>
                case HttpResponseMessage message:
                    return new ResponseMessageResult(message);
</#if>
                default:
                    return new ObjectResult(value);
            }
        }
    }
