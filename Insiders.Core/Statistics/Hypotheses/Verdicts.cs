using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Judges all hypotheses that are shown together.</summary>
public static class Verdicts
{
    /// <summary>Judges them.</summary>
    /// <param name="claims">What the data say of each; null where they say nothing.</param>
    /// <param name="level">The share of the verdicts of one kind that may be false, such as 0.05.</param>
    /// <returns>In the same order.</returns>
    /// <remarks>Both kinds of verdict are held to the level on their own (<see cref="FalseDiscovery"/>), over all hypotheses of which the data say anything.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The level lies outside.</exception>
    public static ImmutableArray<Verdict> Of(IReadOnlyList<Claim?> claims, double level)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is a number above 0 and below 1.");
        }

        var known = claims.OfType<Claim>().ToArray();
        var holds = FalseDiscovery.Adjust([.. known.Select(claim => claim.AgainstFalse)]);
        var fails = FalseDiscovery.Adjust([.. known.Select(claim => claim.AgainstTrue)]);
        var place = 0;
        return [.. claims.Select(claim =>
        {
            if (claim is null)
            {
                return Verdict.CannotBeSaid;
            }

            var i = place++;
            return holds[i] <= level ? Verdict.Holds : fails[i] <= level ? Verdict.DoesNotHold : Verdict.CannotBeSaid;
        })];
    }
}
