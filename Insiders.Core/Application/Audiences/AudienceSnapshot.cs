using System.Collections.Immutable;

namespace Insiders.Core.Application.Audiences;

/// <summary>Who met the rule of an audience in one run.</summary>
/// <param name="AudienceId">The audience.</param>
/// <param name="RunId">The run.</param>
/// <param name="AsOf">The last day with sales in that run.</param>
/// <param name="CustomerIds">The customers, in ordinal order.</param>
public sealed record AudienceSnapshot(long AudienceId, long RunId, DateOnly AsOf, ImmutableArray<string> CustomerIds);
