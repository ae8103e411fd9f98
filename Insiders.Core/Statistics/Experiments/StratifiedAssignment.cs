using System.Collections.Immutable;
using System.Text;
using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>Splits customers into arms by chance, every stratum in the same proportion, the same on any machine.</summary>
/// <remarks>
/// Every customer has a number from seed and id alone (FNV-1a over the UTF-8 bytes, then the first bits of that <see cref="Rng"/> stream). In a
/// stratum those with the least numbers are withheld, as many as are missing for the share: neither the order of the candidates, nor processor, culture or number of threads
/// matters. What the share leaves of a customer goes to one more or one fewer by a number of the stratum's own, so that small strata are right on average.
/// </remarks>
public static class StratifiedAssignment
{
    private const ulong FnvStart = 0xCBF29CE484222325UL;
    private const ulong FnvFactor = 0x100000001B3UL;

    /// <summary>Assigns everybody.</summary>
    /// <param name="candidates">Who qualifies, each once. Who qualified before keeps their arm.</param>
    /// <param name="options">Settings.</param>
    /// <returns>The arm of each candidate, in their order.</returns>
    /// <exception cref="ArgumentException">A customer stands there twice; the message names them.</exception>
    public static ImmutableArray<Arm> Assign(IReadOnlyList<AssignmentCandidate> candidates, AssignmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(options);
        if (candidates.GroupBy(candidate => candidate.CustomerId, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"Customer '{twice.Key}' stands among the candidates more than once.", nameof(candidates));
        }

        var arms = new Arm[candidates.Count];
        foreach (var stratum in candidates.Index().GroupBy(candidate => candidate.Item.Stratum, StringComparer.Ordinal))
        {
            var all = stratum.ToArray();
            var meant = (all.Length * options.WithheldShare) + (NumberOf(options.Seed, "stratum\n" + stratum.Key) * Math.ScaleB(1, -64));
            var missing = (int)Math.Floor(meant) - all.Count(candidate => candidate.Item.Earlier == Arm.Withheld);
            foreach (var (index, candidate) in all)
            {
                arms[index] = candidate.Earlier ?? Arm.Treated;
            }

            var drawn = all.Where(candidate => candidate.Item.Earlier is null)
                .OrderBy(candidate => NumberOf(options.Seed, candidate.Item.CustomerId)).ThenBy(candidate => candidate.Item.CustomerId, StringComparer.Ordinal);
            foreach (var (index, _) in drawn.Take(Math.Max(0, missing)))
            {
                arms[index] = Arm.Withheld;
            }
        }

        return [.. arms];
    }

    private static ulong NumberOf(ulong seed, string text)
    {
        var hash = FnvStart;
        foreach (var part in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ part) * FnvFactor;
        }

        return Rng.Stream(seed, hash).NextBits();
    }
}
