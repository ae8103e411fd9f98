namespace Insiders.Core.Customers.Outlooks;

/// <summary>What customers are expected to bring in from the day after the last one of the data on.</summary>
/// <param name="Days">How many days are looked ahead.</param>
/// <param name="Orders">Purchases: days on which somebody buys.</param>
/// <param name="OrdersLow">No fewer, at 95 %.</param>
/// <param name="OrdersHigh">No more.</param>
/// <param name="Money">Their revenue, returns not taken off; null where nothing can be said of money.</param>
/// <param name="MoneyLow">No less, at 95 %; null as well where orders differ too much for an interval.</param>
/// <param name="MoneyHigh">No more.</param>
public sealed record HorizonOutlook(int Days, double Orders, double OrdersLow, double OrdersHigh, double? Money, double? MoneyLow, double? MoneyHigh)
{
    /// <summary>Coverage of the intervals of a group.</summary>
    public const double Coverage = 0.95;
}
