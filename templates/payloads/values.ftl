    /// <summary>Values that are the same in every run: each property and constructor argument is filled.</summary>
    internal static class PayloadValues
    {
        private const int Deepest = 4;

        private static readonly Dictionary<Type, object> Plain = new Dictionary<Type, object>
        {
            [typeof(string)] = "text",
            [typeof(object)] = "text",
            [typeof(bool)] = true,
            [typeof(char)] = 'c',
            [typeof(float)] = 1.5f,
            [typeof(double)] = 2.5d,
            [typeof(decimal)] = 12.50m,
            [typeof(Guid)] = new Guid("5f1d3c9e-0b7a-4f43-9d52-3f2f6a1c7b10"),
            [typeof(Uri)] = new Uri("https://example.org/a"),
            [typeof(TimeSpan)] = new TimeSpan(1, 2, 3),
            [typeof(DateTime)] = new DateTime(2024, 2, 29, 13, 5, 7, DateTimeKind.Utc),
            [typeof(DateTimeOffset)] = new DateTimeOffset(2024, 2, 29, 13, 5, 7, TimeSpan.FromHours(2)),
            [typeof(byte[])] = new byte[] { 1, 2, 255 },
        };

        public static object Of(Type type) => Of(type, 0);

        private static object Of(Type type, int depth)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (Plain.TryGetValue(type, out var plain)) return plain;
            if (type.IsEnum) return Enum.GetValues(type).Cast<object>().LastOrDefault() ?? Activator.CreateInstance(type);
            if (type.IsPrimitive) return Convert.ChangeType(7, type);
            if (depth > Deepest) return null;
            if (type.IsArray) return Filled(Array.CreateInstance(type.GetElementType(), 1), Of(type.GetElementType(), depth + 1));
            var arguments = type.GetGenericArguments();
            if (typeof(IEnumerable).IsAssignableFrom(type) && arguments.Length == 1)
            {
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments));
                list.Add(Of(arguments[0], depth + 1));
                return type.IsInstanceOfType(list) ? list : Activator.CreateInstance(type, list);
            }

            if (typeof(IEnumerable).IsAssignableFrom(type) && arguments.Length == 2 && arguments[0] == typeof(string))
            {
                var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments));
                map["key"] = Of(arguments[1], depth + 1);
                return type.IsInstanceOfType(map) ? map : Activator.CreateInstance(type, map);
            }

            return type.IsAbstract || type.IsInterface ? null : Made(type, depth + 1);
        }

        private static Array Filled(Array array, object value)
        {
            array.SetValue(value, 0);
            return array;
        }

        private static object Made(Type type, int depth)
        {
            var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).FirstOrDefault();
            var value = constructor == null
                ? Activator.CreateInstance(type, true)
                : constructor.Invoke(constructor.GetParameters().Select(p => Of(p.ParameterType, depth)).ToArray());
            foreach (var property in type.GetProperties().Where(p => p.SetMethod != null && p.SetMethod.IsPublic && p.GetIndexParameters().Length == 0))
            {
                var filled = Of(property.PropertyType, depth);
                if (filled != null) property.SetValue(value, filled);
            }

            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(f => !f.IsInitOnly))
            {
                var filled = Of(field.FieldType, depth);
                if (filled != null) field.SetValue(value, filled);
            }

            return value;
        }
    }
