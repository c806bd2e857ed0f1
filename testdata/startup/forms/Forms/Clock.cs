using System;
using Microsoft.Azure.WebJobs;

namespace Forms
{
    public class Clock
    {
        private readonly Limits limits;

        public Clock(Limits limits)
        {
            this.limits = limits;
        }

        [FunctionName("Tick")]
        public void Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            Console.WriteLine(limits.Limit);
        }
    }
}
