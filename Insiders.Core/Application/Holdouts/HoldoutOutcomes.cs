using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Numerics;

namespace Insiders.Core.Application.Holdouts;

/// <summary>The metric of a hold-out, by customer.</summary>
internal static class HoldoutOutcomes
{
    /// <summary>The share of customers whose revenue counts in full.</summary>
    public const double WinsorisedAt = 0.99;

    /// <summary>The metric over some days, one per row of the base.</summary>
    public static double[] Of(DailySales days, HoldoutMetric metric, DateOnly first, DateOnly last)
    {
        var outcomes = new double[days.Places];
        foreach (var cell in days.Between(first, last))
        {
            ref var own = ref outcomes[cell.Place];
            own = metric switch
            {
                HoldoutMetric.Revenue => own + cell.RevenueAmount,
                HoldoutMetric.Orders => own + (cell.Invoices > 0 ? 1 : 0),
                _ => Math.Max(own, cell.Invoices > 0 ? 1 : 0),
            };
        }

        return outcomes;
    }

    /// <summary>The metric of some rows, revenue winsorised.</summary>
    public static double[] Cut(ImmutableArray<int> rows, double[] outcomes, HoldoutMetric metric)
    {
        double[] own = [.. rows.Select(row => outcomes[row])];
        if (metric != HoldoutMetric.Revenue || own.Length == 0)
        {
            return own;
        }

        var limit = Quantiles.Of([.. own.Order()], WinsorisedAt);
        return [.. own.Select(amount => Math.Min(amount, limit))];
    }
}
