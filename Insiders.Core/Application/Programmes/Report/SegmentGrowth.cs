using System.Collections.Immutable;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>Whether a segment is likely to grow: the forecast of a month ahead beside the mean of the latest months.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="RecentAmount">Mean revenue of the last <see cref="Months"/> whole months.</param>
/// <param name="ExpectedAmount">Revenue expected of the month <see cref="Months"/> ahead.</param>
/// <param name="LowAmount">No less, at 80 %.</param>
/// <param name="HighAmount">No more, at 80 %.</param>
public sealed record SegmentGrowth(RunSegment Segment, double RecentAmount, double ExpectedAmount, double LowAmount, double HighAmount)
{
    /// <summary>Months looked back, and months looked ahead.</summary>
    public const int Months = 3;

    /// <summary>Coverage of the interval.</summary>
    public const double Coverage = 0.8;

    /// <summary>1 where the whole interval lies above the latest months, −1 where it lies below, 0 where neither can be told.</summary>
    public int Direction => LowAmount > RecentAmount ? 1 : HighAmount < RecentAmount ? -1 : 0;

    /// <summary>Every segment with a forecast, in the order of the run.</summary>
    public static ImmutableArray<SegmentGrowth> Of(RevenueForecasts forecasts, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(customers);
        return [.. customers.Segments.Select(segment => Of(forecasts.Find(OutlookGroup.Segment, segment.SegmentId, PeriodUnit.Month), segment)).OfType<SegmentGrowth>()];
    }

    private static SegmentGrowth? Of(RevenueForecast? forecast, RunSegment segment)
        => forecast is { Problem: null } known && known.Past.Length >= Months && known.Points.Length >= Months && known.Points[Months - 1] is var point
            ? new(segment, known.Past.TakeLast(Months).Average(), point.Mean, Math.Max(0, point.Low80), point.High80) : null;
}
