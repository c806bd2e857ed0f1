namespace OrderDesk;

public class DeskOptions
{
    public int PageSize { get; set; } = 20;

    public string Currency { get; set; } = "EUR";
}

public class CarrierOptions
{
    public string BaseAddress { get; set; }

    public string Account { get; set; }
}
