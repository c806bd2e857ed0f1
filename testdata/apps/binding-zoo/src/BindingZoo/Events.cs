using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.Messaging.EventGrid;
using Azure.Messaging.EventHubs;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.EventGrid;
using Microsoft.Extensions.Logging;
using IoTHubTrigger = Microsoft.Azure.WebJobs.EventHubTriggerAttribute;

namespace BindingZoo
{
    public static class Events
    {
        [FunctionName("GridEvent")]
        public static void Grid([EventGridTrigger] EventGridEvent gridEvent, ILogger log)
        {
            log.LogInformation("{subject}", gridEvent.Subject);
        }

        [FunctionName("GridObject")]
        [return: EventGrid(TopicEndpointUri = "GridUri", TopicKeySetting = "GridKey")]
        public static Animal GridObject([EventGridTrigger] Animal animal)
        {
            return animal;
        }

        [FunctionName("GridBatch")]
        public static void GridBatch([EventGridTrigger] string[] events, ILogger log)
        {
            log.LogInformation("{count}", events.Length);
        }

        [FunctionName("HubText")]
        public static void HubText([EventHubTrigger("texts", Connection = "Orders")] string text, DateTime enqueuedTimeUtc, long sequenceNumber, ILogger log)
        {
            log.LogInformation("{text} {number}", text, sequenceNumber);
        }

        [FunctionName("HubBytes")]
        public static void HubBytes([EventHubTrigger("bytes", Connection = "Orders", ConsumerGroup = "zoo")] byte[] bytes, ILogger log)
        {
            log.LogInformation("{length}", bytes.Length);
        }

        [FunctionName("HubTexts")]
        public static void HubTexts([EventHubTrigger("texts", Connection = "Orders")] string[] texts, ILogger log)
        {
            log.LogInformation("{count}", texts.Length);
        }

        [FunctionName("HubEvents")]
        public static async Task HubEvents(
            [EventHubTrigger("events", Connection = "Orders")] EventData[] events,
            [EventHub("copies", Connection = "Orders")] IAsyncCollector<EventData> copies)
        {
            foreach (var item in events)
            {
                await copies.AddAsync(new EventData(item.EventBody));
            }
        }

        [FunctionName("HubList")]
        public static void HubList([EventHubTrigger("list", Connection = "Orders")] List<EventData> events, ILogger log)
        {
            log.LogInformation("{count}", events.Count);
        }

        [FunctionName("Device")]
        public static void Device([IoTHubTrigger("messages/events", Connection = "Orders")] EventData message, ILogger log)
        {
            log.LogInformation("{device}", message.SystemProperties["iothub-connection-device-id"]);
        }

        [FunctionName("HubOut")]
        public static void HubOut([QueueTrigger("hub")] Animal animal, [EventHub("animals", Connection = "Orders")] ICollector<Animal> animals)
        {
            for (var i = 0; i < animal.Legs; i++)
            {
                animals.Add(animal);
            }
        }
    }
}
