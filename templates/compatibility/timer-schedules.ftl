
    /// <summary>When a timer runs, computed as the host computes it.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class TimerSchedule
    {
        private readonly CrontabSchedule _cron;
        private readonly TimeSpan _interval;

        private TimerSchedule(string expression)
        {
            var fields = expression.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries).Length;
            _cron = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = fields != 5 });
            _interval = _cron == null ? TimeSpan.Parse(expression) : TimeSpan.Zero;
        }

        private bool IsInterval => _cron.ToString().Split(' ').Reverse().Skip(3).Any(part => part.IndexOfAny(new[] { '*', '/', '-' }) >= 0);

        /// <summary>Of the expression of a trigger; %names% are settings.</summary>
        public static TimerSchedule Of(string expression) =>
            new TimerSchedule(Regex.Replace(expression, "%([^%]+)%", name => Setting(name.Groups[1].Value)));

        public DateTime GetNextOccurrence(DateTime now) => Next(new DateTimeOffset(now)).LocalDateTime;

        public IEnumerable<DateTime> GetNextOccurrences(int count, DateTime? now = null)
        {
            if (count < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(count));
            }
            var occurrences = new List<DateTime>();
            var last = now ?? DateTime.Now;
            while (occurrences.Count < count)
            {
                last = GetNextOccurrence(last);
                occurrences.Add(last);
            }
            return occurrences;
        }

        public string FormatNextOccurrences(int count, DateTime? now = null)
        {
            var isUtc = TimeZoneInfo.Local.HasSameRules(TimeZoneInfo.Utc);
            var text = new StringBuilder();
            foreach (var occurrence in GetNextOccurrences(count, now))
            {
                var utc = Text(occurrence.ToUniversalTime());
                text.AppendLine(isUtc ? utc : $"{Text(occurrence)} ({utc})");
            }
            return text.ToString();
        }

        public override string ToString() =>
            _cron == null ? $"Constant: {_interval}" : $"Cron: '{_cron}'";

        private static string Text(DateTime time) => time.ToString("MM'/'dd'/'yyyy HH':'mm':'ssK");

        private static string Setting(string name) =>
            Environment.GetEnvironmentVariable(name)
            ?? Environment.GetEnvironmentVariable(name.Replace(":", "__"))
            ?? throw new InvalidOperationException($"There is no setting {name} for the schedule.");

        private DateTimeOffset Next(DateTimeOffset now)
        {
            if (_cron == null)
            {
                return now + _interval;
            }
            var next = new DateTimeOffset(_cron.GetNextOccurrence(now.LocalDateTime)).ToLocalTime();
            return TimeZoneInfo.Local.SupportsDaylightSavingTime ? Once(now, next) : next;
        }

        /// <summary>Of hours that the clock shows twice an interval runs through both, a point in time comes in the first.</summary>
        private DateTimeOffset Once(DateTimeOffset now, DateTimeOffset next)
        {
            var zone = TimeZoneInfo.Local;
            var isTwice = zone.IsAmbiguousTime(next);
            if (next.Offset != now.Offset && (isTwice || (IsInterval && zone.IsAmbiguousTime(now))))
            {
                return TimeZoneInfo.ConvertTime(next.Add(next.Offset - now.Offset), zone);
            }
            var later = next.LocalDateTime;
            while (isTwice && !IsInterval && zone.IsAmbiguousTime(later))
            {
                later = _cron.GetNextOccurrence(later);
            }
            return isTwice && !IsInterval ? new DateTimeOffset(later) : next;
        }
    }
