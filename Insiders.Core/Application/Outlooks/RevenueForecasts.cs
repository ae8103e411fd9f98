using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Forecasts;

namespace Insiders.Core.Application.Outlooks;

/// <summary>Forecasts of the revenue of a run.</summary>
/// <param name="All">One per group, by month and by week.</param>
public sealed record RevenueForecasts(ImmutableArray<RevenueForecast> All)
{
    /// <summary>Months looked ahead.</summary>
    public const int Months = 6;

    /// <summary>Weeks looked ahead.</summary>
    public const int Weeks = 13;

    private const int MonthsPerYear = 12;
    private const int WeeksPerYear = 52;

    /// <summary>Forecasts of the base and of every segment; without sales there are none.</summary>
    /// <param name="customers">The customers, with what they did day by day.</param>
    /// <param name="coverage">The days that there are sales of: a period that is not whole is left out.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static RevenueForecasts Of(CustomerTable customers, PeriodCoverage coverage, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(progress);
        (OutlookGroup Group, long? Segment, ImmutableArray<int> Rows)[] groups =
        [
            (OutlookGroup.Base, null, customers.Everybody),
            .. customers.Segments.Select(segment => (OutlookGroup.Segment, (long?)segment.SegmentId, customers.MembersOf(segment))),
        ];
        var forecasts = ImmutableArray.CreateBuilder<RevenueForecast>();
        foreach (var (place, (group, segment, rows)) in groups.Index())
        {
            forecasts.AddRange(Of(customers, coverage, rows, group, segment, cancellationToken));
            progress.Report((place + 1.0) / groups.Length);
        }

        return new(forecasts.ToImmutable());
    }

    /// <summary>Forecasts of the members of the programme; without sales there are none.</summary>
    /// <param name="customers">The customers, with what they did day by day.</param>
    /// <param name="coverage">The days that there are sales of.</param>
    /// <param name="members">Rows of the members.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static RevenueForecasts OfMembers(CustomerTable customers, PeriodCoverage coverage, ImmutableArray<int> members, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(coverage);
        return new([.. Of(customers, coverage, members, OutlookGroup.Members, null, cancellationToken)]);
    }

    /// <summary>The forecast of a group; null where there is none.</summary>
    /// <param name="group">Whom.</param>
    /// <param name="segmentId">The segment, where it is one.</param>
    /// <param name="unit">Weeks or months.</param>
    public RevenueForecast? Find(OutlookGroup group, long? segmentId, PeriodUnit unit) => All.FirstOrDefault(known => known.Group == group && known.SegmentId == segmentId && known.Unit == unit);

    private static IEnumerable<RevenueForecast> Of(CustomerTable customers, PeriodCoverage coverage, ImmutableArray<int> rows, OutlookGroup group, long? segment, CancellationToken cancellationToken)
    {
        if (customers.Days is not { } days)
        {
            yield break;
        }

        var asked = new bool[customers.Count];
        foreach (var row in rows)
        {
            asked[row] = true;
        }

        foreach (var unit in (PeriodUnit[])[PeriodUnit.Month, PeriodUnit.Week])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Of(days, coverage, unit, asked, group, segment, cancellationToken);
        }
    }

    private static RevenueForecast Of(DailySales days, PeriodCoverage coverage, PeriodUnit unit, bool[] asked, OutlookGroup group, long? segment, CancellationToken cancellationToken)
    {
        var periods = new List<Period>();
        for (var period = Period.Of(unit, coverage.First); period is not null && period.Last <= coverage.Last; period = period.Next)
        {
            if (period.First >= coverage.First)
            {
                periods.Add(period);
            }
        }

        var past = periods.Select(period => days.RevenueOf(period, asked)).ToArray();
        var options = new ForecastOptions { PeriodsPerYear = unit == PeriodUnit.Month ? MonthsPerYear : WeeksPerYear, Horizon = unit == PeriodUnit.Month ? Months : Weeks };
        var forecast = Forecaster.Forecast(past, options, cancellationToken);
        return new(group, segment, unit, periods is [var first, ..] ? first.First : coverage.First, [.. past], forecast.Points, forecast.Baseline)
        {
            FormName = forecast.Model?.Form.ToString(),
            Test = forecast.Test,
            SeasonIsKnown = forecast.SeasonIsKnown,
            Problem = forecast.Problem?.ToText(),
        };
    }
}
