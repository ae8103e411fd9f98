using System.Collections.Immutable;
using Insiders.Core.Customers.Cohorts;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Insights;

/// <summary>One interval over time: of each cohort what it did so many months after its first purchase.</summary>
public static class IntervalLine
{
    private const string Colour = "#0072B2";

    /// <summary>Builds the chart. Months that are not whole have no point: less came back in them because less of them is there.</summary>
    public static LineChart Build(CohortsViewModel view, CohortGrid grid)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(grid);
        var (query, published) = (view.Query, view.Scope.Published);
        var after = CohortsText.After(query.Months);
        ImmutableArray<(DateOnly Month, int Customers, double Value)> points =
        [
            .. grid.Cohorts.Where(cohort => !published.IsPartial(cohort.Month.AddMonths(query.Months)))
                .Select(cohort => (cohort.Month, cohort.Customers, Value: CohortsText.ValueOf(cohort, query.Months, query.IsMoney))).Where(point => point.Value is not null)
                .Select(point => (point.Month, point.Customers, point.Value!.Value)),
        ];
        var known = points.ToDictionary(point => point.Month, point => point.Value);
        return new()
        {
            Title = query.IsMoney ? Texts.CohortsLineMoneyTitle : Texts.CohortsLineKeptTitle,
            FileName = "cohort-interval",
            X = new ChartAxis(Texts.CohortsFirst) { Scale = AxisScale.Date },
            Y = query.IsMoney ? ChartAxis.Money(Texts.CohortsPerCustomer) with { From = 0 } : new ChartAxis(Texts.CohortsKept) { Ticks = TickStyle.Percent, From = 0 },
            Series = [new(after, Colour, [.. points.IsEmpty ? [] : Months(points[0].Month, points[^1].Month).Select(Point)]) { HasMarkers = true }],
            Table = new(
                [Texts.CohortsFirst, Texts.KpiCustomers, query.IsMoney ? Texts.CohortsPerCustomer : Texts.CohortsKept],
                [.. points.Select(point => new ChartRow([ChartCell.Day(point.Month), ChartCell.Whole(point.Customers), query.IsMoney ? ChartCell.Money(point.Value) : ChartCell.Share(point.Value)]))]),
        };

        // A month in which nobody began breaks the line.
        LinePoint Point(DateOnly month) => known.TryGetValue(month, out var value)
            ? new(month.DayNumber, value, $"{Format.Month(month)}: {CohortsText.CellOf(value, query.IsMoney)}") : new(month.DayNumber, double.NaN, "");
    }

    private static IEnumerable<DateOnly> Months(DateOnly from, DateOnly until)
    {
        for (var month = from; month <= until; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
