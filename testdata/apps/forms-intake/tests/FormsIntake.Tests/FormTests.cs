using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FormsIntake.Payloads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json;
using Xunit;

namespace FormsIntake.Tests
{
    public class FormTests
    {
        private sealed class Events : IAsyncCollector<FormEvent>, ICollector<FormEvent>
        {
            public List<FormEvent> Items { get; } = new List<FormEvent>();

            public void Add(FormEvent item) => Items.Add(item);

            public Task AddAsync(FormEvent item, CancellationToken cancellationToken = default)
            {
                Items.Add(item);
                return Task.CompletedTask;
            }

            public Task FlushAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
        }

        private static FormSubmission Form(string json) => JsonConvert.DeserializeObject<FormSubmission>(json);

        [Fact]
        public async Task SubmittedFormsAreAnnounced()
        {
            var events = new Events();

            var result = await new FormApi(new FormStore("test")).Submit(
                Form("{\"form_no\":\"F-9\",\"Applicant\":\"Ada\",\"State\":\"sent-in\",\"Day\":\"01.02.2024\"}"), events, NullLogger.Instance);

            Assert.IsType<CreatedResult>(result);
            Assert.Equal(FormState.SentIn, Assert.Single(events.Items).State);
        }

        [Fact]
        public async Task FormsWithoutNumberAreRefused()
        {
            var events = new Events();

            var result = await new FormApi(new FormStore("test")).Submit(Form("{\"Applicant\":null}"), events, NullLogger.Instance);

            Assert.IsType<BadRequestObjectResult>(result);
            Assert.Empty(events.Items);
        }

        [Fact]
        public void ClosedFormsAreNotArchived()
        {
            new FormWork(new FormStore("test")).Handle(new FormEvent("F-1", FormState.Closed, default), out var record, NullLogger.Instance);

            Assert.Null(record);
        }

        [Fact]
        public void EveryLineOfABatchIsAnEvent()
        {
            var events = new Events();

            FormWork.Import("{\"form_no\":\"a\"}\n{\"form_no\":\"b\"}\n", "today", events, NullLogger.Instance);

            Assert.Equal(2, events.Items.Count);
        }
    }
}
