namespace Promo.Api;

public class PromoOptions
{
    public int MaxPercent { get; set; }

    public List<string> Keys { get; set; } = [];
}
