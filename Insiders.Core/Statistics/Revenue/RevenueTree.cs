namespace Insiders.Core.Statistics.Revenue;

/// <summary>Splits a change of revenue into its four factors: customers × orders per customer × items per order × price per item.</summary>
/// <remarks>
/// Each factor gets what it changes, on average over all 24 orders in which the four could have changed one after another (Shapley 1953; Sun 1998,
/// "complete decomposition"). Unlike the logarithmic mean Divisia index (Ang 2005), which is nearly the same for small changes, it takes
/// zeros and negative revenue. A factor that one period does not have (no orders, so no items per order) is taken from the other and so adds nothing.
/// The price takes what rounding leaves, and money of sales without items.
/// </remarks>
public static class RevenueTree
{
    private const int Factors = 4;

    // How many of the 24 orders have exactly so many other factors before the one looked at, over 24: k!·(3 − k)! ÷ 4!.
    private static readonly double[] s_weights = [1.0 / 4, 1.0 / 12, 1.0 / 12, 1.0 / 4];

    /// <summary>Splits a change.</summary>
    /// <param name="before">The earlier period.</param>
    /// <param name="after">The later period.</param>
    /// <exception cref="ArgumentException">A number is not finite, or a count of customers or orders below 0.</exception>
    public static RevenueChange Split(RevenueFactors before, RevenueFactors after)
    {
        ThrowIfImpossible(before, nameof(before));
        ThrowIfImpossible(after, nameof(after));
        Span<double> first = stackalloc double[Factors];
        Span<double> second = stackalloc double[Factors];
        (first[0], second[0]) = (before.Customers, after.Customers);
        (first[1], second[1]) = Pair(before.OrdersPerCustomer, after.OrdersPerCustomer);
        (first[2], second[2]) = Pair(before.ItemsPerOrder, after.ItemsPerOrder);
        (first[3], second[3]) = Pair(before.PricePerItem, after.PricePerItem);
        Span<double> parts = stackalloc double[Factors - 1];
        for (var factor = 0; factor < parts.Length; factor++)
        {
            for (var others = 0; others < 1 << Factors; others++)
            {
                if ((others & (1 << factor)) != 0)
                {
                    continue;
                }

                var rest = 1.0;
                for (var other = 0; other < Factors; other++)
                {
                    rest *= other == factor ? 1 : (others & (1 << other)) != 0 ? second[other] : first[other];
                }

                parts[factor] += s_weights[int.PopCount(others)] * rest * (second[factor] - first[factor]);
            }
        }

        return new RevenueChange(before, after, parts[0], parts[1], parts[2], after.Revenue - before.Revenue - parts[0] - parts[1] - parts[2]);
    }

    private static (double First, double Second) Pair(double? first, double? second) => (first ?? second ?? 0, second ?? first ?? 0);

    private static void ThrowIfImpossible(RevenueFactors period, string name)
    {
        if (!(period.Customers >= 0 && period.Orders >= 0 && double.IsFinite(period.Customers + period.Orders + period.Items + period.Revenue)))
        {
            throw new ArgumentException($"{period} is no period: expected finite numbers, and 0 or more customers and orders.", name);
        }
    }
}
