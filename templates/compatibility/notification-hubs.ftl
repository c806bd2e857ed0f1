
    /// <summary>Notification hubs by a client of their SDK, with the settings that the attribute named.</summary>
    [ExcludeFromCodeCoverage]
    internal static class NotificationHubs
    {
        private static readonly ConcurrentDictionary<string, NotificationHubClient> Clients = new ConcurrentDictionary<string, NotificationHubClient>();

        public static NotificationHubClient Client(FunctionContext context, string connectionSetting, string hubName, bool enableTestSend)
        {
            var settings = context.InstanceServices.GetRequiredService<IConfiguration>();
            var connection = Setting(settings, connectionSetting ?? "AzureWebJobsNotificationHubsConnectionString");
            var hub = BindingSettings.Resolve(context, hubName) ?? Setting(settings, "AzureWebJobsNotificationHubName");
            return Clients.GetOrAdd(enableTestSend + "/" + hub.ToLowerInvariant() + "/" + connection, key => NotificationHubClient.CreateClientFromConnectionString(connection, hub, enableTestSend));
        }

        /// <summary>Sends at once what is added: a notification, its text or the properties of a template.</summary>
        public static ClientCollector<T> Collector<T>(FunctionContext context, string connectionSetting, string hubName, string tagExpression, NotificationPlatform platform, bool enableTestSend)
        {
            var client = Client(context, connectionSetting, hubName, enableTestSend);
            var tags = BindingSettings.Resolve(context, tagExpression);
            return new ClientCollector<T>((item, token) => client.SendNotificationAsync(From(item, platform), tags, token));
        }

        private static string Setting(IConfiguration settings, string name) =>
            settings[name] ?? throw new InvalidOperationException("The setting '" + name + "' does not exist.");

        private static Notification From(object item, NotificationPlatform platform)
        {
            switch (item)
            {
                case Notification notification:
                    return notification;
                case IDictionary<string, string> properties:
                    return new TemplateNotification(properties);
            }
            var text = (string)item;
            switch (platform)
            {
                case NotificationPlatform.Wns:
                    return new WindowsNotification(text);
                case NotificationPlatform.Apns:
                    return new AppleNotification(text);
                case NotificationPlatform.Adm:
                    return new AdmNotification(text);
                case NotificationPlatform.Mpns:
                    return new MpnsNotification(text);
                default:
                    return new TemplateNotification(JsonConvert.DeserializeObject<Dictionary<string, string>>(text));
            }
        }
    }
