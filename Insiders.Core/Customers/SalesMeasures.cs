using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Features;
using Insiders.Core.Ledger;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers;

/// <summary>The catalogue of measures that follow from single sales: columns, filters, sort keys, exports and the glossary read it.</summary>
/// <remarks>A customer without a value has NaN: last in every order, within no bounds, and in no mean.</remarks>
public static class SalesMeasures
{
    /// <summary>The last day with a purchase; none for a customer who only returned something.</summary>
    public const string LastPurchase = "last_purchase";

    /// <summary>The first day with a purchase in the ledger; likewise.</summary>
    public const string CustomerSince = "customer_since";

    /// <summary>Revenue with returns taken off.</summary>
    public const string NetRevenue = "net_revenue";

    /// <summary>Days past the range of the expected next purchase (<see cref="PurchaseRhythm"/>), 0 while it is not past; none where nothing is expected.</summary>
    public const string DaysOverdue = "days_overdue";

    /// <summary>How likely a customer buys within <see cref="OutlookReplay.StayDays"/>, 0 to 1, by the purchase model of the run; there as soon as that is fitted.</summary>
    public const string StayChance = "stay_chance";

    /// <summary>All of them.</summary>
    public static ImmutableArray<SalesMeasure> All { get; } =
    [
        new(NetRevenue, FeatureUnit.Money, "Revenue with the amount of returned items taken off."),
        new(LastPurchase, FeatureUnit.Date, "The day of the last purchase."),
        new(CustomerSince, FeatureUnit.Date, "The day of the first purchase in the ledger."),
        new(DaysOverdue, FeatureUnit.Days, "Days since the latest day on which the next purchase was expected, by the middle half of the customer's own gaps; 0 while it is not past, empty with fewer than four purchase days."),
        new(StayChance, FeatureUnit.Share, "How likely the customer buys again within 90 days, judged by when they bought."),
        .. OutlookColumns.Horizons.Select(days => new SalesMeasure(ExpectedOrders(days), FeatureUnit.Ratio, string.Create(CultureInfo.InvariantCulture, $"Purchases to be expected in the next {days} days."))),
        .. OutlookColumns.Horizons.Select(days => new SalesMeasure(ExpectedRevenue(days), FeatureUnit.Money, string.Create(CultureInfo.InvariantCulture, $"Revenue to be expected in the next {days} days."))),
    ];

    /// <summary>The name of the purchases expected.</summary>
    /// <param name="days">One of <see cref="OutlookColumns.Horizons"/>.</param>
    public static string ExpectedOrders(int days) => string.Create(CultureInfo.InvariantCulture, $"expected_orders_{days}d");

    /// <summary>The name of the money expected.</summary>
    /// <param name="days">One of <see cref="OutlookColumns.Horizons"/>.</param>
    public static string ExpectedRevenue(int days) => string.Create(CultureInfo.InvariantCulture, $"expected_revenue_{days}d");

    /// <summary>The measure with a name; null when there is none.</summary>
    public static SalesMeasure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);

    /// <summary>Works out those that need nothing but the days of purchases.</summary>
    /// <param name="days">When each customer bought, up to <paramref name="asOf"/>.</param>
    /// <param name="netRevenue">Bought less returned, by row.</param>
    /// <param name="asOf">The last day of the data.</param>
    /// <returns>By name, one value per customer.</returns>
    /// <exception cref="ArgumentException">The counts of customers differ.</exception>
    /// <remarks>O(n log n) for n purchase days; 200,000 customers take about 0.3 s.</remarks>
    public static ImmutableDictionary<string, ImmutableArray<double>> Of(PurchaseDays days, ImmutableArray<double> netRevenue, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Customers != netRevenue.Length)
        {
            throw new ArgumentException($"There are purchase days of {days.Customers} customers and net revenue of {netRevenue.Length}.", nameof(netRevenue));
        }

        var (last, first, overdue) = (new double[days.Customers], new double[days.Customers], new double[days.Customers]);
        for (var row = 0; row < days.Customers; row++)
        {
            var own = days.Of(row);
            (first[row], last[row]) = own.IsEmpty ? (double.NaN, double.NaN) : (own[0], own[^1]);
            overdue[row] = OverdueOf(own, asOf);
        }

        return ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create(LastPurchase, last.ToImmutableArray()), KeyValuePair.Create(CustomerSince, first.ToImmutableArray()), KeyValuePair.Create(DaysOverdue, overdue.ToImmutableArray()),
                KeyValuePair.Create(NetRevenue, (ImmutableArray<double>)[.. netRevenue.Select(amount => Math.Round(amount, LedgerSchema.PriceDecimals))]),
            ]);
    }

    private static double OverdueOf(ReadOnlySpan<int> days, DateOnly asOf)
    {
        if (days.Length <= PurchaseRhythm.LeastGaps)
        {
            return double.NaN;
        }

        var purchases = new DateOnly[days.Length];
        for (var i = 0; i < purchases.Length; i++)
        {
            purchases[i] = DateOnly.FromDayNumber(days[i]);
        }

        return PurchaseRhythm.Of([.. purchases], asOf).Next?.OverdueDays ?? double.NaN;
    }
}
