
    /// <summary>Marks a parameter that is a service of the app.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class InjectAttribute : Attribute
    {
    }

    /// <summary>Parameters with [Inject]; a service that nobody registered is an error.</summary>
    [ExcludeFromCodeCoverage]
    internal static class InjectedParameters
    {
        private static readonly ConcurrentDictionary<string, Type[]> InjectedTypes = new ConcurrentDictionary<string, Type[]>();

        public static bool Handles(FunctionContext context, Type type) => InjectedTypes.GetOrAdd(context.FunctionDefinition.EntryPoint, InjectedTypesOf).Contains(type);

<#if model.parts.injectedServices>
        public static object Service(FunctionContext context, Type type) => context.InstanceServices.GetRequiredService<InjectedScope>().Services.GetRequiredService(type);
<#else>
        public static object Service(FunctionContext context, Type type) => context.InstanceServices.GetRequiredService(type);
</#if>

        private static Type[] InjectedTypesOf(string entryPoint)
        {
            var dot = entryPoint.LastIndexOf('.');
            return AppDomain.CurrentDomain.GetAssemblies()
                .Select(assembly => assembly.GetType(entryPoint.Substring(0, dot)))
                .Where(type => type != null)
                .SelectMany(type => type.GetMethods())
                .Where(method => method.Name == entryPoint.Substring(dot + 1))
                .SelectMany(method => method.GetParameters())
                .Where(parameter => parameter.IsDefined(typeof(InjectAttribute), false))
                .Select(parameter => parameter.ParameterType)
                .ToArray();
        }
    }
