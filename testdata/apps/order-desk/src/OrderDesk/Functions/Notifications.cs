using System.Collections.Generic;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace OrderDesk.Functions;

public static class Notifications
{
    [FunctionName("NotifyCustomer")]
    public static async Task NotifyCustomer(
        [QueueTrigger("%NotifyQueue%")] Notification notification,
        [Queue("mail-out")] IAsyncCollector<string> mail,
        ILogger log)
    {
        using (log.BeginScope("Order {Number}", notification.Number))
        {
            var channels = notification.Channels ?? new List<string> { "mail" };
            channels.ForEach(channel => log.LogInformation("Channel {Channel}", channel));
            if (channels.Contains("mail")) await SendAsync("mail");
            if (channels.Contains("sms")) log.LogWarning("No gateway for {Channel}", "sms");
        }

        async Task SendAsync(string channel)
        {
            log.LogInformation("Sending {Length} characters by {Channel}", notification.Text.Length, channel);
            await mail.AddAsync($"{notification.Number}: {notification.Text}");
        }
    }

    [FunctionName("ReportPoisonOrder")]
    public static void ReportPoisonOrder([QueueTrigger(QueueNames.PlacedPoison, Connection = "OrderStorage")] string message, ILogger log)
    {
        try
        {
            var order = JsonConvert.DeserializeObject<OrderPlaced>(message);
            log.LogError("Order {Number} could not be reserved", order.Number);
        }
        catch (JsonException e)
        {
            log.LogError(e, "Message of {Length} characters could not be read", message.Length);
        }
    }
}
