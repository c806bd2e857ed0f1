using System.Configuration;
using System.Globalization;

namespace Depot
{
    /// <summary>Settings as the host of version 1 hands them out.</summary>
    public static class Settings
    {
        public static string Name
        {
            get { return ConfigurationManager.AppSettings["DepotName"]; }
        }

        public static decimal Heaviest
        {
            get
            {
                var text = ConfigurationManager.AppSettings.Get("HeaviestParcel") ?? "20";
                return decimal.Parse(text, CultureInfo.InvariantCulture);
            }
        }
    }
}
