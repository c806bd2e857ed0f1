<#if !model.usingsInside>
<#list model.usings as namespace>
using [=namespace];
</#list>

</#if>
namespace [=model.namespace]
{
<#if model.usingsInside>
<#list model.usings as namespace>
    using global::[=namespace];
</#list>

</#if>
    internal static class [=model.className]
    {
        private static void Main(string[] args)
        {
            var builder = FunctionsApplication.CreateBuilder(args);
<#list model.configurationStatements as block>
[=block]
</#list>
<#if model.httpIntegration>
            builder.ConfigureFunctionsWebApplication();
</#if>
<#if model.compatibility>
            builder.UseInProcessCompatibility();
</#if>
<#if model.httpNewtonsoft>
            builder.Services.AddMvc().AddNewtonsoftJson().AddXmlDataContractSerializerFormatters();
</#if>
<#if model.workerNewtonsoft>
            builder.Services.Configure<WorkerOptions>(options => options.Serializer = new NewtonsoftJsonObjectSerializer());
</#if>
<#if model.requestBodySize>
            builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 104857600);
</#if>
<#if model.synchronousWrites>
            builder.Services.Configure<KestrelServerOptions>(options => options.AllowSynchronousIO = true);
</#if>
<#if model.httpClient>
            builder.Services.AddHttpClient();
</#if>
<#if model.applicationInsights>
            builder.Services.AddApplicationInsightsTelemetryWorkerService();
            builder.Services.ConfigureFunctionsApplicationInsights();
            // With the rule of this provider, Application Insights would get warnings and errors only.
            builder.Services.Configure<LoggerFilterOptions>(options => options.Rules.Where(rule => rule.ProviderName == "Microsoft.Extensions.Logging.ApplicationInsights.ApplicationInsightsLoggerProvider").ToList().ForEach(rule => options.Rules.Remove(rule)));
</#if>
<#if model.openTelemetry>
            var telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
            if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] != null) telemetry.UseAzureMonitorExporter();
</#if>
<#list model.logFilters as filter>
            builder.Logging.AddFilter([=filter.category], LogLevel.[=filter.level]);
</#list>
<#if model.logLevelSettings>
            builder.Logging.AddConfiguration(builder.Configuration.GetSection("AzureFunctionsJobHost:logging"));
</#if>
<#list model.serviceStatements as block>
[=block]
</#list>
<#if model.workerConfiguration>
            builder.UseWorkerConfiguration();
</#if>
            builder.Build().Run();
        }
    }
}
