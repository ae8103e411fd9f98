using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>The parameters of an exponential smoothing, and where it begins.</summary>
/// <param name="Alpha">How far the level follows an error, above 0 and below 1.</param>
/// <param name="Beta">How far the trend does, at most <paramref name="Alpha"/>; 0 without a trend.</param>
/// <param name="Gamma">How far the season does, at most 1 − <paramref name="Alpha"/>; 0 without a season.</param>
/// <param name="Phi">What is left of the trend after each period; 1 unless it is damped.</param>
/// <param name="Level">The level before the first period.</param>
/// <param name="Slope">The trend before the first period; 0 without one.</param>
/// <param name="Seasons">The season of each period before the first, the most recent one first; empty without a season.</param>
public sealed record SmoothingParameters(double Alpha, double Beta, double Gamma, double Phi, double Level, double Slope, ImmutableArray<double> Seasons);
