using System.Collections.Immutable;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Features;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <content>What a set of customers is like.</content>
public sealed partial class CustomerTable
{
    private static readonly ImmutableArray<string> s_summed = ["gross_revenue", SalesMeasures.NetRevenue, "qtty_invoices", "qtty_items", "qtty_returns", .. OutlookColumns.Horizons.SelectMany(days => (string[])[SalesMeasures.ExpectedOrders(days), SalesMeasures.ExpectedRevenue(days)])];

    /// <summary>The profile of a set of customers; shares are of the whole base.</summary>
    /// <param name="rows">Any rows of the base.</param>
    /// <returns>Zero everywhere when there are none. Totals are sums, means are over customers, never over segments.</returns>
    public GroupProfile Profile(ImmutableArray<int> rows) => SalesColumns.Of(this, month: null).Profile(rows, Everybody);

    /// <summary>What the last line of a table says about a column, by what the column's numbers mean.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="rows">The customers of the table.</param>
    /// <remarks>
    /// What is a total of the customer is added up. Averages, shares, days and different products are averaged over customers: adding them
    /// means nothing. A measure that divides two features divides their sums. Degrees and days of the calendar say nothing at all.
    /// </remarks>
    public ColumnTotal Total(string feature, ImmutableArray<int> rows) => UnitOf(feature) switch
    {
        FeatureUnit.Degrees or FeatureUnit.Date => new ColumnTotal(ColumnTotalKind.None, 0),
        _ when s_summed.Contains(feature) => new ColumnTotal(ColumnTotalKind.Sum, Sum(feature, rows)),
        _ => new ColumnTotal(ColumnTotalKind.Mean, MeanOfValued(feature, rows)),
    };

    /// <summary>Sum of a feature, in row order.</summary>
    public double Sum(string feature, ImmutableArray<int> rows) => Sum(Feature(feature), rows);

    /// <summary>Sum of a column, in row order.</summary>
    internal static double Sum(ImmutableArray<double> values, ImmutableArray<int> rows)
    {
        var sum = 0.0;
        foreach (var row in rows)
        {
            sum += values[row];
        }

        return sum;
    }

    /// <summary>Mean of a feature over customers, or a measure of them all together; 0 when there are none.</summary>
    public double Mean(string feature, ImmutableArray<int> rows) => CustomerMeasures.Find(feature) is { } measure
        ? CustomerMeasure.Divide(Sum(measure.Numerator, rows), Sum(measure.Denominator, rows))
        : Sum(feature, rows) / Math.Max(rows.Length, 1);

    /// <summary>Mean of a feature or measure over those who have a value of it; 0 when nobody does.</summary>
    public double MeanOfValued(string feature, ImmutableArray<int> rows) => Mean(feature, Valued(feature, rows));

    /// <summary>Mean of a feature over everybody, or a measure of everybody together, and the population standard deviation of the customers' own values; worked out once.</summary>
    internal (double Mean, double Deviation) Moments(string feature) => _moments.GetOrAdd(
        feature,
        static (name, customers) => FeatureDifferences.Moments(customers.Feature(name)) is var moments && CustomerMeasures.Find(name) is null ? moments : (customers.Mean(name, customers.Everybody), moments.Deviation),
        this);

    /// <summary>Median of a feature over customers: the middle one, or the mean of the middle two; 0 when there are none.</summary>
    public double Median(string feature, ImmutableArray<int> rows) => Median(Feature(feature), rows);

    /// <summary>Median of a column: the middle one, or the mean of the middle two; 0 when there are none.</summary>
    internal static double Median(ImmutableArray<double> values, ImmutableArray<int> rows)
    {
        if (rows.IsEmpty)
        {
            return 0;
        }

        return GroupProfiles.Median([.. rows.Select(row => values[row])]);
    }

    /// <summary>The share of a set of customers whose value lies below a customer's, half of those equal to it counted; 0 to 1.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="row">The customer.</param>
    /// <param name="rows">Whom it is compared with; not empty.</param>
    public double Percentile(string feature, int row, ImmutableArray<int> rows)
    {
        var values = Feature(feature);
        var value = values[row];
        var (below, equal) = (0, 0);
        foreach (var other in rows)
        {
            below += values[other] < value ? 1 : 0;
            equal += values[other] == value ? 1 : 0;
        }

        return (below + (equal / 2.0)) / rows.Length;
    }
}
