using System;
using System.Configuration;
using System.Diagnostics;
using System.Threading.Tasks;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.WindowsAzure.Storage.Queue;
using Xunit;

namespace Depot.Tests
{
    public class ParcelWorkTests
    {
        private readonly TestTrace log = new TestTrace();

        [Fact]
        public async Task ReadsAManifest()
        {
            var announced = new TestCollector<Parcel>();
            await ParcelWork.ReadManifest("M1;1.5\nrubbish\nM2;3", "monday", announced, log);
            Assert.Equal(2, announced.Items.Count);
            Assert.Equal(1.5m, announced.Items[0].Weight);
            Assert.Equal(TraceLevel.Error, Assert.Single(log.Events).Level);
            Assert.Equal("monday: rubbish", log.Events[0].Message);
        }

        [Fact]
        public void WritesASlip()
        {
            string slip;
            var heavy = new TestCollector<string>();
            ParcelWork.WriteSlip(new Parcel { Number = "S1", Weight = 25m, State = ParcelState.Stored }, out slip, heavy);
            Assert.Equal("S1 Stored", slip);
            Assert.Equal("S1", Assert.Single(heavy.Items));
        }

        [Fact]
        public void NamesTheDepot()
        {
            ConfigurationManager.AppSettings["DepotName"] = "South";
            Assert.Equal("South: N1?", ParcelWork.Announce(new Parcel { Number = "N1" }, 2, log));
            Assert.Equal("South", ParcelWork.JournalOf(new DateTime(2018, 3, 4)).PartitionKey);
        }

        [Fact]
        public void ReportsWhatIsUnreadable()
        {
            ParcelWork.Unreadable(new CloudQueueMessage("nothing"), log);
            Assert.EndsWith("is unreadable: nothing", log.Line(0));
        }

        [Fact]
        public void TracesAtAnyLevel()
        {
            log.Trace(new TraceEvent(TraceLevel.Info, "by hand", "tests"));
            log.Flush();
            Assert.Equal("Info tests: by hand", log.Line(0));
            Assert.Equal(TraceLevel.Verbose, log.Level);
        }

        [Fact]
        public void KnowsWhoIsMissing()
        {
            string receipt;
            ParcelWork.PickUp("Z1", out receipt, log);
            Assert.Null(receipt);
            Assert.Equal("Warning : nobody knows Z1", log.Line(0));
        }
    }
}
