namespace Insiders.Core.Application.Analyses;

/// <summary>What the worker computes at the moment.</summary>
/// <param name="Key">The analysis; null when everything is computed.</param>
/// <param name="Share">The share of it that is done, 0 to 1.</param>
/// <param name="Number">Its place in the catalogue, from 1.</param>
/// <param name="Count">Analyses in the catalogue.</param>
public sealed record AnalysisState(string? Key, double Share, int Number, int Count)
{
    /// <summary>Nothing is being computed.</summary>
    public static AnalysisState Idle { get; } = new(null, 0, 0, 0);
}
