using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;
using Promo.Domain;

namespace Promo.Mailing;

public static class Letters
{
    [FunctionName("SendLetter")]
    public static void SendLetter(
        [QueueTrigger("letters")] Letter letter,
        [Queue("outbox")] out string? text,
        [Queue("archive")] ICollector<Letter> archive,
        ILogger log)
    {
        text = null;
        if (!letter.To.Contains('@'))
        {
            log.LogWarning("No address: {To}", letter.To);
            return;
        }

        text = $"{letter.To}: {letter.Subject}";
        archive.Add(letter);
    }
}
