using System.Collections.Immutable;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Forecasts;

namespace Insiders.Core.Application.Outlooks;

/// <summary>How the revenue of a group goes on.</summary>
/// <param name="Group">Whom it is of.</param>
/// <param name="SegmentId">The segment; null for the base and for members of the programme.</param>
/// <param name="Unit">Weeks or months.</param>
/// <param name="First">The first day of the first whole period.</param>
/// <param name="Past">Revenue of the whole periods, oldest first, returns not taken off.</param>
/// <param name="Points">What is expected of the periods after them; empty with a problem.</param>
/// <param name="Baseline">What "as a year ago", or without a known season "as in the last period", says of them.</param>
public sealed record RevenueForecast(OutlookGroup Group, long? SegmentId, PeriodUnit Unit, DateOnly First, ImmutableArray<double> Past, ImmutableArray<ForecastPoint> Points, ImmutableArray<ForecastPoint> Baseline)
{
    /// <summary>The form that was chosen, such as ETS(A,N,N); null with a problem.</summary>
    public string? FormName { get; init; }

    /// <summary>How a forecast made earlier did; null where too little could be spared for it.</summary>
    public BackTest? Test { get; init; }

    /// <summary>False with fewer than two whole years.</summary>
    public bool SeasonIsKnown { get; init; }

    /// <summary>Why there is no forecast, as stored by <see cref="Problems.Problem.ToText"/>; null when there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>The period of a place, counted from <see cref="First"/> on; those from the length of <see cref="Past"/> on are to come.</summary>
    public Period PeriodAt(int place) => Period.Of(Unit, Unit == PeriodUnit.Month ? First.AddMonths(place) : First.AddDays(7 * place));
}
