namespace OrderDesk;

internal static class Names
{
    public const string Health = "Health";
    public const string OrderStorage = "OrderStorage";
    public const string Maintenance = "maintenance";
}
