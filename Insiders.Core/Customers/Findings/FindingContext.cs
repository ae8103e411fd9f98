using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;

namespace Insiders.Core.Customers.Findings;

/// <summary>What rules look at: a run's customers and sales, and two periods of them.</summary>
public sealed class FindingContext
{
    /// <summary>Sums the two periods up.</summary>
    /// <param name="customers">The customers, with their days and stages.</param>
    /// <param name="coverage">The days of the run.</param>
    /// <param name="comparison">The periods; where nothing can be compared, only what needs no comparison is found.</param>
    /// <param name="products">All products.</param>
    /// <param name="productDays">What was sold of them day by day, by place in <paramref name="products"/>.</param>
    /// <param name="services">Codes that are services: nothing is said of them.</param>
    /// <exception cref="ArgumentException">The days of the customers are not known.</exception>
    public FindingContext(CustomerTable customers, PeriodCoverage coverage, PeriodComparison comparison, ImmutableArray<ProductSales> products, DailySales productDays, ServiceCodes services)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(services);
        Days = customers.Days ?? throw new ArgumentException("What stands out is found in sales by day, and these customers have none.", nameof(customers));
        (Customers, Coverage, Comparison, Products, ProductDays) = (customers, coverage, comparison, products, productDays);
        Goods = [.. products.Index().Where(product => !services.Has(product.Item.StockCode)).Select(product => product.Index)];
        Summary = PeriodSummary.Of(customers, Days, comparison, customers.Everybody);
        Now = Days.Totals(comparison.Now);
        Before = comparison.Before is { } before ? Days.Totals(before) : null;
        RevenueAmount = customers.Sum("gross_revenue", customers.Everybody);
    }

    /// <summary>The customers.</summary>
    public CustomerTable Customers { get; }

    /// <summary>What they did day by day.</summary>
    public DailySales Days { get; }

    /// <summary>The days of the run.</summary>
    public PeriodCoverage Coverage { get; }

    /// <summary>The two periods.</summary>
    public PeriodComparison Comparison { get; }

    /// <summary>Both periods by segment and country.</summary>
    public PeriodSummary Summary { get; }

    /// <summary>All products, services among them.</summary>
    public ImmutableArray<ProductSales> Products { get; }

    /// <summary>The places of those that are no services.</summary>
    public ImmutableArray<int> Goods { get; }

    /// <summary>What was sold of them day by day.</summary>
    public DailySales ProductDays { get; }

    /// <summary>Members of segments in the run before, by stable id; empty where there was none.</summary>
    public ImmutableDictionary<long, int> EarlierMembers { get; init; } = ImmutableDictionary<long, int>.Empty;

    /// <summary>Each customer's sales of the period, by row.</summary>
    internal PeriodTotals[] Now { get; }

    /// <summary>Each customer's sales of the period before; null where nothing is compared.</summary>
    internal PeriodTotals[]? Before { get; }

    /// <summary>Revenue of the whole run.</summary>
    internal double RevenueAmount { get; }

    /// <summary>What an amount of the whole run is in one period, on average.</summary>
    internal double InOnePeriod(double amount) => amount * Comparison.Now.Days / Math.Max(Coverage.Last.DayNumber - Coverage.First.DayNumber + 1, Comparison.Now.Days);

    /// <summary>What a customer's revenue gained.</summary>
    internal double DifferenceOf(int row) => Before is null ? 0 : Now[row].RevenueAmount - Before[row].RevenueAmount;

    /// <summary>The part of the customers' or products' revenue of both periods that does not lie in some week, as a change; scaled to whole periods.</summary>
    /// <param name="sales">The sales.</param>
    /// <param name="places">Whose; null for all.</param>
    /// <param name="week">The week left out.</param>
    internal double DifferenceWithout(DailySales sales, bool[]? places, Period week)
        => Comparison.Before is not { } before ? 0 : Without(sales, places, Comparison.Now, week) - Without(sales, places, before, week);

    private static double Without(DailySales sales, bool[]? places, Period period, Period week)
    {
        var (revenue, days) = (0.0, 0);
        foreach (var (day, amount) in sales.RevenueByDay(period, places).Select((amount, day) => (period.First.AddDays(day), amount)))
        {
            if (!week.Has(day))
            {
                revenue += amount;
                days++;
            }
        }

        return days == 0 ? 0 : revenue * period.Days / days;
    }
}
