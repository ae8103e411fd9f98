using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>A tier of a programme.</summary>
/// <param name="Name">What it is called, in every language.</param>
/// <param name="Conditions">All must be met; a tier without conditions takes nobody but those included by hand.</param>
public sealed record Tier(string Name, ImmutableArray<Condition> Conditions)
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 60;

    /// <summary>Conditions at most.</summary>
    public const int MostConditions = 8;
}
