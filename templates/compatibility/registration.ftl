
    /// <summary>The call in Program.cs: behind ConfigureFunctionsWebApplication(), before middleware of the app.</summary>
    [ExcludeFromCodeCoverage]
    internal static class InProcessCompatibility
    {
        public static IFunctionsWorkerApplicationBuilder UseInProcessCompatibility(this IFunctionsWorkerApplicationBuilder builder)
        {
<#if model.parts.requests>
            builder.UseMiddleware<InProcessRequests>();
</#if>
<#if model.parts.functionFilters>
            builder.UseMiddleware<InProcessFilters>();
</#if>
<#if model.parts.binderCompletion>
            builder.UseMiddleware(async (context, next) =>
            {
                await next();
                await Binder.CompleteAsync(context);
            });
</#if>
<#if model.parts.triggerAnswers>
            builder.UseMiddleware(TriggerAnswers.HandBackAsync);
</#if>
<#if model.parts.instanceFilters>
            builder.Services.AddSingleton<IFunctionActivator, FunctionObjects>();
</#if>
<#if model.parts.configurationNames>
            builder.Services.AddSingleton<INameResolver, ConfigurationNames>();
</#if>
<#if model.parts.stoppingWorker>
            builder.Services.AddSingleton<IDrainModeManager, StoppingWorker>();
</#if>
<#if model.parts.appDirectory>
            builder.Services.Configure<ExecutionContextOptions>(options => options.AppDirectory = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar));
</#if>
<#if model.parts.parameters>
            builder.Services.Configure<WorkerOptions>(options => options.InputConverters.RegisterAt<InProcessParameters>(0));
</#if>
<#if model.parts.check>
            builder.Services.AddHostedService<InProcessCheck>();
</#if>
<#if model.parts.httpContextAccessor>
            builder.Services.AddHttpContextAccessor();
</#if>
<#if model.parts.telemetryNames>
            builder.Services.AddSingleton<ITelemetryInitializer, TelemetryNames>();
</#if>
            return builder;
        }
    }
