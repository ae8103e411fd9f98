using System.Collections.Immutable;
using Insiders.Core.Problems;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>How a series goes on, or why that cannot be said.</summary>
/// <param name="Model">The smoothing of the lowest AICc; null with a problem.</param>
/// <param name="Points">What it says of the periods to come; empty with a problem.</param>
/// <param name="Baseline">What "as a year ago" says of them (as in the last period, without a known season); empty with a problem.</param>
/// <param name="Test">How both did on the last periods; null where the series is too short to spare any.</param>
/// <param name="SeasonIsKnown">False with fewer than two whole years: what looks like a season may be the growth or the end of something.</param>
/// <param name="Problem">Why there is no forecast; null when there is one.</param>
public sealed record SeriesForecast(
    SmoothingModel? Model, ImmutableArray<ForecastPoint> Points, ImmutableArray<ForecastPoint> Baseline, BackTest? Test, bool SeasonIsKnown, Problem? Problem);
