using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Core.Segments;

/// <summary>Names segments by what they are: their revenue and recency against the average customer.</summary>
/// <remarks>
/// The name depends on the segment and the base, never on its place in a list. Only segments of the same character look at
/// each other, to be told apart: two of them by the larger of their differences (spend or recency, as a ratio), three or more
/// by tiers of spend.
/// </remarks>
public static class SegmentNaming
{
    /// <summary>One name per segment, unique within the run.</summary>
    /// <param name="segments">Profiles of segments, in any order; none is empty.</param>
    /// <param name="basis">The profile of all customers, as <see cref="GroupProfiles.OfBase"/> gives it.</param>
    /// <returns>Names in the order of <paramref name="segments"/>; <see cref="SegmentRegions.All"/> lists what there is.</returns>
    /// <remarks>O(s log s) time for s segments; reordering the list reorders the names and changes none.</remarks>
    public static ImmutableArray<SegmentName> Name(IReadOnlyList<GroupProfile> segments, GroupProfile basis)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(basis);
        var names = new SegmentName[segments.Count];
        var alike = Enumerable.Range(0, segments.Count).GroupBy(i => SegmentRegions.Of(
            Ratio(segments[i].MeanRevenueAmount, basis.MeanRevenueAmount, ofNothing: 1),
            Ratio(segments[i].RecencyDays, basis.RecencyDays, ofNothing: 0)));
        foreach (var group in alike)
        {
            int[] members = [.. group.OrderByDescending(i => segments[i].MeanRevenueAmount).ThenBy(i => segments[i].RecencyDays)];
            for (var rank = 0; rank < members.Length; rank++)
            {
                names[members[rank]] = members.Length switch
                {
                    1 => group.Key.Name,
                    2 => OneOfTwo(group.Key.Name, segments[members[rank]], segments[members[1 - rank]], rank == 0),
                    _ => Tier(group.Key.Name, rank + 1),
                };
            }
        }

        return [.. names];
    }

    private static SegmentName OneOfTwo(SegmentName name, GroupProfile segment, GroupProfile other, bool spendsMore)
    {
        var bySpend = Distance(segment.MeanRevenueAmount, other.MeanRevenueAmount) >= Distance(segment.RecencyDays, other.RecencyDays);
        return (bySpend, spendsMore, segment.RecencyDays < other.RecencyDays) switch
        {
            (true, true, _) => Qualified(name, "higher-spend", "higher spend", "gasto maior"),
            (true, false, _) => Qualified(name, "lower-spend", "lower spend", "gasto menor"),
            (false, _, true) => Qualified(name, "more-recent", "more recent", "mais recentes"),
            (false, _, false) => Qualified(name, "less-recent", "less recent", "menos recentes"),
        };
    }

    private static SegmentName Tier(SegmentName name, int tier)
    {
        var number = tier.ToString(CultureInfo.InvariantCulture);
        return Qualified(name, $"tier-{number}", $"tier {number}", $"faixa {number}");
    }

    private static SegmentName Qualified(SegmentName name, string key, string english, string portuguese)
        => new($"{name.Key}-{key}", $"{name.English} ({english})", $"{name.Portuguese} ({portuguese})");

    // Where nobody spent, everybody spent the average; where all bought on the last day, nobody is silent.
    private static double Ratio(double value, double basis, double ofNothing) => basis > 0 ? value / basis : ofNothing;

    // One day or one unit of money is added so that a mean of zero has a ratio too.
    private static double Distance(double a, double b) => Math.Abs(Math.Log((a + 1) / (b + 1)));
}
