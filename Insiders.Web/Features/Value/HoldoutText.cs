using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Statistics.Experiments;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Value;

/// <summary>Wording of hold-outs.</summary>
public static class HoldoutText
{
    /// <summary>What a hold-out is judged by.</summary>
    public static string NameOf(HoldoutMetric metric) => metric switch
    {
        HoldoutMetric.Revenue => Texts.HoldoutRevenue,
        HoldoutMetric.Orders => Texts.HoldoutOrders,
        _ => Texts.HoldoutBoughtAgain,
    };

    /// <summary>A value of it.</summary>
    public static string ValueOf(HoldoutMetric metric, double value) => metric switch
    {
        HoldoutMetric.Revenue => Format.Money(value),
        HoldoutMetric.Orders => Format.Two(value),
        _ => Format.Percent(value),
    };

    /// <summary>An arm.</summary>
    public static string NameOf(Arm arm) => arm == Arm.Withheld ? Texts.HoldoutWithheld : Texts.HoldoutTreated;

    /// <summary>The formula by which the least difference was worked out.</summary>
    public static string FormulaOf(HoldoutMetric metric) => metric == HoldoutMetric.BoughtAgain ? Texts.HoldoutFormulaShare : Texts.HoldoutFormulaMean;

    /// <summary>What a hold-out could find, a sentence each.</summary>
    public static ImmutableArray<string> Plan(HoldoutPlan plan, HoldoutMetric metric)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            Format.Fill(Texts.HoldoutPlan, Format.Whole(plan.Sizes.Withheld), Format.Whole(plan.Sizes.Treated), NameOf(metric), ValueOf(metric, plan.Mean)),
            plan.Detectable is { } found ? Format.Fill(Texts.HoldoutDetectable, ValueOf(metric, found)) : Texts.HoldoutTooFew,
            .. plan.PowerForTenth is { } power ? (string[])[Format.Fill(Texts.HoldoutTenth, Format.Percent(power))] : [],
            .. plan.DetectableAdjusted is { } adjusted ? (string[])[Format.Fill(Texts.HoldoutAdjusted, ValueOf(metric, adjusted), Format.Two(plan.Correlation))] : [],
        ];
    }

    /// <summary>What a read-out says and does not say.</summary>
    public static string Conclusion(HoldoutReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Result is not { } result ? Format.Fill(Texts.HoldoutNotYet, Format.Day(report.Holdout.StartsOn))
            : result.SampleRatioAlarm ? Texts.HoldoutAlarm
            : result.Difference is not { } difference ? Texts.HoldoutNoDifference
            : difference.Low > 0 ? Texts.HoldoutMore
            : difference.High < 0 ? Texts.HoldoutLess
            : Texts.HoldoutOpen;
    }

    /// <summary>The address of a hold-out.</summary>
    public static string AddressOf(long holdoutId) => AddressQuery.Empty.With(HoldoutsViewModel.IdKey, [holdoutId.ToString(CultureInfo.InvariantCulture)]).To(HoldoutsViewModel.Path);
}
