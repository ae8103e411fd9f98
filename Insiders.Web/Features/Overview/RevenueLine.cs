using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Overview;

/// <summary>The running total of a period's revenue by day, beside that of the period it is compared with.</summary>
public static class RevenueLine
{
    private const string Colour = "#0072B2";
    private const string Faint = "#8A8F98";

    /// <summary>Builds the chart; a period that is not over is dashed and ends where sales do.</summary>
    /// <param name="known">The figures.</param>
    public static LineChart Build(OverviewPeriod known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var (now, before) = (known.Comparison.Now, known.Comparison.Before);
        var (name, nameBefore) = (PeriodText.NameOf(now, known.Coverage), before is null ? "" : PeriodText.NameOf(before));
        var (totals, totalsBefore) = (Totals(known.Days), Totals(known.DaysBefore));
        ImmutableArray<LineSeries> past = before is null ? [] : [new LineSeries(nameBefore, Faint, Points(before, known.DaysBefore, totalsBefore)) { IsDashed = true }];
        return new()
        {
            Title = Format.Fill(Texts.FrontTitle, name),
            FileName = "revenue-of-period",
            Height = 316,
            X = new ChartAxis(Texts.FrontRevenueDay),
            Y = ChartAxis.Money(Texts.FrontRevenueTotal) with { From = 0 },
            Series = [.. past, new LineSeries(name, Colour, Points(now, known.Days, totals)) { IsFilled = before is null, IsDashed = known.Coverage.IsUnfinished(now) }],
            Table = before is null
                ? new([Texts.FrontRevenueDay, name], [.. totals.Select((total, day) => new ChartRow([ChartCell.Day(now.First.AddDays(day)), ChartCell.Money(total)]))])
                : new(
                    [Texts.FrontRevenueDay, name, nameBefore],
                    [.. Enumerable.Range(0, Math.Max(totals.Length, totalsBefore.Length)).Select(day => new ChartRow([ChartCell.Whole(day + 1), ChartCell.Money(At(totals, day)), ChartCell.Money(At(totalsBefore, day))]))]),
        };
    }

    private static double? At(ImmutableArray<double> totals, int day) => day < totals.Length ? totals[day] : null;

    private static ImmutableArray<double> Totals(ImmutableArray<double> days)
    {
        var sum = 0.0;
        return [.. days.Select(amount => sum += amount)];
    }

    private static ImmutableArray<LinePoint> Points(Period period, ImmutableArray<double> days, ImmutableArray<double> totals)
        => [.. days.Select((amount, day) => new LinePoint(day + 1, Math.Round(totals[day], 2), Format.Fill(Texts.FrontRevenueHover, Format.Day(period.First.AddDays(day)), Format.Money(amount), Format.Money(totals[day]))))];
}
