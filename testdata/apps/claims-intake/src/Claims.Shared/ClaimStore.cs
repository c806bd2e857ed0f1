namespace Claims.Shared;

/// <summary>A claim as the clerks see it.</summary>
public class Claim
{
    public int Number { get; set; }

    public string Policy { get; set; }

    public decimal Amount { get; set; }

    public string State { get; set; } = "open";
}

/// <summary>In memory: what the portal answers depends on the calls alone.</summary>
public static class ClaimStore
{
    private static readonly object Gate = new();
    private static readonly List<Claim> All = new()
    {
        new Claim { Number = 1, Policy = "P-100", Amount = 250m },
        new Claim { Number = 2, Policy = "P-200", Amount = 9800.5m, State = "assessed" },
        new Claim { Number = 3, Policy = "P-100", Amount = 40m, State = "paid" },
    };

    public static Claim Add(string policy, decimal amount)
    {
        lock (Gate)
        {
            var claim = new Claim { Number = All.Count + 1, Policy = policy, Amount = amount };
            All.Add(claim);
            return claim;
        }
    }

    public static Claim Find(int number)
    {
        lock (Gate)
        {
            return All.Find(claim => claim.Number == number);
        }
    }

    public static IReadOnlyList<Claim> InState(string state)
    {
        lock (Gate)
        {
            return All.Where(claim => state == null || claim.State == state).ToList();
        }
    }
}
