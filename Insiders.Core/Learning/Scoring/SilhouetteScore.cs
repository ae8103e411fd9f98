using System.Collections.Immutable;

namespace Insiders.Core.Learning.Scoring;

/// <summary>How well the rows of a partition sit where they are.</summary>
/// <param name="Mean">Mean over the rows that are not noise, −1 to 1; null ("not defined") unless there are 2 to n − 1 clusters.</param>
/// <param name="Rows">Per row −1 to 1; 0 for a row alone in its cluster; NaN for noise and where the score is not defined.</param>
/// <param name="NoiseShare">Share of rows that are noise, 0 to 1.</param>
public sealed record SilhouetteScore(double? Mean, ImmutableArray<double> Rows, double NoiseShare);
