using System;
using System.Collections.Generic;
using System.Diagnostics;
using Microsoft.Azure.WebJobs.Host;

namespace Depot.Tests
{
    /// <summary>Keeps what a function says.</summary>
    public class TestTrace : TraceWriter
    {
        public TestTrace() : base(TraceLevel.Verbose)
        {
        }

        public List<TraceEvent> Events { get; } = new List<TraceEvent>();

        public override void Trace(TraceEvent traceEvent)
        {
            Events.Add(traceEvent);
        }

        public string Line(int index)
        {
            var e = Events[index];
            return e.Level + " " + e.Source + ": " + e.Message + (e.Exception == null ? "" : " (" + e.Exception.GetType().Name + ")");
        }
    }
}
