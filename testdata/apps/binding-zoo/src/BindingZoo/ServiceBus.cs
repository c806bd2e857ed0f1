using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.ServiceBus;
using Microsoft.Extensions.Logging;

namespace BindingZoo
{
    public static class ServiceBus
    {
        [FunctionName("BusText")]
        public static void Text([ServiceBusTrigger("text", Connection = "Orders")] string item, int deliveryCount, string messageId, ILogger log)
        {
            log.LogInformation("{item} {count} {id}", item, deliveryCount, messageId);
        }

        [FunctionName("BusObject")]
        public static void Object([ServiceBusTrigger("%Topic%", "zoo", Connection = "Orders", IsSessionsEnabled = true)] Animal item, ILogger log)
        {
            log.LogInformation("{kind}", item.Kind);
        }

        [FunctionName("BusBytes")]
        public static void Bytes([ServiceBusTrigger("bytes", Connection = "Orders")] BinaryData item, IDictionary<string, object> applicationProperties, ILogger log)
        {
            log.LogInformation("{length}", item.ToArray().Length);
        }

        [FunctionName("BusBatch")]
        public static void Batch([ServiceBusTrigger("batch", Connection = "Orders")] string[] items, ILogger log)
        {
            log.LogInformation("{count}", items.Length);
        }

        [FunctionName("BusMessage")]
        public static async Task Message(
            [ServiceBusTrigger("message", Connection = "Orders", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions)
        {
            await actions.CompleteMessageAsync(message);
        }

        [FunctionName("BusMessages")]
        public static void Messages([ServiceBusTrigger("messages", Connection = "Orders")] IReadOnlyList<ServiceBusReceivedMessage> messages, ILogger log)
        {
            log.LogInformation("{count}", messages.Count);
        }

        [FunctionName("BusReturn")]
        [return: ServiceBus("answers", ServiceBusEntityType.Topic, Connection = "Orders")]
        public static Animal Return([ServiceBusTrigger("questions", Connection = "Orders")] string question)
        {
            return question == "none" ? null : new Animal { Kind = question };
        }

        [FunctionName("BusCollector")]
        public static async Task Collector(
            [QueueTrigger("herd")] string herd,
            [ServiceBus("animals", Connection = "Orders")] IAsyncCollector<Animal> animals)
        {
            for (var i = 0; i < herd.Length; i++)
            {
                await animals.AddAsync(herd[i] == '-' ? null : new Animal { Kind = herd[i].ToString(), Legs = i });
            }

            if (herd.EndsWith("!"))
            {
                throw new InvalidOperationException(herd);
            }
        }

        [FunctionName("BusTextOut")]
        public static void TextOut([QueueTrigger("texts")] string text, [ServiceBus("texts", Connection = "Orders")] out string sent)
        {
            sent = text == "none" ? null : text;
        }

        [FunctionName("BusSend")]
        public static async Task<IActionResult> Send(
            [HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request,
            [ServiceBus("outqueue", Connection = "Orders")] IAsyncCollector<ServiceBusMessage> messages)
        {
            var message = new ServiceBusMessage("hello") { SessionId = "s" };
            message.ApplicationProperties["a"] = 1;
            await messages.AddAsync(message);
            return new AcceptedResult();
        }

        [FunctionName("BusTimer")]
        public static async Task Timer(
            [TimerTrigger("0 */5 * * * *")] TimerInfo timer,
            [ServiceBus("%Topic%", Connection = "Orders", EntityType = ServiceBusEntityType.Topic)] IAsyncCollector<ServiceBusMessage> messages)
        {
            await messages.AddAsync(new ServiceBusMessage("tick"));
        }

        [FunctionName("BusReturnMessage")]
        [return: ServiceBus("replies", Connection = "Orders")]
        public static ServiceBusMessage ReturnMessage([ServiceBusTrigger("requests", Connection = "Orders")] ServiceBusReceivedMessage request)
        {
            return new ServiceBusMessage(request.Body) { CorrelationId = request.MessageId };
        }
    }
}
