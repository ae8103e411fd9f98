namespace Insiders.Core.Application.Analyses;

/// <summary>A stored result of an analysis.</summary>
/// <param name="RunId">The run it is of.</param>
/// <param name="Key">The analysis.</param>
/// <param name="Version">The version of its computation.</param>
/// <param name="Edition">What it was computed from besides the run; see <see cref="PublishedRuns.PublishedRun.Edition"/>.</param>
/// <param name="ComputedAt">When.</param>
/// <param name="Content">The result, as the analysis wrote it.</param>
public sealed record StoredAnalysis(long RunId, string Key, int Version, string Edition, DateTimeOffset ComputedAt, byte[] Content);
