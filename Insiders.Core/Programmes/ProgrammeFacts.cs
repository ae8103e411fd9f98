using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>Everything a review looks at besides the members.</summary>
/// <param name="AsOf">The last day of the data.</param>
/// <param name="Standings">By customer id: whoever meets the conditions of a tier, and every member. Whoever is missing is no customer, or meets nothing.</param>
/// <param name="Decisions">What people decided by hand, at most one per customer.</param>
public sealed record ProgrammeFacts(DateOnly AsOf, ImmutableDictionary<string, Standing> Standings, ImmutableArray<ManualDecision> Decisions);
