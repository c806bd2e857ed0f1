using System;
using System.Collections.Generic;
using System.Linq;
using FormsIntake.Payloads;
using Newtonsoft.Json.Linq;

namespace FormsIntake
{
    public interface IFormStore
    {
        FormRecord Find(string number);

        IEnumerable<FormRecord> All();
    }

    public sealed class FormStore : IFormStore
    {
        private readonly List<FormRecord> records;

        public FormStore(string office)
        {
            records = new List<FormRecord>
            {
                new FormRecord
                {
                    Number = "F-1",
                    Office = office,
                    State = FormState.SentIn,
                    Priority = Priority.High,
                    Steps = { new Check { Name = "signature", Passed = true }, new Payment { Name = "fee", Amount = 12.5m } },
                    Pages = { [1] = "cover", [2] = "täble <b>" },
                    Raw = new JObject { ["by"] = "post", ["at"] = new DateTime(2024, 2, 29, 8, 0, 0, DateTimeKind.Utc) },
                    Volume = (2024, 7),
                    Link = new Uri("https://forms.example/F-1?a=1&b=2"),
                    Seal = new byte[] { 1, 2, 3 },
                    Ratio = 1.0
                },
                new FormRecord { Number = "F-2", Office = office, Copies = 3 }
            };
        }

        public FormRecord Find(string number) => records.SingleOrDefault(record => record.Number == number);

        public IEnumerable<FormRecord> All() => records;
    }
}
