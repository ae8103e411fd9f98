using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>How a forecast made earlier did on the periods that have come since, beside the baseline.</summary>
/// <param name="Periods">How many periods were left out and forecast.</param>
/// <param name="FormName">The form that was chosen then, such as ETS(M,Ad,M).</param>
/// <param name="Forecast">Its errors.</param>
/// <param name="Baseline">Those of the baseline.</param>
/// <param name="Within95">Periods that came within the 95 % interval of the forecast.</param>
/// <param name="Points">What was forecast for them.</param>
public sealed record BackTest(int Periods, string FormName, ForecastErrors Forecast, ForecastErrors Baseline, int Within95, ImmutableArray<ForecastPoint> Points);
