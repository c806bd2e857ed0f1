using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.WindowsAzure.Storage.Queue;
using Microsoft.WindowsAzure.Storage.Table;

namespace Depot
{
    public static class ParcelWork
    {
        [FunctionName("ReadManifest")]
        public static async Task ReadManifest(
            [BlobTrigger("manifests/{name}.csv", Connection = "DepotStorage")] string manifest,
            string name,
            [Queue("parcels-announced", Connection = "DepotStorage")] IAsyncCollector<Parcel> announced,
            TraceWriter log)
        {
            using (var reader = new StringReader(manifest))
            {
                string line;
                while ((line = reader.ReadLine()) != null)
                {
                    var cells = line.Split(';');
                    if (cells.Length != 2)
                    {
                        log.Error($"{name}: {line}");
                        continue;
                    }

                    await announced.AddAsync(new Parcel { Number = cells[0], Weight = decimal.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture) });
                }
            }
        }

        [FunctionName("WriteSlip")]
        public static void WriteSlip(
            [QueueTrigger("parcels-stored", Connection = "DepotStorage")] Parcel parcel,
            [Blob("slips/{number}.txt", Connection = "DepotStorage")] out string slip,
            [Queue("heavy", Connection = "DepotStorage")] ICollector<string> heavy)
        {
            slip = parcel.Number + " " + parcel.State;
            if (parcel.Weight > 20)
            {
                heavy.Add(parcel.Number);
            }
        }

        [FunctionName("Announce")]
        [return: Queue("screens", Connection = "DepotStorage")]
        public static string Announce([QueueTrigger("parcels-announced", Connection = "DepotStorage")] Parcel parcel, int dequeueCount, TraceWriter log)
        {
            log.Verbose("announced " + parcel.Number);
            return parcel.Number == null ? null : $"{Settings.Name}: {parcel.Number}" + (dequeueCount > 1 ? "?" : "");
        }

        [FunctionName("Unreadable")]
        public static void Unreadable([QueueTrigger("parcels-stored-poison", Connection = "DepotStorage")] CloudQueueMessage message, TraceWriter log)
        {
            log.Error($"message {message.Id} is unreadable: {message.AsString}");
        }

        [FunctionName("PickUp")]
        public static void PickUp(
            [ServiceBusTrigger("pickups", Connection = "DepotBus")] string number,
            [ServiceBus("receipts", Connection = "DepotBus")] out string receipt,
            TraceWriter log)
        {
            var parcel = Shelves.Find(number);
            if (parcel == null)
            {
                log.Warning("nobody knows " + number);
                receipt = null;
                return;
            }

            parcel.State = ParcelState.Gone;
            receipt = number + " is gone";
        }

        [FunctionName("Nightly")]
        public static async Task Nightly(
            [TimerTrigger("%NightlySchedule%")] TimerInfo timer,
            [Table("journal", Connection = "DepotStorage")] CloudTable journal,
            TraceWriter log)
        {
            if (timer.IsPastDue)
            {
                log.Warning("late");
            }

            var row = JournalOf(DateTime.UtcNow);
            await journal.ExecuteAsync(TableOperation.InsertOrReplace(row));
        }

        [FunctionName("Hourly")]
        public static void Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer, [Queue("screens", Connection = "DepotStorage")] out string text, TraceWriter log)
        {
            text = Shelves.Beginning(null).Count + " parcels in " + Settings.Name;
            log.Info(text, nameof(Hourly));
        }

        public static JournalRow JournalOf(DateTime day)
        {
            return new JournalRow
            {
                PartitionKey = Settings.Name,
                RowKey = day.ToString("yyyyMMdd"),
                Parcels = Shelves.Beginning(null).Count,
                Depot = Settings.Name,
            };
        }
    }
}
