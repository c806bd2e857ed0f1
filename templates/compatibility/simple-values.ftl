
    /// <summary>Text of a route or query to a simple type, as the in-process host converted it.</summary>
    [ExcludeFromCodeCoverage]
    internal static class SimpleValue
    {
<#if model.parts.routeValues>
        public static bool Handles(Type type)
        {
            var bare = Nullable.GetUnderlyingType(type) ?? type;
            return bare.IsPrimitive || bare.IsEnum || bare == typeof(decimal) || bare == typeof(DateTime) || bare == typeof(Guid);
        }

</#if>
        public static object From(object value, Type type)
        {
            if (value == null || type.IsInstanceOfType(value))
            {
                return value;
            }

            var bare = Nullable.GetUnderlyingType(type) ?? type;
            return bare == typeof(Guid) && value is string text
                ? Guid.Parse(text)
                : Convert.ChangeType(value, bare, CultureInfo.InvariantCulture);
        }
    }
