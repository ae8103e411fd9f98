using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>A loyalty programme.</summary>
/// <param name="Tiers">From the base tier upwards, at least one. A customer is in the highest whose conditions are met, whatever those below ask.</param>
/// <param name="Policy">When members are reviewed and what happens to those who fall short.</param>
public sealed record Programme(ImmutableArray<Tier> Tiers, Policy Policy)
{
    /// <summary>Tiers at most.</summary>
    public const int MostTiers = 5;

    /// <summary>The programme of a shop that has set up nothing: the top segment of the published run.</summary>
    public static Programme Default { get; } = new([new Tier("Insiders", [new SegmentCondition(null)])], new Policy());
}
