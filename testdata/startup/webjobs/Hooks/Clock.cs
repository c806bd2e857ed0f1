using Microsoft.Azure.WebJobs;

namespace Hooks
{
    public class Clock
    {
        private readonly Door door;

        public Clock(Door door)
        {
            this.door = door;
        }

        [FunctionName("Tick")]
        public void Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            door.ToString();
        }
    }
}
