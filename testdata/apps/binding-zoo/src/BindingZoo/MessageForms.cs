using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json.Linq;

namespace BindingZoo
{
    /// <summary>Every form of an output, sent as the text of the trigger says: none, one, three, null, throw, array, object.</summary>
    public static class MessageForms
    {
        [FunctionName("FormOutText")]
        public static void OutText([QueueTrigger("f1")] string how, [Queue("m")] out string message)
        {
            message = Last(how);
            End(how);
        }

        [FunctionName("FormReturnText")]
        [return: Queue("m")]
        public static string ReturnText([QueueTrigger("f2")] string how)
        {
            End(how);
            return Last(how);
        }

        [FunctionName("FormCollectorText")]
        public static void CollectorText([QueueTrigger("f3")] string how, [Queue("m")] ICollector<string> messages)
        {
            foreach (var text in Texts(how))
            {
                messages.Add(text);
            }
            End(how);
        }

        [FunctionName("FormAsyncText")]
        public static async Task AsyncText([QueueTrigger("f4")] string how, [Queue("m")] IAsyncCollector<string> messages)
        {
            foreach (var text in Texts(how))
            {
                await messages.AddAsync(text);
            }
            End(how);
        }

        [FunctionName("FormOutObject")]
        public static void OutObject([QueueTrigger("f5")] string how, [Queue("m")] out Animal message)
        {
            message = Beasts(how).LastOrDefault();
            End(how);
        }

        [FunctionName("FormReturnObject")]
        [return: Queue("m")]
        public static Animal ReturnObject([QueueTrigger("f6")] string how)
        {
            End(how);
            return Beasts(how).LastOrDefault();
        }

        [FunctionName("FormAsyncObject")]
        public static async Task AsyncObject([QueueTrigger("f7")] string how, [Queue("m")] IAsyncCollector<Animal> messages)
        {
            foreach (var beast in Beasts(how))
            {
                await messages.AddAsync(beast);
            }
            End(how);
        }

        [FunctionName("FormOutBytes")]
        public static void OutBytes([QueueTrigger("f8")] string how, [Queue("m")] out byte[] message)
        {
            var text = Last(how);
            message = text == null ? null : Encoding.UTF8.GetBytes(text);
            End(how);
        }

        [FunctionName("FormJson")]
        public static void Json([QueueTrigger("f9")] string how, [Queue("m")] ICollector<JObject> messages)
        {
            foreach (var beast in Beasts(how))
            {
                messages.Add(beast == null ? null : JObject.FromObject(beast));
            }
            End(how);
        }

        [FunctionName("FormTwo")]
        public static void Two([QueueTrigger("f10")] string how, [Queue("m")] ICollector<string> first, [Queue("n")] out string second)
        {
            foreach (var text in Texts(how))
            {
                first.Add(text);
            }
            second = Last(how);
            End(how);
        }

        [FunctionName("FormHub")]
        public static async Task Hub([QueueTrigger("f11")] string how, [EventHub("m", Connection = "Orders")] IAsyncCollector<string> messages)
        {
            foreach (var text in Texts(how))
            {
                await messages.AddAsync(text);
            }
            End(how);
        }

        [FunctionName("FormBus")]
        public static async Task Bus([QueueTrigger("f12")] string how, [ServiceBus("m", Connection = "Orders")] IAsyncCollector<string> messages)
        {
            foreach (var text in Texts(how))
            {
                await messages.AddAsync(text);
            }
            End(how);
        }

        [FunctionName("FormBusObject")]
        public static void BusObject([QueueTrigger("f13")] string how, [ServiceBus("m", Connection = "Orders")] out Animal message)
        {
            message = Beasts(how).LastOrDefault();
            End(how);
        }

        [FunctionName("FormCosmos")]
        public static async Task Cosmos([QueueTrigger("f14")] string how, [CosmosDB("zoo", "m", Connection = "Cosmos")] IAsyncCollector<Animal> messages)
        {
            foreach (var beast in Beasts(how).Where(beast => beast != null))
            {
                await messages.AddAsync(beast);
            }
            End(how);
        }

        [FunctionName("FormRabbit")]
        public static void Rabbit([QueueTrigger("f15")] string how, [RabbitMQ(QueueName = "m", ConnectionStringSetting = "Rabbit")] out string message)
        {
            message = Last(how);
            End(how);
        }

        [FunctionName("FormBlob")]
        public static void Blob([QueueTrigger("f16")] string how, [Blob("m/{rand-guid}.txt", FileAccess.Write)] out string content)
        {
            content = Last(how);
            End(how);
        }

        private static string Last(string how) => Texts(how).LastOrDefault();

        private static IEnumerable<string> Texts(string how)
        {
            switch (how)
            {
                case "none":
                    return new string[0];
                case "three":
                    return new[] { "a", "b", "c" };
                case "null":
                    return new string[] { null };
                case "array":
                    return new[] { "[1, 2]" };
                case "object":
                    return new[] { "{ \"kind_of\": \"cat\", \"born\": \"2024-01-01T00:00:00+02:00\" }" };
                default:
                    return new[] { "a" };
            }
        }

        private static IEnumerable<Animal> Beasts(string how) =>
            Texts(how).Select(text => text == null ? null : new Animal { Id = "1", Kind = text, Legs = 4 });

        private static void End(string how)
        {
            if (how == "throw")
            {
                throw new InvalidOperationException(how);
            }
        }
    }
}
