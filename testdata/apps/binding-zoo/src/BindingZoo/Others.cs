using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Http;
using Microsoft.Azure.WebJobs.Extensions.Redis;
using Microsoft.Azure.WebJobs.Extensions.SignalRService;
using Microsoft.Extensions.Logging;

namespace BindingZoo
{
    public static class Others
    {
        [FunctionName("negotiate")]
        public static SignalRConnectionInfo Negotiate(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request,
            [SignalRConnectionInfo(HubName = "zoo", UserId = "{headers.x-user}")] SignalRConnectionInfo connection)
        {
            return connection;
        }

        [FunctionName("Rabbit")]
        public static void Rabbit([RabbitMQTrigger("in", ConnectionStringSetting = "Rabbit")] string text, [RabbitMQ(QueueName = "out", ConnectionStringSetting = "Rabbit")] out string sent)
        {
            sent = text;
        }

        [FunctionName("RedisChannel")]
        public static void Redis([RedisPubSubTrigger("Redis", "channel")] string text, ILogger log)
        {
            log.LogInformation("{text}", text);
        }

        [FunctionName("RedisList")]
        public static void List([RedisListTrigger("Redis", "list")] string text, [Redis("Redis", "SET last")] out string last)
        {
            last = text;
        }

        [FunctionName("Warmup")]
        public static void Warm([WarmupTrigger] WarmupContext context, ILogger log)
        {
            log.LogInformation("warm");
        }
    }
}
