using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Statistics.Experiments;

namespace Insiders.Core.Application.Holdouts;

/// <summary>What a hold-out could find and what it would cost, by what the same customers did lately.</summary>
/// <param name="Sizes">Customers in both arms.</param>
/// <param name="Mean">The metric per customer over the last days, as many as the hold-out takes.</param>
/// <param name="Detectable">The least difference per customer that is found in four cases of five; null where none is.</param>
/// <param name="DetectableAdjusted">The same when what customers did before is taken out (CUPED).</param>
/// <param name="Correlation">Of the metric with that of as many days before.</param>
/// <param name="PowerForTenth">How often a difference of a tenth of the mean is found; null where so many buy anyway that a tenth more is more than everybody.</param>
/// <param name="CostAmount">What withholding gives up in money if the action brings as much as <paramref name="Detectable"/>.</param>
public sealed record HoldoutPlan(ArmSizes Sizes, double Mean, double? Detectable, double? DetectableAdjusted, double Correlation, double? PowerForTenth, double? CostAmount)
{
    private const double Tenth = 0.1;
    private const double MostCorrelation = 0.999;

    /// <summary>Works it out; null with fewer than two customers in an arm, with nothing that varies, or with less sales than twice the days.</summary>
    /// <param name="customers">The base, with what it did day by day.</param>
    /// <param name="rows">Whom to draw from.</param>
    /// <param name="request">What the hold-out is to be.</param>
    /// <param name="first">The first day of the data.</param>
    /// <param name="asOf">The last day of the data.</param>
    public static HoldoutPlan? Of(CustomerTable customers, ImmutableArray<int> rows, HoldoutRequest request, DateOnly first, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(request);
        var withheld = Math.Floor(rows.Length * request.WithheldShare);
        if (customers.Days is not { } days || withheld < 2 || rows.Length - withheld < 2 || asOf.AddDays(1 - (2 * request.Days)) < first)
        {
            return null;
        }

        var from = asOf.AddDays(1 - request.Days);
        var lately = HoldoutOutcomes.Of(days, request.Metric, from, asOf);
        var before = HoldoutOutcomes.Of(days, request.Metric, from.AddDays(-request.Days), from.AddDays(-1));
        var (now, past) = (HoldoutOutcomes.Cut(rows, lately, request.Metric), HoldoutOutcomes.Cut(rows, before, request.Metric));
        var moments = SampleMoments.Of(now);
        if (moments.Variance <= 0)
        {
            return null;
        }

        var (sizes, deviation, correlation) = (new ArmSizes(withheld, rows.Length - withheld), Math.Sqrt(moments.Variance), CorrelationOf(now, past));
        var options = new SizingOptions { TreatedPerWithheld = sizes.Treated / sizes.Withheld };
        var isShare = request.Metric == HoldoutMetric.BoughtAgain;
        var detectable = isShare ? ShareSizing.DetectableRise(moments.Mean, sizes, ShareFormula.Pooled, options) : MeanSizing.DetectableDifference(deviation, 0, sizes, options);
        double? tenth = isShare
            ? moments.Mean * (1 + Tenth) is > 0 and < 1 and var more ? ShareSizing.Power(moments.Mean, more, sizes, ShareFormula.Pooled, options.Significance) : null
            : MeanSizing.Power(deviation, moments.Mean * Tenth, 0, sizes, options.Significance);
        var money = HoldoutOutcomes.Of(days, HoldoutMetric.Revenue, from, asOf);
        var worth = rows.Sum(row => lately[row]) is > 0 and var all ? rows.Sum(row => money[row]) / all : 0;

        // More than everybody cannot buy again, whatever the formula for means says.
        var adjusted = MeanSizing.DetectableDifference(deviation, correlation, sizes, options);
        return new(sizes, moments.Mean, detectable, isShare && moments.Mean + adjusted > 1 ? null : adjusted, correlation, tenth, detectable * sizes.Withheld * worth);
    }

    private static double CorrelationOf(double[] now, double[] before)
    {
        var (meanNow, meanBefore) = (now.Average(), before.Average());
        var (both, ofNow, ofBefore) = (0.0, 0.0, 0.0);
        foreach (var (one, other) in now.Zip(before))
        {
            both += (one - meanNow) * (other - meanBefore);
            ofNow += (one - meanNow) * (one - meanNow);
            ofBefore += (other - meanBefore) * (other - meanBefore);
        }

        return ofNow > 0 && ofBefore > 0 ? Math.Clamp(both / Math.Sqrt(ofNow * ofBefore), -MostCorrelation, MostCorrelation) : 0;
    }
}
