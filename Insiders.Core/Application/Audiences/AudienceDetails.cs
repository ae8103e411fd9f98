using System.Collections.Immutable;

namespace Insiders.Core.Application.Audiences;

/// <summary>An audience with its customers in the published run and its past.</summary>
/// <param name="Presence">Its customers.</param>
/// <param name="Steps">Its changes from run to run, oldest first; empty for a fixed list, which does not change.</param>
public sealed record AudienceDetails(AudiencePresence Presence, ImmutableArray<AudienceStep> Steps);
