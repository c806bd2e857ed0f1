
    /// <summary>Calls filters as the in-process host did: of the function's own object, of the services, of the class, of the method.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class InProcessFilters : IFunctionsWorkerMiddleware
    {
        private readonly ConcurrentDictionary<string, MethodInfo> _methods = new ConcurrentDictionary<string, MethodInfo>();
        private readonly ConcurrentDictionary<MethodInfo, IFunctionFilter[]> _filters = new ConcurrentDictionary<MethodInfo, IFunctionFilter[]>();
        private readonly IFunctionFilter[] _services;
        private readonly ILoggerFactory _loggers;

        public InProcessFilters(IEnumerable<IFunctionFilter> services, ILoggerFactory loggers)
        {
            _services = services.ToArray();
            _loggers = loggers;
        }

        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var filters = Filters(context);
            return filters.Length == 0 ? next(context) : new Call(context, filters, _loggers).InvokeAsync(next);
        }

        private IFunctionFilter[] Filters(FunctionContext context)
        {
            var method = _methods.GetOrAdd(context.FunctionDefinition.Id, _ => Method(context.FunctionDefinition));
            var filters = _filters.GetOrAdd(method, m => _services
                .Concat(m.DeclaringType.GetCustomAttributes().OfType<IFunctionFilter>())
                .Concat(m.GetCustomAttributes().OfType<IFunctionFilter>())
                .ToArray());
<#if model.parts.instanceFilters>
            if (!method.IsStatic && typeof(IFunctionFilter).IsAssignableFrom(method.ReflectedType))
            {
                var instance = context.InstanceServices.GetRequiredService<IFunctionActivator>().CreateInstance(method.ReflectedType, context);
                context.Items[typeof(FunctionObjects)] = instance;
                return filters.Prepend((IFunctionFilter)instance).ToArray();
            }

</#if>
            return filters;
        }

        private static MethodInfo Method(FunctionDefinition function)
        {
            var dot = function.EntryPoint.LastIndexOf('.');
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(function.PathToAssembly)
                .GetType(function.EntryPoint.Substring(0, dot), true).GetMethod(function.EntryPoint.Substring(dot + 1));
        }

        private sealed class Call
        {
            private readonly FunctionContext _context;
            private readonly IFunctionFilter[] _filters;
            private readonly Dictionary<string, object> _properties = new Dictionary<string, object>();
            private readonly Guid _id;
            private readonly string _name;
            private readonly ILogger _log;

            public Call(FunctionContext context, IFunctionFilter[] filters, ILoggerFactory loggers)
            {
                _context = context;
                _filters = filters;
                _id = Guid.Parse(context.InvocationId);
                _name = context.FunctionDefinition.Name;
                _log = loggers.CreateLogger("Function." + _name);
            }
<#if model.parts.exceptionFilters>

            public async Task InvokeAsync(FunctionExecutionDelegate next)
            {
                try
                {
                    await <#if model.parts.invocationFilters>InvokeFilteredAsync(next)<#else>next(_context)</#if>;
                }
                catch (Exception exception)
                {
                    (await FailedAsync(exception)).Throw();
                }
            }

            /// <summary>What the filters leave of the exception; the host wraps it anew.</summary>
            private async Task<ExceptionDispatchInfo> FailedAsync(Exception exception)
            {
                var wrapped = exception is OperationCanceledException || exception is FunctionTimeoutException
                    ? exception
                    : new FunctionInvocationException("Exception while executing function: " + _name, _id, _context.FunctionDefinition.EntryPoint, exception);
                var failure = ExceptionDispatchInfo.Capture(wrapped);
                foreach (var filter in _filters.OfType<IFunctionExceptionFilter>())
                {
                    try
                    {
                        await filter.OnExceptionAsync(new FunctionExceptionContext(_id, _name, _log, failure, _properties), _context.CancellationToken);
                    }
                    catch (Exception other)
                    {
                        failure = ExceptionDispatchInfo.Capture(other);
                    }
                }

                return failure.SourceException == wrapped ? ExceptionDispatchInfo.Capture(exception) : failure;
            }
</#if>
<#if model.parts.invocationFilters>

            <#if model.parts.exceptionFilters>private<#else>public</#if> async Task <#if model.parts.exceptionFilters>InvokeFilteredAsync<#else>InvokeAsync</#if>(FunctionExecutionDelegate next)
            {
                var arguments = await ArgumentsAsync();
                var called = new Stack<IFunctionInvocationFilter>();
                ExceptionDispatchInfo failure = null;
                try
                {
                    var executing = new FunctionExecutingContext(arguments, _properties, _id, _name, _log);
                    foreach (var filter in _filters.OfType<IFunctionInvocationFilter>())
                    {
                        await filter.OnExecutingAsync(executing, CancellationToken.None);
                        called.Push(filter);
                    }

                    await next(_context);
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }

                foreach (var filter in called)
                {
                    var result = failure == null ? new FunctionResult(true) : new FunctionResult(failure.SourceException);
                    try
                    {
                        await filter.OnExecutedAsync(new FunctionExecutedContext(arguments, _properties, _id, _name, _log, result), CancellationToken.None);
                    }
                    catch (Exception exception)
                    {
                        failure = ExceptionDispatchInfo.Capture(exception);
                    }
                }

                failure?.Throw();
            }

            private async Task<Dictionary<string, object>> ArgumentsAsync()
            {
                var bound = await _context.Features.Get<IFunctionInputBindingFeature>().BindFunctionInputAsync(_context);
                return _context.FunctionDefinition.Parameters
                    .Zip(bound.Values, (parameter, value) => new KeyValuePair<string, object>(parameter.Name, value))
                    .Where(argument => !(argument.Value is FunctionContext))
                    .ToDictionary(argument => argument.Key, argument => argument.Value);
            }
</#if>
        }
    }
<#if model.parts.instanceFilters>

    /// <summary>A function runs on the object that was called as its filter.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class FunctionObjects : IFunctionActivator
    {
        public object CreateInstance(Type instanceType, FunctionContext context) =>
            context.Items.TryGetValue(typeof(FunctionObjects), out var instance) ? instance : ActivatorUtilities.CreateInstance(context.InstanceServices, instanceType);
    }
</#if>
