namespace Insiders.Core.Application.Runs;

/// <summary>One publication: from then on, pages showed that run.</summary>
/// <param name="Id">Ascending.</param>
/// <param name="RunId">The run.</param>
/// <param name="PublishedAt">When.</param>
public sealed record Publication(long Id, long RunId, DateTimeOffset PublishedAt);
