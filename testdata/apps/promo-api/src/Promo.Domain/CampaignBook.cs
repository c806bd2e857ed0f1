using System;
using System.Collections.Generic;
using System.Linq;

namespace Promo.Domain
{
    public interface ICampaignBook
    {
        IReadOnlyList<Campaign> All();

        Campaign? Find(string code);

        bool Add(Campaign campaign);

        bool Remove(string code);
    }

    public class CampaignBook : ICampaignBook
    {
        private readonly SortedDictionary<string, Campaign> campaigns = new SortedDictionary<string, Campaign>(StringComparer.OrdinalIgnoreCase);

        public CampaignBook()
        {
            Add(new Campaign("SPRING", Audience.Everybody, 10) { Notes = "the usual one" });
            Add(new Campaign("INSIDE", Audience.Staff, 40) { Partner = "canteen", EndsAt = new DateTime(2026, 12, 24, 18, 0, 0, DateTimeKind.Utc) });
        }

        public IReadOnlyList<Campaign> All() => campaigns.Values.ToList();

        public Campaign? Find(string code) => campaigns.TryGetValue(code, out var found) ? found : null;

        public bool Add(Campaign campaign)
        {
            if (campaigns.ContainsKey(campaign.Code)) return false;
            campaigns.Add(campaign.Code, campaign);
            return true;
        }

        public bool Remove(string code) => campaigns.Remove(code);
    }
}
