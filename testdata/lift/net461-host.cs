// What runtime version 1 and the .NET Framework gave to an app and later hosts do not: see net461.targets.
using System.Collections;
using System.Collections.Generic;
using System.Configuration;
using System.Net.Http.Formatting;
using System.Runtime.CompilerServices;
using System.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.WebApiCompatShim;
using Microsoft.Extensions.DependencyInjection;

namespace System.Web.Http
{
    /// <summary>Stands for the configuration of Web API, of which tests need that it is there.</summary>
    public class HttpConfiguration
    {
    }
}

namespace System.Net.Http
{
    public static class VersionOneRequests
    {
        public static IEnumerable<KeyValuePair<string, string>> GetQueryNameValuePairs(this HttpRequestMessage request)
        {
            return new FormDataCollection(request.RequestUri);
        }

        /// <summary>Web API kept its formatters in the configuration, the compatibility shim asks a service for them.</summary>
        public static void SetConfiguration(this HttpRequestMessage request, HttpConfiguration configuration)
        {
            var services = new ServiceCollection().AddSingleton<IContentNegotiator, DefaultContentNegotiator>();
            services.Configure<WebApiCompatShimOptions>(options => options.Formatters.AddRange(new MediaTypeFormatterCollection()));
            var context = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
#pragma warning disable CS0618
            request.Properties[nameof(HttpContext)] = context;
#pragma warning restore CS0618
        }
    }

    internal static class VersionOneSettings
    {
        /// <summary>The host of version 1 had its settings in AppSettings as well.</summary>
        [ModuleInitializer]
        internal static void Fill()
        {
            foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            {
                ConfigurationManager.AppSettings[(string)variable.Key] = (string)variable.Value;
            }
        }
    }
}
