using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;

namespace Insiders.Core.Programmes;

/// <summary>High value by eight criteria: high order value, revenue so far, basket, variety and frequency of buying; low recency, churn and return rate.</summary>
/// <remarks>Revenue so far stands in for life-time value, frequency for the propensity to buy, and days overdue for churn; where the sales of the run are missing, the criterion is left out.</remarks>
public static class HighValue
{
    private const double UpperQuarter = 0.75;
    private const double Middle = 0.5;

    private static readonly ImmutableArray<(string Key, string Measure, bool IsHigh)> s_criteria =
    [
        ("ticket", CustomerMeasures.OrderValue, true),
        ("value", "gross_revenue", true),
        ("basket", "avg_basket_size", true),
        ("variety", "qtty_unique_items", true),
        ("propensity", "frequency", true),
        ("recency", "recency_days", false),
        ("churn", SalesMeasures.DaysOverdue, false),
        ("returns", "return_rate", false),
    ];

    /// <summary>The criteria with thresholds from the customers: what a quarter of them reach of the high ones, what half of them do of the low ones, to three digits.</summary>
    public static ImmutableArray<HighValueCriterion> Suggested(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return
        [
            .. from criterion in s_criteria
               where customers.Has(criterion.Measure)
               let values = customers.Feature(criterion.Measure).Where(double.IsFinite).Order().ToArray()
               where values.Length > 0
               select new HighValueCriterion(criterion.Key, criterion.Measure, criterion.IsHigh, Rounded(Quantiles.Of(values, criterion.IsHigh ? UpperQuarter : Middle))),
        ];
    }

    /// <summary>How every segment does, most criteria first, then by mean revenue.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="criteria">Criteria on measures that the base has.</param>
    public static ImmutableArray<HighValueSegment> Score(CustomerTable customers, ImmutableArray<HighValueCriterion> criteria)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return [.. customers.Segments.Select(segment => Of(segment)).OrderByDescending(segment => segment.Count).ThenBy(segment => segment.Segment.Segment.Position)];

        HighValueSegment Of(RunSegment segment)
        {
            var members = customers.MembersOf(segment);
            var medians = criteria.Select(criterion => Median(customers.Feature(criterion.Measure), members)).ToImmutableArray();
            return new(segment, medians, [.. criteria.Select((criterion, i) => medians[i] is { } median && (criterion.IsHigh ? median >= criterion.Threshold : median <= criterion.Threshold))]);
        }
    }

    private static double Rounded(double threshold) => threshold == 0 ? 0 : double.Parse(threshold.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double? Median(ImmutableArray<double> values, ImmutableArray<int> rows)
        => rows.Select(row => values[row]).Where(double.IsFinite).Order().ToArray() is { Length: > 0 } known ? Quantiles.Of(known, Middle) : null;
}
